"""A further language: one more file beside the others, and no change of the program."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from box import PROJECT, Box, run

LACKING = ["home_hint", "desk_query", "login_pin", "login_admin_title"]


@pytest.fixture
def box(tmp_path: Path):
    """A box with a third language in which every word is the Vietnamese one in brackets, but for those it lacks."""
    www = tmp_path / "www"
    shutil.copytree(PROJECT / "www", www)
    words = json.loads((www / "locales/vi.json").read_text())
    third = {key: f"[{text}]" for key, text in words.items() if key not in LACKING}
    (www / "locales/tyz.json").write_text(json.dumps(third | {"language_name": "Tày"}))
    (www / "locales/hmn.json").write_text("not a table")
    settings = tmp_path / "settings.yaml"
    settings.write_text(f"www: {www}\ndata: {tmp_path / 'box'}\n")
    box = Box.create(tmp_path / "box")
    box.start("--config", str(settings))
    yield box
    box.kill()


def test_it_stands_in_the_menu_and_is_kept(box: Box, page: Page):
    page.goto(f"http://127.0.0.1:{box.port}/")
    expect(page.locator(".languages a")).to_have_text(["Tiếng Việt", "English", "Tày"])
    page.click(".languages a[lang=tyz]")
    expect(page.locator("html")).to_have_attribute("lang", "tyz")
    expect(page.locator("h1")).to_have_text("[Kính chào quý vị!]")
    page.goto(f"http://127.0.0.1:{box.port}/admin")
    expect(page.locator("html")).to_have_attribute("lang", "tyz")


def test_vietnamese_stands_in_for_the_words_it_lacks(box: Box, page: Page):
    page.goto(f"http://127.0.0.1:{box.port}/?lang=tyz")
    expect(page.locator(".hero p")).to_have_text("Mời chọn một ô bên dưới.")
    page.goto(f"http://127.0.0.1:{box.port}/admin")
    # Worded by the server, then by a script; the last one from the third language itself.
    expect(page.locator("label[for=login-pin]")).to_have_text("Mã PIN")
    expect(page.locator("#login-title")).to_have_text("Người tổ chức đăng nhập")
    expect(page.locator("label[for=login-name]")).to_contain_text("[")


def test_what_is_missing_is_said_to_whoever_keeps_the_box(box: Box, tmp_path: Path):
    finding = "tyz.json lacks 4 words, shown in Vietnamese: " + ", ".join(sorted(LACKING))
    assert finding in box.log() and "hmn.json is no language" in box.log()
    report = run("doctor", "--config", str(tmp_path / "settings.yaml"))
    assert f"warning  languages  {finding}" in report
    assert "warning  languages  hmn.json is no language" in report
