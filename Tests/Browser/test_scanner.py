"""Scanners under whatever the keyboard is set to: what is scanned is what the box gets."""

import random
import re
import unicodedata
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from venue import Venue, sign_in
from wedge import BURST, LAYOUT, PROCESS, Wedge

HOA = "Lê Thị Hoa"
KEYBOARDS = ["us", "vietnamese", "method", "british", "caps"]
MANGLED = str.maketrans(LAYOUT)


def sent(page: Page) -> list[dict]:
    """The check-ins that the page asks for from now on."""
    bodies: list[dict] = []
    page.on("request", lambda request: bodies.append(request.post_data_json)
            if request.url.endswith("/redeem") else None)
    return bodies


def searches(page: Page) -> list[str]:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url) if "participants?q=" in request.url else None)
    return addresses


def badge_of(venue: Venue, name: str) -> str:
    badges = venue.box.expect(200, "GET", f"/events/{venue.event}/codes?format=json")["items"]
    return next(badge["badge"] for badge in badges if badge["name"] == name)


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_badge_is_read_in_the_field_and_beside_it(venue: Venue, desk: Page, keyboard):
    badge, asked, looked = badge_of(venue, HOA), sent(desk), searches(desk)
    desk.focus("#query")
    Wedge(desk, keyboard).scan(badge)
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    assert [body["code"] for body in asked] == [badge]
    expect(desk.locator("#keyboard-note")).to_be_visible(visible=keyboard in ("vietnamese", "method"))
    desk.evaluate("document.activeElement.blur()")
    Wedge(desk, keyboard).scan(venue.codes["Nguyễn Thị Đào"])
    expect(desk.locator("#verdict.good")).to_contain_text("Nguyễn Thị Đào")
    assert looked == []


@pytest.mark.parametrize("keyboard", ["us", "vietnamese", "method"])
def test_kiosk_reads_and_tells_staff_about_the_keyboard(venue: Venue, kiosk: Page, keyboard):
    Wedge(kiosk, keyboard).scan(venue.codes[HOA])
    expect(kiosk.locator("#answer.good")).to_contain_text("Hoa")
    expect(kiosk.locator("#keyboard-note")).to_be_visible(visible=keyboard != "us")
    if keyboard != "us":
        Wedge(kiosk).scan(venue.codes["Nguyễn Thị Đào"])
        expect(kiosk.locator("#keyboard-note")).to_be_hidden()


@pytest.mark.parametrize("end", ["Enter", "Tab", None])
def test_any_end_of_a_scan_will_do(venue: Venue, desk: Page, end):
    desk.focus("#query")
    Wedge(desk).scan(venue.codes[HOA], end)
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    expect(desk.locator("#query")).to_have_value("")
    expect(desk.locator("#query")).to_be_focused()


@pytest.mark.parametrize("prefix", ["]Q1", "]C0"])
def test_symbology_identifier_is_no_part_of_the_code(venue: Venue, desk: Page, prefix):
    Wedge(desk).scan(prefix + venue.codes[HOA])
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)


@pytest.mark.parametrize("is_mangled", [False, True])
def test_text_that_comes_without_keys_is_a_scan_too(venue: Venue, desk: Page, is_mangled):
    code = venue.codes[HOA]
    desk.focus("#query")
    Wedge(desk).insert(code.translate(MANGLED) if is_mangled else code)
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    expect(desk.locator("#keyboard-note")).to_be_visible(visible=is_mangled)


def test_letters_of_a_phone_keyboard_are_put_back_together(venue: Venue, desk: Page):
    code, asked = venue.codes[HOA], sent(desk)
    desk.focus("#query")
    Wedge(desk).insert(*code.translate(MANGLED))
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    assert len(asked) == 1


def test_double_fire_is_one_scan(venue: Venue, desk: Page):
    asked, wedge = sent(desk), Wedge(desk)
    for _ in range(3):
        wedge.scan(venue.codes[HOA])
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    wedge.scan(venue.codes["Nguyễn Thị Đào"])
    expect(desk.locator("#verdict.good")).to_contain_text("Nguyễn Thị Đào")
    assert len(asked) == 2


def test_second_end_of_a_scan_presses_nothing(venue: Venue, desk: Page):
    wedge = Wedge(desk)
    desk.focus("#walk-in-button")
    with wedge.steady():
        for digit in venue.codes[HOA]:
            wedge.press(digit)
        wedge.end("Enter")
        wedge.end("Enter")
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)
    expect(desk.locator("#walk-in")).to_be_hidden()


def test_hand_is_slower_than_a_scanner(venue: Venue, desk: Page):
    asked, code = sent(desk), venue.codes[HOA]
    desk.focus("#query")
    desk.keyboard.type(code, delay=160)
    expect(desk.locator("#query")).to_have_value(code)
    assert asked == []
    desk.keyboard.press("Enter")
    expect(desk.locator("#verdict.good")).to_contain_text(HOA)


def test_name_is_still_a_search(desk: Page):
    looked = searches(desk)
    desk.focus("#query")
    Wedge(desk).scan("hoa", end=None)
    expect(desk.locator(".person")).to_have_count(1)
    assert looked


def test_layout_is_undone_in_the_browser_as_on_the_box(desk: Page):
    undone = desk.evaluate("""async (texts) => {
        const { undone } = await import("/assets/js/scan/layout.js");
        return texts.map(undone);
    }""", [code.translate(MANGLED) for code in CODES] + [composed(code) for code in PAIRS])
    assert undone == CODES + PAIRS


CODES = ["48215791", "00000001", "98765432", "1580160900000000000000017", "55588899"]
PAIRS = ["15", "29", "38", "46", "1828", "3701"]


def composed(code: str) -> str:
    """What a browser makes of the letters, one text by the other: a letter and the mark on it."""
    return unicodedata.normalize("NFC", code.translate(MANGLED))


def test_thousand_scans_among_telex_typing_are_all_read(venue: Venue, new_page):
    people = 1000
    names = "\n".join(f"{number},Người Thử {number}" for number in range(people))
    venue.box.import_roster(venue.event, f"STT,Họ và tên\n{names}\n")
    codes = [one["code"] for one in venue.box.participants(venue.event) if one["name"].startswith("Người Thử")]
    page = new_page()
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    asked, looked, hand = sent(page), searches(page), random.Random(7)
    page.focus("#query")
    for code in codes:
        # A hand that types on while the scanner fires: before it, in its middle, or not at all.
        keys = [{"code": f"Digit{digit}", "key": digit, "text": digit} for digit in code]
        if (place := hand.choice([None, 0, 3, 5])) is not None:
            letter = hand.choice("aeouwdsfrxj")
            keys.insert(place, {"code": f"Key{letter.upper()}", "key": PROCESS, "text": hand.choice([letter, "â", "ư"])})
        page.evaluate(BURST, [*keys, {"code": "Enter", "key": "Enter", "text": ""}])
    expect(page.locator("[data-count=present] dd")).to_have_text(str(people), timeout=60_000)
    assert [body["code"] for body in asked] == codes
    assert not [address for address in looked if re.search(r"q=[^&]*\d", unquote(address))]
