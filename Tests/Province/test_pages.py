"""The province's pages in a real browser: for any width, either language and without JavaScript; and the carrier's way."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from box import Box
from boxes import VenueBox
from province import Province, receipt
from signing import Signer

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


def sign_in(page: Page, province: Province, path: str) -> None:
    page.goto(f"http://127.0.0.1:{province.port}{path}")
    page.fill("#token", province.token)
    page.click("main button")
    page.wait_for_load_state("networkidle")


def assert_good(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_fit_and_are_accessible(quang_ninh, browser, width, language):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"http://127.0.0.1:{quang_ninh.port}/login?lang={language}")
    assert_good(page)
    sign_in(page, quang_ninh, "/")
    for path in ["/", "/people", "/settings", "/carry", "/?from=1999-01-01&to=1999-12-31", "/no-such-page"]:
        page.goto(f"http://127.0.0.1:{quang_ninh.port}{path}")
        assert page.locator("html").get_attribute("lang") == language
        assert_good(page)
    page.close()


def test_a_day_that_is_none_is_named(quang_ninh, browser):
    page = browser.new_page()
    sign_in(page, quang_ninh, "/")
    answer = page.goto(f"http://127.0.0.1:{quang_ninh.port}/?from=2026-13-01")
    assert answer.status == 422
    assert page.locator("[role=alert]").inner_text().startswith("Từ ngày: ")
    assert_good(page)
    page.close()


def test_summary_shows_the_figures_without_javascript(quang_ninh, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, quang_ninh, "/")
    assert page.locator(".counts dd").all_inner_texts()[3:] == ["187", "707"]
    assert page.locator(".chart rect").count() == len(quang_ninh.get("/summary")["month"])
    page.click("main form .actions button")
    assert page.locator("h1").inner_text() == "Tổng hợp"


def test_words_of_the_venue_end_no_page(tmp_path, province, browser):
    """A commune or programme may be called like anything that the page itself has a name for."""
    venue = VenueBox(tmp_path / "box", province.settings)
    bundle = venue.bundle(venue.hold("lop-1"))
    province.register(bundle, "hộp")
    words = iter(["named", "approximate", "figures", "name", "<b>x</b>", "{{name}}", "female"])

    def call_communes(lines: list[bytes]) -> None:
        for index, word in enumerate(words):
            lines[index] = json.dumps(json.loads(lines[index]) | {"commune": {"name": word}}).encode()

    assert province.send(Signer(venue.box.folder).changed(bundle, "people.jsonl", call_communes))[0] == 201
    page = browser.new_page()
    sign_in(page, province, "/")
    shown = page.locator("main").inner_text()
    assert all(word in shown for word in ["named", "approximate", "<b>x</b>", "{{name}}"])
    page.close()


def test_a_wrong_token_opens_nothing(quang_ninh, browser):
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{quang_ninh.port}/people")
    assert page.url.endswith("/login")
    page.fill("#token", "sai")
    page.click("main button")
    assert page.locator("[role=alert]").is_visible()


def test_a_form_of_another_page_changes_nothing(quang_ninh, browser):
    page = browser.new_page()
    sign_in(page, quang_ninh, "/")
    cookie = page.context.cookies()[0]
    own = f"http://127.0.0.1:{quang_ninh.port}"
    for origin, csrf in [("http://elsewhere.example", "x"), (own, "x")]:
        status, _, _ = quang_ninh.request(
            "POST", f"/people?csrf={csrf}", "first=1&second=2&decision=merge", Origin=origin,
            Cookie=f"{cookie['name']}={cookie['value']}")
        assert status == 403


def test_a_phone_hands_in_a_bundle_and_takes_the_receipt(province, browser, tmp_path):
    venue = VenueBox(tmp_path / "box", province.settings)
    event = venue.hold("lop-1")
    bundle = venue.bundle(event, "--after", "0")
    province.register(venue.bundle(event), "hộp")
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    sign_in(page, province, "/carry")
    assert page.url.endswith("/carry")
    page.set_input_files("#file", {"name": "x.ddb.age", "mimeType": "application/octet-stream", "buffer": bundle})
    with page.expect_download() as download:
        page.click("main button")
    assert download.value.suggested_filename.endswith(".ddr")
    path = tmp_path / "receipt.ddr"
    download.value.save_as(path)
    assert receipt(path.read_bytes())["accepted"] == 105
    page.set_input_files("#file", {"name": "x.ddb", "mimeType": "application/octet-stream", "buffer": b"nonsense"})
    page.click("main button")
    assert page.locator("[role=alert]").is_visible()
    assert_good(page)


def test_carrying_needs_no_javascript(province, browser, tmp_path):
    """A cadre's old phone: the bundle goes up and the receipt comes down by a plain form."""
    venue = VenueBox(tmp_path / "box", province.settings)
    event = venue.hold("lop-1")
    province.register(venue.bundle(event), "hộp")
    bundle = venue.bundle(event, "--after", "0")
    page = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    sign_in(page, province, "/carry")
    page.set_input_files("#file", {"name": "x.ddb.age", "mimeType": "application/octet-stream", "buffer": bundle})
    with page.expect_download() as download:
        page.click("main button")
    download.value.save_as(tmp_path / "receipt.ddr")
    assert receipt((tmp_path / "receipt.ddr").read_bytes())["accepted"] == 105


def test_settings_are_shown_as_a_code_that_the_box_reads(province, browser, tmp_path):
    province.command("settings", "--url", "https://tinh.example.vn")
    line = json.loads(province.command("settings", "--json"))["line"]
    page = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    sign_in(page, province, "/")
    page.click("a[href='/settings']")
    assert page.locator("#line").input_value() == line
    box = Box.create(tmp_path / "box")
    box.start()
    shown = page.locator(".settings-qr").screenshot()
    assert box.expect(200, "POST", "/decode", shown, Content_Type="image/png")["texts"] == [line]
    box.stop()
