"""A real browser in front of a real box: one box per test, every page watched for errors."""

import json
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from box import Box, free_port, run

sys.path.insert(0, str(Path(__file__).parent))

from venue import ROSTER, Venue, add_event, launch, sign_in  # noqa: E402
from wedge import Wedge  # noqa: E402

# The pages ask the box every five seconds what is open.
expect.set_options(timeout=12_000)


@pytest.fixture
def venue(tmp_path: Path):
    folder = tmp_path / "box"
    made = json.loads(run("init", "--data", str(folder), "--json"))
    box = Box(folder, made["api_token"])
    kiosk, settings = free_port(), tmp_path / "diemdanh.yaml"
    settings.write_text("hosts: [diemdanh.lan]\n")
    box.start("--config", str(settings), "--kiosk-listen", f"127.0.0.1:{kiosk}")
    event = add_event(box, "Tập huấn OCOP Tiến Xuân", sessions=2)
    session = event["sessions"][0]["id"]
    assert box.import_roster(event["id"], ROSTER)["imported"] == 6
    box.expect(200, "POST", f"/sessions/{session}/open")
    venue = Venue(box, made["organiser_pin"], kiosk, event["id"], session)
    for person in box.participants(event["id"]):
        venue.codes.setdefault(person["name"], person["code"])
    yield venue
    if box.process:
        box.kill()


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture
def new_page(browser: Browser):
    """Makes pages of given widths; at the end of the test none of them may have had an error of its scripts."""
    contexts, errors = [], []
    usual = browser

    def make(
        width: int = 1280, height: int = 900, browser: Browser = usual, camera: str | None = None, **options,
    ) -> Page:
        size = {"width": width, "height": height}
        contexts.append(browser.new_context(viewport=size, locale="vi-VN", **options))
        if camera:
            contexts[-1].grant_permissions(["camera"], origin=camera)
        page = contexts[-1].new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if is_error(message) else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert errors == []


def is_error(message) -> bool:
    """A refused or failed request is said on the page; all else on the console is a mistake of ours."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


@pytest.fixture
def page(new_page) -> Page:
    return new_page()


@pytest.fixture
def kiosk(venue: Venue, page: Page) -> Page:
    """The kiosk's screen, ready for the next person."""
    page.goto(venue.kiosk_address("/kiosk"))
    page.wait_for_selector("#count:not([hidden])")
    return page


@pytest.fixture
def desk(venue: Venue, page: Page) -> Page:
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    return page


@pytest.fixture
def admin(venue: Venue, page: Page) -> Page:
    sign_in(page, venue, "/admin", ".event-row")
    return page


@pytest.fixture
def scan():
    """What a wedge scanner does: very fast keys and an Enter, wherever the focus is."""

    def scan(page: Page, text: str) -> None:
        Wedge(page).scan(text)

    return scan
