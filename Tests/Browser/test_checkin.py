"""The room's screen, and people who check themselves in on their own phones."""

import re

import pytest
from playwright.sync_api import Page, expect

from test_pages import assert_accessible, assert_fits
from venue import Venue

HOA = "Lê Thị Hoa"
PHONE = {"width": 360, "height": 740}
# What the little browsers of captive portals do.
NO_STORAGE = """
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
    }
    Object.defineProperty(document, "cookie", {
        get() { throw new DOMException("", "SecurityError"); }, set() { throw new DOMException("", "SecurityError"); } });
"""


@pytest.fixture
def screen(venue: Venue, new_page) -> Page:
    """A screen that has just been enrolled, and went to the event that is on."""
    station = venue.box.expect(201, "POST", "/stations", {"name": "Màn hình", "role": "display"})
    page = new_page(1280, 720)
    page.goto(venue.address("/enrol/" + station["url"].rpartition("/")[2]))
    page.click("#enrol-button")
    page.wait_for_url(f"**/display/{venue.event}")
    expect(page.locator("#venue")).to_be_visible()
    return page


def scan(venue: Venue, screen: Page) -> str:
    """The address that a phone reads from the screen, as seen from some metres away."""
    picture = screen.screenshot(type="jpeg", quality=60)
    [text] = venue.box.expect(200, "POST", "/decode", picture, Content_Type="image/jpeg")["texts"]
    return text


def come_in(phone: Page, code: str) -> None:
    phone.fill("#code", code)
    phone.click("form:has(#code) button")
    expect(phone.locator("#who")).to_have_text("Lê Thị H…")
    phone.click("button[name=confirmed]")
    expect(phone.locator(".result.good h1")).to_have_text("Đã điểm danh")


def test_screen_counts_and_its_code_brings_a_phone_in_without_script(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE, java_script_enabled=False)
    phone.goto(scan(venue, screen))
    code = venue.codes[HOA]
    come_in(phone, f"{code[:3]} {code[3:6]} {code[6:]}")
    expect(phone.locator("#time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    assert HOA not in phone.content()
    expect(screen.locator("#came")).to_have_text("1")
    assert venue.counts()["present"] == 1
    phone.reload()
    expect(phone.locator(".result.good h1")).to_have_text("Đã điểm danh")
    assert venue.counts()["present"] == 1
    assert {cookie["name"] for cookie in phone.context.cookies()} <= {"lang"}


def test_phone_whose_browser_keeps_nothing_comes_in(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE)
    phone.add_init_script(NO_STORAGE)
    phone.goto(scan(venue, screen))
    come_in(phone, venue.codes[HOA])


def test_wrong_person_is_not_confirmed_and_asked_again(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE, java_script_enabled=False)
    phone.goto(scan(venue, screen))
    phone.fill("#code", venue.codes["Nguyễn Thị Đào"])
    phone.click("form:has(#code) button")
    expect(phone.locator("#who")).to_have_text("Nguyễn Thị Đ…")
    phone.click("button.plain")
    come_in(phone, venue.codes[HOA])
    assert venue.counts()["present"] == 1


def test_wrong_code_says_what_to_do_and_after_five_the_desk_helps(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE, java_script_enabled=False)
    phone.goto(scan(venue, screen))
    for wrong in range(5):
        phone.fill("#code", f"0000000{wrong}")
        phone.click("form:has(#code) button")
        expect(phone.locator("#error")).to_contain_text("Hãy xem lại từng số trên thẻ")
    phone.fill("#code", venue.codes[HOA])
    phone.click("form:has(#code) button")
    expect(phone.locator("h1")).to_have_text("Mời tới bàn đón")
    assert venue.box.redeem(venue.session, venue.codes[HOA])[0] == 201


def test_old_code_asks_to_scan_again_and_a_closed_session_to_wait(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE, java_script_enabled=False)
    phone.goto(venue.address("/v/AAAAAAAAAAAAAAAA"))
    expect(phone.locator("h1")).to_have_text("Mã đã hết hạn")
    address = scan(venue, screen)
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    phone.goto(address)
    expect(phone.locator("h1")).to_have_text("Chưa mở điểm danh")
    # The screen no longer offers what brings nobody in.
    expect(screen.locator("#venue")).to_be_hidden()
    expect(screen.locator("#rest")).to_contain_text("Buổi sắp tới: Chiều")


def test_phone_speaks_english_without_a_cookie(venue: Venue, screen: Page, new_page):
    phone = new_page(**PHONE, java_script_enabled=False)
    phone.goto(scan(venue, screen) + "?lang=en")
    phone.context.clear_cookies()
    phone.fill("#code", venue.codes[HOA])
    phone.click("form:has(#code) button")
    expect(phone.locator("h1")).to_have_text("Is this you?")


def test_screen_asks_for_the_next_code_when_the_old_one_ends(venue: Venue, screen: Page):
    left = []
    screen.on("response", lambda answer: left.append(answer) if answer.url.endswith("/venue-code") else None)
    screen.clock.install()
    screen.reload()
    expect(screen.locator("#venue")).to_be_visible()
    screen.clock.run_for(31_000)
    while len(left) < 2:
        screen.wait_for_timeout(50)
    assert left[-1].json()["milliseconds_left"] <= 30_000


def test_screen_that_is_not_enrolled_shows_no_code(venue: Venue, page: Page):
    page.goto(venue.address(f"/display/{venue.event}"))
    expect(page.locator("#rest")).to_contain_text("Màn hình này chưa được nhận")
    expect(page.locator("#venue")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768])
def test_each_step_on_the_phone_fits_and_is_accessible(venue: Venue, screen: Page, new_page, width):
    phone = new_page(width)

    def look():
        assert_fits(phone)
        assert_accessible(phone)

    phone.goto(scan(venue, screen))
    look()
    phone.fill("#code", "00000000")
    phone.click("form:has(#code) button")
    look()
    phone.fill("#code", venue.codes[HOA])
    phone.click("form:has(#code) button")
    expect(phone.locator("#who")).to_be_visible()
    look()
    phone.click("button[name=confirmed]")
    expect(phone.locator(".result")).to_be_visible()
    look()
    phone.goto(venue.address("/v/old"))
    look()


@pytest.mark.parametrize("width", [320, 1280, 1920])
def test_screen_fits_and_is_accessible(venue: Venue, screen: Page, width):
    screen.set_viewport_size({"width": width, "height": 900})
    assert_fits(screen)
    assert_accessible(screen)
