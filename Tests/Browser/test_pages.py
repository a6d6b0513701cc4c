"""What holds for every page: any width, either language, for people who see, hear or move differently."""

import pytest
from playwright.sync_api import Page, expect

from looks import assert_accessible, assert_fits
from venue import Venue, sign_in

WIDTHS = [320, 768, 1920]
STAFF = {
    "desk": ("/desk", "#work:not([hidden])"), "events": ("/admin", ".event-row"), "new": ("/admin#/new", "#new-name"),
    "stations": ("/admin#/stations", "#station-name"), "operators": ("/admin#/operators", "#operator-name"),
    "conflicts": ("/admin#/conflicts", "#place .note.good"),
    "box": ("/admin#/box", "#place dl"),
}


OPEN_PAGES = ["/", "/kiosk", "/desk", "/desk/paper", "/admin", "/selftest", "/enrol/unknown", "/no-such-page"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_pages_fit_and_are_accessible(venue: Venue, new_page, path, width):
    page = new_page(width)
    page.goto(venue.address(path))
    page.wait_for_load_state("networkidle")
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", STAFF)
def test_staff_pages_fit_and_are_accessible(venue: Venue, new_page, place, width):
    path, ready = STAFF[place]
    page = new_page(width)
    sign_in(page, venue, path, ready)
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_event_page_fits_and_is_accessible(venue: Venue, new_page, width):
    page = new_page(width)
    sign_in(page, venue, f"/admin#/event/{venue.event}", "#event-people")
    expect(page.locator("tbody tr")).to_have_count(6)
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_kiosk_and_its_answers_fit_and_are_accessible(venue: Venue, new_page, scan, width):
    page = new_page(width)
    page.goto(venue.kiosk_address("/kiosk"))
    page.wait_for_selector("#count:not([hidden])")
    assert_fits(page)
    assert_accessible(page)
    scan(page, venue.codes["Lê Thị Hoa"])
    page.wait_for_selector("#answer.good")
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_language_is_chosen_by_link_and_kept(venue: Venue, page: Page, language):
    page.goto(venue.address("/"))
    page.click(f".languages a[lang={language}]")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.goto(venue.address("/desk"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    heading = {"vi": "Người trực đăng nhập", "en": "Operator sign-in"}[language]
    expect(page.locator("#login-title")).to_have_text(heading)


def test_vietnamese_is_first(venue: Venue, page: Page):
    page.goto(venue.address("/"))
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_have_text("Kính chào quý vị!")


def test_front_page_works_without_scripts(venue: Venue, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(venue.address("/"))
    page.click("a[href='/desk']")
    assert page.url.endswith("/desk")
    context.close()
