"""Citizen cards at the desk and at the kiosk. All people are invented."""

import time

import pytest
from playwright.sync_api import Page, expect

from test_pages import assert_accessible, assert_fits
from venue import Venue, sign_in
from wedge import Wedge

NEW = "001190000017||Nông Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"
# The roster's Lê Thị Hoa, born 1971 in Tiến Xuân; and somebody of her name from elsewhere.
HOA = "001171000025||Lê Thị Hoa|20101971|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"
OTHER_HOA = "001171000033||Lê Thị Hoa|20101971|Nữ|Thôn Ví Dụ, Thanh Mai, Chợ Mới, Bắc Kạn|01072021"
CHILD = "001012000041||Bùi Ví Dụ|01062012|Nữ|Thôn Ví Dụ, Ba Vì, Hà Nội|01072025||Bùi Văn Cha|Đinh Thị Mẹ|"


def show(page: Page, line: str) -> None:
    """What the camera or the scanner's own port gives: the whole line, marks and all."""
    page.focus("#query")
    Wedge(page).insert(line)


def people(venue: Venue) -> int:
    return len(venue.box.participants(venue.event))


def test_new_person_is_in_with_one_tap_after_the_consent_was_read(venue: Venue, desk: Page):
    started = time.monotonic()
    show(desk, NEW)
    expect(desk.locator("#card-title")).to_have_text("Nông Thị Ví Dụ")
    expect(desk.locator("#card-facts")).to_contain_text("08/03/1990 · Nữ")
    expect(desk.locator("#card-facts")).to_contain_text("nay là Xã Yên Xuân")
    expect(desk.locator("#card")).to_contain_text("có đồng ý không")
    expect(desk.locator("#card-submit")).to_be_focused()
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Nông Thị Ví Dụ")
    assert time.monotonic() - started < 3
    assert venue.counts()["walk_in"] == {"present": 1, "late": 0}


def test_card_shown_again_says_since_when_and_enrols_nobody(venue: Venue, desk: Page):
    for verdict in ("#verdict.good", "#verdict.caution"):
        show(desk, NEW)
        if verdict == "#verdict.good":
            desk.click("#card-submit")
        expect(desk.locator(verdict)).to_contain_text("Nông Thị Ví Dụ")
        desk.wait_for_timeout(3100)
    assert people(venue) == 7


def test_person_of_the_list_is_proposed_and_checked_in_with_one_tap(venue: Venue, desk: Page):
    show(desk, HOA)
    expect(desk.locator("#card-known")).to_contain_text("Suối Mẫu")
    expect(desk.locator("#card-people button")).to_be_focused()
    desk.click("#card-people button")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#verdict")).to_contain_text("sinh 1971")
    assert (people(venue), venue.counts()["present"]) == (6, 1)


def test_somebody_else_of_the_same_name_is_registered_apart(venue: Venue, desk: Page):
    show(desk, OTHER_HOA)
    expect(desk.locator("#card-people .person")).to_have_count(1)
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Chợ Mới")
    assert people(venue) == 7


GOC = "Họ và tên,Năm sinh,Giới tính,Số CCCD\nĐinh Thị Gốc,1970,Nữ,001170000061\n"


def test_number_under_another_name_is_asked_about_with_both_names(venue: Venue, desk: Page):
    venue.box.import_roster(venue.event, GOC)
    show(desk, "001170000061||Cao Văn Hoàn Toàn Khác|02021970|Nam|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021")
    expect(desk.locator("#card-other")).to_contain_text(
        "Thẻ ghi Cao Văn Hoàn Toàn Khác, 1970 – danh sách ghi Đinh Thị Gốc, 1970, cùng số căn cước")
    expect(desk.locator("#card-submit")).to_be_hidden()
    assert venue.counts()["present"] == 0
    desk.click("#card-people button")
    expect(desk.locator("#verdict.good")).to_contain_text("Đinh Thị Gốc")
    assert (people(venue), venue.counts()["present"]) == (7, 1)


def test_number_of_the_list_with_the_name_of_the_card_needs_no_tap(venue: Venue, desk: Page):
    venue.box.import_roster(venue.event, GOC)
    show(desk, "001170000061||ĐINH THỊ GỐC|02021970|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021")
    expect(desk.locator("#verdict.good")).to_contain_text("Đinh Thị Gốc")
    show(desk, NEW)
    expect(desk.locator("#card-submit")).to_be_visible()
    expect(desk.locator("#card-other")).to_be_hidden()


def test_no_consent_keeps_nothing(venue: Venue, desk: Page):
    show(desk, NEW)
    desk.click("#card [data-close]")
    expect(desk.locator("#card")).to_be_hidden()
    # A browser tells of a closed window a moment after it is closed.
    expect(desk.locator("#card-title")).to_have_text("")
    assert "Nông Thị" not in desk.content()
    assert people(venue) == 6


def test_scanner_that_drops_letters_leaves_the_name_to_be_typed(venue: Venue, desk: Page):
    Wedge(desk).scan(NEW)
    expect(desk.locator("#card-warnings")).to_contain_text("gõ họ tên")
    expect(desk.locator("#card-name")).to_be_focused()
    desk.click("#card-submit")
    expect(desk.locator("#card-error")).to_contain_text("Cần ghi họ và tên")
    desk.fill("#card-name", "Nông Thị Ví Dụ")
    desk.fill("#card-commune", "Xã Tiến Xuân")
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Nông Thị Ví Dụ")


@pytest.mark.parametrize("keyboard", ["vietnamese", "method", "british", "caps"])
def test_number_survives_every_keyboard(venue: Venue, desk: Page, keyboard):
    show(desk, NEW)
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Nông Thị Ví Dụ")
    desk.wait_for_timeout(3100)
    Wedge(desk, keyboard).scan(NEW)
    expect(desk.locator("#verdict.caution")).to_contain_text("Nông Thị Ví Dụ")


@pytest.mark.parametrize("line, words", [
    (NEW.replace("001190", "001090"), "Giới tính trên thẻ khác với số thẻ"),
    (NEW.replace("08031990", "08031991"), "Năm sinh trên thẻ khác với số thẻ"), (CHILD, "người giám hộ"),
    (NEW.replace("001190", "999190"), "Mã tỉnh")])
def test_contradiction_is_a_warning_and_no_refusal(venue: Venue, desk: Page, line, words):
    show(desk, line)
    expect(desk.locator("#card-warnings")).to_contain_text(words)
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text(words)


@pytest.mark.parametrize("line, words", [
    ("https://vneid.gov.vn/a?b=1|2|3|4|5|6|7", "Quét thẻ, không quét ứng dụng"),
    ("https://vneid.gov.vn/0123456789", "Quét thẻ, không quét ứng dụng"),
    (NEW.replace("001190000017", "00119000001"), "giữ phẳng và yên"),
    (NEW.replace("08031990", "31021990"), "Quét lại thẻ")])
def test_other_line_is_a_recorded_refusal_that_says_what_to_do(venue: Venue, desk: Page, line, words):
    show(desk, line)
    expect(desk.locator("#verdict.bad")).to_contain_text(words)
    expect(desk.locator("#recent li.bad")).to_have_count(1)
    assert people(venue) == 6


def test_answer_that_was_lost_enrols_once(venue: Venue, desk: Page):
    failed = []

    def lose_first(route):
        if not failed:
            failed.append(route.fetch().status)
            return route.abort()
        return route.continue_()

    desk.route("**/participants", lose_first)
    show(desk, NEW)
    desk.click("#card-submit")
    expect(desk.locator("#card-error")).to_contain_text("Không nối được")
    desk.click("#card-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Nông Thị Ví Dụ")
    assert (failed, people(venue)) == ([201], 7)


def test_where_nothing_is_kept_the_operator_is_told_what_to_do(venue: Venue, new_page):
    page = new_page()
    # As on plain http in the hall.
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    page.route("**/card", lambda route: route.abort())
    show(page, NEW)
    expect(page.locator("#verdict.bad")).to_contain_text("Tìm theo họ tên")


def test_line_of_a_slow_scanner_is_no_search(venue: Venue, desk: Page):
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.focus("#query")
    desk.keyboard.type("001190000017||Bi Th|08031990|N|Thn|01072021", delay=70)
    desk.keyboard.press("Enter")
    expect(desk.locator("#card-warnings")).to_be_visible()
    expect(desk.locator("#query")).to_have_value("")
    assert not [address for address in asked if "001190000017" in address]


def test_card_takes_the_place_of_a_form_that_was_begun(venue: Venue, desk: Page):
    desk.press("#query", "F2")
    desk.focus("#walk-in-name")
    Wedge(desk).insert(NEW)
    expect(desk.locator("#card-title")).to_have_text("Nông Thị Ví Dụ")
    expect(desk.locator("#walk-in")).to_be_hidden()
    expect(desk.locator("#walk-in-name")).to_have_value("")


def test_kiosk_sends_the_bearer_to_the_desk_and_the_line_nowhere(venue: Venue, kiosk: Page):
    asked = []
    kiosk.on("request", lambda request: asked.append(request.post_data or ""))
    Wedge(kiosk).scan(NEW)
    expect(kiosk.locator("#answer")).to_contain_text("Mời tới bàn đón")
    assert not [body for body in asked if "001190000017" in body]


@pytest.mark.parametrize("width", [320, 390, 1366])
@pytest.mark.parametrize("line", [NEW, OTHER_HOA, CHILD])
def test_card_fits_and_is_accessible(venue: Venue, new_page, width, line):
    page = new_page(width, 800)
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    show(page, line)
    expect(page.locator("#card-submit")).to_be_visible()
    assert_fits(page)
    assert_accessible(page)
