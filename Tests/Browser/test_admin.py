"""The organiser's page."""

import json
import uuid
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from box import Box
from browserbox import decode, encode, seal
from venue import Venue, add_event, day_of

MESSY_ROSTER = """STT,Họ và tên,Năm sinh,Giới tính,Xã/phường,Điện thoại
1,NGUYỄN THỊ  HỒNG,1970,Nữ,Xã Tiến Xuân,912345678
2,,1980,Nam,Xã Tiến Xuân,
3,Trần Văn Bình,1985,Nam,Xã Yên Trung,0900000012
4,Trần Văn Bình,1985,Nam,Xã Yên Trung,0900000012
5,Hà Thị Mơ,32/13/1990,Nữ,Xã Lạ,09
"""


def open_event(page: Page, venue: Venue) -> None:
    page.click(f".event-row[href='#/event/{venue.event}']")
    expect(page.locator("tbody tr")).to_have_count(6)


def choose_roster(page: Page) -> None:
    page.set_input_files(
        "#import-file", {"name": "danh-sach.csv", "mimeType": "text/csv", "buffer": MESSY_ROSTER.encode()})
    expect(page.get_by_text("Xem trước: danh-sach.csv")).to_be_visible()


def assert_loads(picture: Locator) -> None:
    """The browser could draw it; an address that gives no picture fails here."""
    picture.evaluate("image => image.decode()")


def test_event_is_made_with_two_sessions_by_keyboard(venue: Venue, admin: Page):
    admin.click("a[href='#/new']")
    expect(admin.locator("#new-name")).to_be_focused()
    admin.fill("#new-name", "Hội nghị kết nối cung cầu")
    admin.select_option("#new-kind", "conference")
    admin.fill("#new-date-1", "2024-08-15")
    admin.focus("#new-session")
    admin.keyboard.press("Enter")
    expect(admin.locator("#new-starts-2")).to_have_value("13:30")
    admin.press("#new-name", "Enter")
    expect(admin.locator("#place h1")).to_have_text("Hội nghị kết nối cung cầu")
    expect(admin.locator(".session-row")).to_have_count(2)
    expect(admin.locator(".session-row").first).to_contain_text("07:30–11:00, 15/08/2024")


def test_event_without_a_name_is_not_made(admin: Page):
    admin.click("a[href='#/new']")
    admin.press("#new-name", "Enter")
    expect(admin.locator("#new-error")).to_have_text("Cần ghi tên lớp.")


def test_session_is_opened_and_closed_after_a_question(venue: Venue, admin: Page):
    open_event(admin, venue)
    afternoon = admin.locator(".session-row", has_text="Chiều")
    afternoon.locator("[data-turn]").click()
    admin.click("#question [data-close]")
    expect(afternoon).to_have_attribute("data-state", "planned")
    afternoon.locator("[data-turn]").click()
    admin.click("#question-yes")
    expect(afternoon).to_have_attribute("data-state", "open")
    afternoon.locator("[data-turn]").click()
    admin.click("#question-yes")
    expect(afternoon).to_have_attribute("data-state", "closed")
    expect(afternoon.locator(".seal")).to_be_visible()


def test_counts_move_while_people_come_in(venue: Venue, admin: Page):
    open_event(admin, venue)
    present = admin.locator(".session-row").first.locator("[data-count=present] dd")
    expect(present).to_have_text("0")
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    expect(present).to_have_text("1")


def test_preview_shows_what_is_wrong_and_keeps_nothing(venue: Venue, admin: Page):
    open_event(admin, venue)
    choose_roster(admin)
    expect(admin.locator("[data-list=import_rejected]")).to_contain_text("thiếu họ tên")
    expect(admin.locator("[data-list=import_repaired]")).to_contain_text("Nguyễn Thị Hồng")
    expect(admin.locator("[data-list=import_repaired]")).to_contain_text("0912345678")
    expect(admin.locator("[data-list=import_duplicates] tbody td").first).to_have_text("5")
    warnings = admin.locator("[data-list=import_warnings]")
    for reason in ["ngày sinh không đọc được", "không có trong danh mục", "số điện thoại không đúng"]:
        expect(warnings).to_contain_text(reason)
    assert len(venue.box.participants(venue.event)) == 6


def test_import_after_the_preview_adds_the_people(venue: Venue, admin: Page):
    open_event(admin, venue)
    choose_roster(admin)
    admin.get_by_role("button", name="Nhập 3 người").click()
    expect(admin.locator("#place .note.good")).to_contain_text("3 mới")
    expect(admin.locator("#event-people ~ * tbody tr")).to_have_count(9)
    assert len(venue.box.participants(venue.event)) == 9


def test_file_that_is_no_list_is_explained(venue: Venue, admin: Page):
    open_event(admin, venue)
    picture = b"\x89PNG\r\n\x1a\n" * 9
    admin.set_input_files("#import-file", {"name": "anh.xlsx", "mimeType": "image/png", "buffer": picture})
    expect(admin.locator("#place .note.bad")).to_contain_text("không phải tệp danh sách")


def test_participants_are_searched_and_their_code_is_shown(venue: Venue, admin: Page):
    open_event(admin, venue)
    admin.fill("#participants-search", "dao")
    expect(admin.locator("tbody tr")).to_have_count(2)
    admin.locator("tbody tr", has_text="Nguyễn Thị Đào").get_by_role("button").click()
    assert_loads(admin.locator("#picture img"))
    code = venue.codes["Nguyễn Thị Đào"]
    expect(admin.locator("#picture")).to_contain_text(f"{code[:3]} {code[3:6]} {code[6:]}")


def test_who_registered_at_two_boxes_is_shown_with_both_codes(venue: Venue, admin: Page, tmp_path: Path):
    second = Box.create(tmp_path / "second")
    venue.box.share(venue.event, second)
    second.start()
    person = {"name": "Triệu Thị Mẩy", "birth_year": 1980, "commune": "Xã Tiến Xuân"}
    for box in (venue.box, second):
        box.expect(201, "POST", f"/events/{venue.event}/participants", person, Idempotency_Key=str(uuid.uuid4()))
    second.stop()
    second.bring(venue.event, venue.box)
    admin.click(f".event-row[href='#/event/{venue.event}']")
    row = admin.locator("tbody tr", has_text="Triệu Thị Mẩy")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("đăng ký ở hai máy")
    texts = row.inner_text()
    [known] = [one for one in venue.box.participants(venue.event) if one["name"] == person["name"]]
    for code in (known["code"], *known["joined_codes"]):
        assert f"{code[:3]} {code[3:6]} {code[6:]}" in texts


def test_register_is_downloaded(venue: Venue, admin: Page):
    open_event(admin, venue)
    for name in ["Excel", "CSV", "JSON"]:
        with admin.expect_download() as download:
            admin.get_by_role("link", name=name).click()
        assert download.value.path().stat().st_size > 0


def test_device_is_added_with_a_link_and_revoked(admin: Page):
    admin.click("[data-place=stations]")
    admin.fill("#station-name", "Bàn 1")
    admin.press("#station-name", "Enter")
    expect(admin.locator("#picture a")).to_contain_text("/enrol/")
    assert_loads(admin.locator("#picture img"))
    admin.keyboard.press("Escape")
    row = admin.locator("tbody tr", has_text="Bàn 1")
    expect(row).to_contain_text("Chờ nhận")
    row.get_by_role("button", name="Thu hồi").click()
    admin.click("#question-yes")
    expect(row).to_contain_text("Đã thu hồi")


def test_operator_is_added_with_a_pin_of_digits(admin: Page):
    admin.click("[data-place=operators]")
    admin.fill("#operator-name", "Chị Hương")
    admin.fill("#operator-pin", "12ab")
    admin.press("#operator-pin", "Enter")
    expect(admin.locator("#message")).to_contain_text("6 đến 8 chữ số")
    admin.fill("#operator-pin", "246810")
    admin.press("#operator-pin", "Enter")
    expect(admin.locator("tbody")).to_contain_text("Chị Hương")


def test_clock_is_confirmed_from_this_device(admin: Page):
    expect(admin.locator("#clock-note")).to_be_visible()
    admin.click("[data-place=box]")
    admin.get_by_role("button", name="Dùng giờ của máy này").click()
    expect(admin.locator("#message")).to_have_text("Đã đặt giờ.")
    expect(admin.locator("#clock-note")).to_be_hidden()


def test_scan_of_a_desk_without_the_box_is_let_in_after_all(venue: Venue, admin: Page):
    person = next(person for person in venue.box.participants(venue.event) if person["name"] == "Lê Thị Hoa")
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    bring_in(venue, venue.session, person["code"])
    admin.click("[data-place=conflicts]")
    row = admin.locator("tbody tr")
    expect(row).to_contain_text("Lê Thị Hoa")
    expect(row).to_contain_text("quét sau khi buổi đã đóng")
    assert venue.counts()["present"] == 0
    row.get_by_role("button", name="Cho vào").click()
    expect(admin.locator("#place")).to_contain_text("Không có gì cần xem lại.")
    assert venue.counts()["present"] == 1


def test_scan_that_surprised_the_box_is_off_the_list_when_it_was_seen(venue: Venue, admin: Page):
    bring_in(venue, venue.session, "00000000")
    admin.click("[data-place=conflicts]")
    admin.locator("tbody tr").get_by_role("button", name="Đã xem").click()
    expect(admin.locator("#place")).to_contain_text("Không có gì cần xem lại.")


def bring_in(venue: Venue, session: str, code: str) -> None:
    """What a desk brings that scanned the code just now, without the box."""
    lesson = add_event(venue.box, "Lớp khác")["sessions"][0]["id"]
    venue.box.expect(200, "POST", f"/sessions/{lesson}/open")
    key = decode(venue.box.expect(200, "GET", f"/sessions/{lesson}/desk-roster")["key"])
    now, nonce = day_of(0), str(uuid.uuid4())
    inside = {"session": session, "scan": {"code": code, "nonce": nonce, "occurred_at": now}}
    entry = {"id": nonce, "sealed": encode(seal(json.dumps(inside).encode(), key)), "sent_at": now}
    venue.box.expect(200, "POST", "/desk/queue", {"entries": [entry]})
