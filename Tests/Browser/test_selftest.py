"""The page on which a scanner is tried."""

import pytest
from playwright.sync_api import Page, expect

from test_pages import assert_accessible, assert_fits
from venue import Venue
from wedge import LAYOUT, Wedge


@pytest.fixture
def trial(venue: Venue, page: Page) -> tuple[Page, str]:
    """The page, and what its code holds."""
    page.goto(venue.address("/selftest?from=desk"))
    expect(page.locator("#typed")).to_be_focused()
    return page, page.get_attribute("#trial", "data-reference")


def assert_found(page: Page, state: str, *findings: str) -> None:
    expect(page.locator("#result")).to_have_attribute("data-state", state)
    found = [one.get_attribute("data-finding") for one in page.locator("#findings li").all()]
    assert found == list(findings)


def test_reference_has_all_digits_and_the_bar(trial):
    assert set("0123456789|") <= set(trial[1])


@pytest.mark.parametrize("keyboard, state, findings", [
    ("us", "pass", []), ("vietnamese", "usable", ["layout"]), ("method", "usable", ["method"]),
    ("british", "usable", ["bar"]), ("caps", "usable", ["caps"])])
def test_layer_that_mangles_is_named(trial, keyboard, state, findings):
    page, reference = trial
    Wedge(page, keyboard).scan(reference)
    assert_found(page, state, *findings)
    if state == "pass":
        expect(page.locator("#result.good")).to_contain_text("Đạt")


@pytest.mark.parametrize("typed, finding", [("â|a6|d9", "telex"), ("aa|â|đ", "vni")])
def test_keyboard_method_is_told_by_its_letters(trial, typed, finding):
    page, reference = trial
    Wedge(page).insert(reference.replace("aa|a6|d9", typed))
    expect(page.locator(f"[data-finding={finding}]")).to_contain_text("tắt UniKey")


@pytest.mark.parametrize("before, after, end, finding", [
    ("", "", None, "suffix"), ("]Q1", "", "Enter", "prefix"), ("", "--", "Enter", "tail"), ("", "", "Tab", None)])
def test_what_the_scanner_adds_or_leaves_out_is_named(trial, before, after, end, finding):
    page, reference = trial
    Wedge(page).scan(before + reference + after, end)
    assert_found(page, "usable" if finding else "pass", *([finding] if finding else []))


def test_digit_that_was_dropped_is_no_pass(trial):
    page, reference = trial
    Wedge(page).scan(reference.replace("5", "", 1))
    assert_found(page, "fail", "lost")


def test_slow_scanner_is_no_pass(trial):
    page, reference = trial
    page.keyboard.type(reference, delay=80)
    page.keyboard.press("Enter")
    expect(page.locator("[data-finding=slow]")).to_be_visible()
    expect(page.locator("#result")).to_have_attribute("data-state", "fail")


def test_letters_of_the_layout_without_keys_are_named(trial):
    page, reference = trial
    Wedge(page).insert(reference.translate(str.maketrans(LAYOUT)))
    expect(page.locator("[data-finding=layout]")).to_contain_text("ENG (US)")


def test_page_leads_back(trial):
    page, _ = trial
    page.click("#back")
    assert page.url.endswith("/desk")


@pytest.mark.parametrize("width", [320, 1366])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_fits_and_is_accessible(venue: Venue, new_page, width, language):
    page = new_page(width)
    page.goto(venue.address(f"/selftest?lang={language}"))
    expect(page.locator("#typed")).to_be_focused()
    Wedge(page, "vietnamese").scan(page.get_attribute("#trial", "data-reference"))
    expect(page.locator("[data-finding=layout]")).to_be_visible()
    assert_fits(page)
    assert_accessible(page)
