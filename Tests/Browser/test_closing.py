"""A session that closes while somebody works for it."""

from playwright.sync_api import Page, expect

from looks import assert_accessible
from venue import Venue, add_event, sign_in
from wedge import Wedge

CARD = "001190000017||Nông Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"


def close(venue: Venue) -> None:
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")


def open_another(venue: Venue) -> dict:
    """Another event with a session that is open at the same time."""
    event = add_event(venue.box, "Hội nghị khác")
    venue.box.expect(200, "POST", f"/sessions/{event['sessions'][0]['id']}/open")
    return event


def scans(venue: Venue, event: str | None = None) -> list[tuple]:
    exported = venue.box.expect(200, "GET", f"/events/{event or venue.event}/export?format=json")
    return [(scan["result"], scan.get("reason")) for scan in exported["scans"]]


def fill_walk_in(desk: Page) -> None:
    desk.press("#query", "F2")
    desk.fill("#walk-in-name", "Triệu Thị Mẩy")
    desk.check("#walk-in [name=consent]")


def confirm_by_hand(venue: Venue, desk: Page) -> None:
    """The refusal is recorded, and it can be overruled for as long as the operator wants."""
    expect(desk.locator("#verdict")).to_contain_text("Buổi này đã đóng điểm danh")
    expect(desk.locator("#closed")).to_contain_text("Buổi “Sáng” đã đóng điểm danh")
    desk.locator("#verdict").get_by_role("button", name="Xác nhận tay").click()
    desk.click("#reason-submit")
    expect(desk.locator("#verdict.good")).to_be_visible()
    assert scans(venue) == [("refused", "session_closed"), ("accepted", None)]


def test_walk_in_whose_session_closes_is_refused_there_and_confirmed_by_hand(venue: Venue, desk: Page):
    fill_walk_in(desk)
    close(venue)
    expect(desk.locator("#closed")).to_be_attached()
    expect(desk.locator("#closed")).to_contain_text("Sáng")
    desk.click("#walk-in button.main")
    confirm_by_hand(venue, desk)
    desk.get_by_role("button", name="Xong buổi này").click()
    expect(desk.locator("#no-session")).to_be_visible()


def test_card_whose_session_closes_is_refused_there_and_confirmed_by_hand(venue: Venue, desk: Page):
    desk.focus("#query")
    Wedge(desk).insert(CARD)
    expect(desk.locator("#card-title")).to_have_text("Nông Thị Ví Dụ")
    close(venue)
    expect(desk.locator("#closed")).to_contain_text("Sáng")
    desk.click("#card-submit")
    confirm_by_hand(venue, desk)


def test_reason_that_is_typed_while_the_session_closes_counts_for_it(venue: Venue, desk: Page, scan):
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    scan(desk, venue.codes["Lê Thị Hoa"])
    desk.locator("#verdict").get_by_role("button", name="Xác nhận tay").click()
    close(venue)
    expect(desk.locator("#closed")).to_contain_text("Sáng")
    desk.click("#reason-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#reason")).to_be_hidden()


def test_walk_in_of_a_session_that_closed_is_never_a_scan_of_another(venue: Venue, desk: Page):
    other = open_another(venue)
    expect(desk.locator("#session option")).to_have_count(2)
    fill_walk_in(desk)
    close(venue)
    expect(desk.locator("#closed")).to_contain_text("Sáng")
    desk.click("#walk-in button.main")
    confirm_by_hand(venue, desk)
    assert scans(venue, other["id"]) == []
    desk.locator("#closed").get_by_role("button", name="Hội nghị khác").click()
    expect(desk.locator("#closed")).to_be_hidden()
    expect(desk.locator("#session")).to_have_value(other["sessions"][0]["id"])


def test_refusal_of_a_session_that_just_closed_stays_to_be_overruled(venue: Venue, desk: Page, scan):
    close(venue)
    scan(desk, venue.codes["Lê Thị Hoa"])
    confirm_by_hand(venue, desk)


def test_desk_asks_where_to_go_on_when_its_session_closes_beside_another(venue: Venue, desk: Page, scan):
    other = open_another(venue)
    expect(desk.locator("#session option")).to_have_count(2)
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    close(venue)
    expect(desk.locator("#closed")).to_contain_text("Buổi “Sáng” đã đóng điểm danh")
    expect(desk.locator("#choose-session")).to_contain_text("Bàn này làm buổi nào?")
    expect(desk.locator("#work")).to_be_hidden()
    assert_accessible(desk)
    scan(desk, venue.codes["Nguyễn Thị Đào"])
    desk.locator("#closed").get_by_role("button", name="Hội nghị khác").click()
    expect(desk.locator("#verdict")).to_contain_text("Sẵn sàng")
    expect(desk.locator("#session")).to_have_value(other["sessions"][0]["id"])
    assert scans(venue) == [("accepted", None)] and scans(venue, other["id"]) == []


def test_desk_before_several_open_sessions_asks_for_which_it_works(venue: Venue, page: Page):
    open_another(venue)
    sign_in(page, venue, "/desk", "#choose-session:not([hidden])")
    expect(page.locator("#closed")).to_contain_text("Có nhiều buổi đang mở")
    page.locator("#closed").get_by_role("button", name="Sáng · Tập huấn").click()
    expect(page.locator("#work")).to_be_visible()
    expect(page.locator("#session")).to_have_value(venue.session)


def test_kiosk_shows_that_it_goes_on_with_the_only_session_left(venue: Venue, kiosk: Page, scan):
    other = open_another(venue)
    expect(kiosk.locator("#sessions button")).to_have_count(2)
    close(venue)
    expect(kiosk.locator("#answer.caution")).to_contain_text("Sáng · Hội nghị khác")
    expect(kiosk.locator("#event")).to_have_text("Hội nghị khác")
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.bad")).to_be_visible()
    assert scans(venue) == [] and len(scans(venue, other["id"])) == 1


def test_kiosk_before_several_sessions_asks_before_anybody_is_counted(venue: Venue, kiosk: Page, scan):
    others = [open_another(venue), open_another(venue)]
    expect(kiosk.locator("#sessions button")).to_have_count(3)
    close(venue)
    expect(kiosk.locator("#prompt-title")).to_have_text("Quý vị dự buổi nào?")
    assert_accessible(kiosk)
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.caution")).to_contain_text("Quý vị dự buổi nào?")
    kiosk.keyboard.press("Escape")
    kiosk.locator("#sessions button").first.click()
    expect(kiosk.locator("#prompt-title")).to_have_text("Mời đưa thẻ vào máy quét")
    assert [scans(venue, event["id"]) for event in others] == [[], []]
