"""The operator's page."""

import time

import pytest
from playwright.sync_api import Page, expect

from venue import Venue, sign_in


def test_wrong_pin_is_said_and_the_right_one_still_works(venue: Venue, page: Page):
    page.goto(venue.address("/desk"))
    page.fill("#login-pin", "000000")
    page.press("#login-pin", "Enter")
    expect(page.locator("#login-error")).to_have_text("Sai tên hoặc mã PIN.")
    page.fill("#login-pin", venue.pin)
    page.press("#login-pin", "Enter")
    expect(page.locator("#work")).to_be_visible()


def test_scan_counts_while_the_focus_is_in_the_field(venue: Venue, desk: Page, scan):
    desk.fill("#query", "bùi")
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#query")).to_have_value("")
    expect(desk.locator("[data-count=present] dd")).to_have_text("1")
    expect(desk.locator("#recent li")).to_have_count(1)


def test_typed_code_with_spaces_counts(venue: Venue, desk: Page):
    code = venue.codes["Lê Thị Hoa"]
    desk.fill("#query", f"{code[:3]} {code[3:6]} {code[6:]}")
    desk.press("#query", "Enter")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")


@pytest.mark.parametrize("query, names", [
    ("le", ["Lê Thị Hoa"]),
    ("nguyen thi", ["Nguyễn Thị Đào"]),
    ("Đào", ["Nguyễn Thị Đào", "Nguyễn Văn Đạo"]),
    ("bui thi lan", ["Bùi Thị Lan", "Bùi Thị Lan"]),
])
def test_names_are_found_without_marks(desk: Page, query, names):
    desk.fill("#query", query)
    expect(desk.locator(".person .name")).to_have_count(len(names))
    assert sorted(desk.locator(".person .name").all_inner_texts()) == sorted(names)


def test_people_of_one_name_are_told_apart(desk: Page):
    desk.fill("#query", "bui thi lan")
    people = desk.locator(".person")
    expect(people).to_have_count(2)
    expect(people.filter(has_text="sinh 1959")).to_contain_text("Xã Tiến Xuân")
    expect(people.filter(has_text="sinh 1988")).to_contain_text("Xã Vân Hòa")
    expect(desk.locator(".person .badge", has_text="Trùng tên")).to_have_count(2)


def test_person_found_by_name_is_checked_in_and_shown_as_in(venue: Venue, desk: Page):
    desk.fill("#query", "le thi hoa")
    desk.click(".person [data-check-in]")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    desk.fill("#query", "le thi hoa")
    expect(desk.locator(".person .badge.good")).to_contain_text("Đã vào")
    assert venue.counts()["present"] == 1


def test_keyboard_alone_finds_checks_in_and_takes_back(venue: Venue, desk: Page):
    desk.keyboard.type("hoa", delay=120)
    expect(desk.locator(".person")).to_have_count(1)
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#query")).to_be_focused()
    desk.keyboard.press("F9")
    expect(desk.locator("#reason-text")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#verdict")).to_contain_text("Đã huỷ lượt")
    expect(desk.locator("#query")).to_be_focused()
    assert venue.counts()["present"] == 0


@pytest.mark.parametrize("text", ["p", "x", "🙂"])
def test_search_that_becomes_too_short_leaves_nobody_on_the_page(desk: Page, text):
    desk.fill("#query", "hoa")
    expect(desk.locator(".person")).to_have_count(1)
    desk.fill("#query", text)
    expect(desk.locator("#results-note")).to_contain_text("Gõ thêm chữ")
    expect(desk.locator(".person")).to_have_count(0)


def test_refusal_tells_the_operator_what_to_do(desk: Page):
    desk.fill("#query", "00000000")
    desk.press("#query", "Enter")
    expect(desk.locator("#verdict.bad")).to_contain_text("tìm theo họ tên")


def test_walk_in_is_registered_only_with_consent(venue: Venue, desk: Page):
    desk.fill("#query", "Triệu Thị Mẩy")
    desk.press("#query", "F2")
    expect(desk.locator("#walk-in-name")).to_have_value("Triệu Thị Mẩy")
    expect(desk.locator("#walk-in [name=consent]")).not_to_be_checked()
    desk.fill("#walk-in-birth-year", "1990")
    desk.select_option("#walk-in-sex", "female")
    desk.fill("#walk-in-commune", "Xã Ba Vì")
    desk.click("#walk-in button.main")
    expect(desk.locator("#walk-in-error")).to_contain_text("đồng ý")
    desk.check("#walk-in [name=consent]")
    desk.click("#walk-in button.main")
    expect(desk.locator("#verdict.good")).to_contain_text("Triệu Thị Mẩy")
    assert venue.counts()["walk_in"] == {"present": 1, "late": 0}


@pytest.mark.parametrize("field, text, sentence", [
    ("birth-year", "1885", "Năm sinh cần bốn chữ số, từ 1900 đến"), ("birth-year", "2099", "Năm sinh cần bốn chữ số"),
    ("birth-year", "197x", "Năm sinh cần bốn chữ số"), ("phone", "abc", "Điện thoại chưa đúng")])
def test_walk_in_form_names_the_field_that_is_wrong(venue: Venue, desk: Page, field, text, sentence):
    desk.press("#query", "F2")
    desk.fill("#walk-in-name", "Triệu Thị Mẩy")
    desk.fill(f"#walk-in-{field}", text)
    desk.check("#walk-in [name=consent]")
    desk.click("#walk-in button.main")
    expect(desk.locator("#walk-in-error")).to_contain_text(sentence)
    expect(desk.locator(f"#walk-in-{field}")).to_be_focused()
    assert len(venue.box.participants(venue.event)) == 6


def test_field_that_only_the_box_refuses_is_named(desk: Page):
    desk.press("#query", "F2")
    desk.fill("#walk-in-name", "Triệu Thị Mẩy")
    desk.fill("#walk-in-commune", "001171000061")
    desk.check("#walk-in [name=consent]")
    desk.click("#walk-in button.main")
    expect(desk.locator("#walk-in-error")).to_contain_text("số căn cước")
    expect(desk.locator("#walk-in-commune")).to_be_focused()


def test_scan_is_taken_back_with_a_reason(venue: Venue, desk: Page, scan):
    scan(desk, venue.codes["Lê Thị Hoa"])
    desk.locator("#recent button").click()
    desk.fill("#reason-text", "")
    desk.click("#reason-submit")
    expect(desk.locator("#reason-error")).to_have_text("Cần ghi lý do.")
    desk.fill("#reason-text", "Quét nhầm thẻ")
    desk.click("#reason-submit")
    expect(desk.locator("#recent li")).to_contain_text("Đã huỷ")
    expect(desk.locator("[data-count=present] dd")).to_have_text("0")


def test_refused_scan_is_confirmed_by_hand_with_a_reason(venue: Venue, desk: Page, scan):
    code = venue.codes["Lê Thị Hoa"]
    venue.box.redeem(venue.session, code)
    scan(desk, code)
    expect(desk.locator("#verdict.caution")).to_contain_text("Đã điểm danh rồi")
    desk.click("#verdict button")
    desk.fill("#reason-text", "Vào lại sau khi ra ngoài")
    desk.click("#reason-submit")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")


def test_exit_is_recorded(venue: Venue, desk: Page, scan):
    code = venue.codes["Lê Thị Hoa"]
    venue.box.redeem(venue.session, code)
    desk.press("#query", "F4")
    scan(desk, code)
    expect(desk.locator("#verdict.good")).to_contain_text("Đã ghi lượt ra")
    items = venue.box.expect(200, "GET", f"/sessions/{venue.session}/attendance")["items"]
    assert [item["name"] for item in items if item.get("last_exit_at")] == ["Lê Thị Hoa"]


def test_exit_right_after_the_entry_is_a_scan_of_its_own(venue: Venue, desk: Page, scan):
    code = venue.codes["Lê Thị Hoa"]
    desk.clock.install()
    scan(desk, code)
    expect(desk.locator("#verdict.good")).to_contain_text("Đã điểm danh")
    desk.press("#query", "F4")
    scan(desk, code)
    expect(desk.locator("#verdict.good")).to_contain_text("Đã ghi lượt ra")
    scan(desk, code)
    expect(desk.locator("#recent li")).to_have_count(2)


def test_exit_of_somebody_who_never_came_in_is_a_question(venue: Venue, desk: Page, scan):
    desk.press("#query", "F4")
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.caution")).to_contain_text("Chưa thấy lượt vào")
    assert venue.counts()["present"] == 0
    desk.get_by_role("button", name="Điểm danh vào").click()
    expect(desk.locator("#verdict.good")).to_contain_text("Đã điểm danh")
    assert venue.counts()["present"] == 1
    scans = venue.box.expect(200, "GET", f"/events/{venue.event}/export?format=json")["scans"]
    assert [(scan["direction"], scan["result"]) for scan in scans] == [("exit", "accepted"), ("entry", "accepted")]


def test_withdrawn_card_and_replaced_card_have_their_own_words(venue: Venue, desk: Page, scan):
    people = {person["name"]: person["id"] for person in venue.box.participants(venue.event)}
    place = f"/events/{venue.event}/participants"
    venue.box.expect(200, "PUT", f"{place}/{people['Lê Thị Hoa']}/standing", {"standing": "revoked", "reason": "Mất"})
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.bad")).to_contain_text("Thẻ này đã bị thu hồi")
    expect(desk.locator("#verdict.bad")).to_contain_text("tới ban tổ chức")
    old = venue.codes["Nguyễn Thị Đào"]
    venue.box.expect(200, "POST", f"{place}/{people['Nguyễn Thị Đào']}/reissue", {"code": old, "reason": "Mất"})
    scan(desk, old)
    expect(desk.locator("#verdict.bad")).to_contain_text("Thẻ này đã được thay")


def test_scans_of_other_stations_appear_masked(venue: Venue, desk: Page):
    desk.wait_for_selector("#counts")
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#recent li")).to_contain_text("Hoa")
    expect(desk.locator("#recent li")).not_to_contain_text("Lê Thị Hoa")
    expect(desk.locator("[data-count=present] dd")).to_have_text("1")


def test_page_that_may_keep_nothing_says_so_and_the_scan_arrives_later_once(venue: Venue, page: Page, scan):
    # As on the venue's plain http: no encryption, no service worker.
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false });")
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    desk, nonces = page, []

    def fail_twice(route):
        nonces.append(route.request.post_data_json["nonce"])
        if len(nonces) <= 2:
            route.abort()
        else:
            route.continue_()

    desk.route("**/redeem", fail_twice)
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#lost-note")).to_contain_text("Mất kết nối")
    expect(desk.locator("#lost-note")).to_contain_text("Đóng trang là mất các lượt này")
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#lost-note")).to_be_hidden()
    assert len(set(nonces)) == 1
    assert venue.counts()["present"] == 1


def test_closing_the_session_is_told_to_the_desk(venue: Venue, desk: Page):
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    expect(desk.locator("#no-session")).to_be_visible()


def test_signing_out_forgets_the_people(venue: Venue, desk: Page):
    desk.fill("#query", "hoa")
    expect(desk.locator(".person")).to_have_count(1)
    desk.click("#logout")
    expect(desk.locator("#login")).to_be_visible()
    assert "Lê Thị Hoa" not in desk.content()


def test_enrolled_phone_becomes_a_desk(venue: Venue, page: Page, scan):
    station = venue.box.expect(201, "POST", "/stations", {"name": "Bàn 1", "role": "desk"})
    venue.box.expect(201, "POST", "/operators", {"name": "Chị Hương", "role": "desk", "pin": "246810"})
    page.goto(station["url"])
    page.click("#enrol-button")
    page.wait_for_url("**/desk")
    page.fill("#login-name", "chi huong")
    page.fill("#login-pin", "246810")
    page.press("#login-pin", "Enter")
    expect(page.locator("#operator")).to_contain_text("Chị Hương")
    expect(page.locator("#work")).to_be_visible()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    page.goto(station["url"])
    expect(page.locator(".note.bad")).to_contain_text("đã được dùng")


def test_operator_on_a_strange_device_is_told_why_not(venue: Venue, page: Page):
    venue.box.expect(201, "POST", "/operators", {"name": "Chị Hương", "role": "desk", "pin": "246810"})
    page.goto(venue.address("/desk"))
    page.fill("#login-name", "Chị Hương")
    page.fill("#login-pin", "246810")
    page.press("#login-pin", "Enter")
    expect(page.locator("#login-error")).to_contain_text("chưa được nhận làm bàn")


def test_tab_goes_from_the_field_to_the_people_and_then_to_the_tools(desk: Page):
    desk.fill("#query", "bui thi lan")
    expect(desk.locator(".person")).to_have_count(2)
    for expected in [".person:nth-child(1) button", ".person:nth-child(2) button", "input[value=entry]"]:
        desk.keyboard.press("Tab")
        expect(desk.locator(expected)).to_be_focused()


def test_card_whose_scan_was_taken_back_is_scanned_again_at_once(venue: Venue, desk: Page, scan):
    desk.clock.install()
    desk.clock.pause_at(time.time() + 60)
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    desk.locator("#verdict").get_by_role("button", name="Huỷ lượt").click()
    desk.click("#reason-submit")
    expect(desk.locator("#verdict.caution")).to_contain_text("Đã huỷ lượt")
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")


def test_card_is_scanned_again_at_once_for_another_session(venue: Venue, desk: Page, scan):
    other = venue.box.expect(200, "GET", f"/events/{venue.event}")["sessions"][1]["id"]
    venue.box.expect(200, "POST", f"/sessions/{other}/open")
    expect(desk.locator("#session option")).to_have_count(2)
    desk.clock.install()
    desk.clock.pause_at(time.time() + 60)
    for session in (venue.session, other):
        desk.select_option("#session", session)
        expect(desk.locator("#verdict")).to_contain_text("Sẵn sàng")
        scan(desk, venue.codes["Lê Thị Hoa"])
        expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
        assert venue.box.expect(200, "GET", f"/sessions/{session}/attendance")["counts"]["present"] == 1


def open_reason(desk: Page) -> None:
    desk.locator("#verdict").get_by_role("button", name="Huỷ lượt").click()
    expect(desk.locator("#reason-text")).to_be_focused()
    desk.keyboard.type("Sai", delay=250)


def open_walk_in(desk: Page) -> None:
    desk.press("#query", "F2")
    expect(desk.locator("#walk-in-name")).to_be_focused()
    desk.keyboard.type("Lan", delay=250)


@pytest.mark.parametrize("open_dialog, dialog, field, text", [
    (open_reason, "#reason", "#reason-text", "Sai"),
    (open_walk_in, "#walk-in", "#walk-in-name", "Lan")])
def test_card_that_is_scanned_beside_an_open_dialog_is_not_passed_over_in_silence(
        venue: Venue, desk: Page, scan, open_dialog, dialog, field, text):
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_be_visible()
    open_dialog(desk)
    scan(desk, venue.codes["Quách Công Sơn"])
    expect(desk.locator(f"{dialog} [role=alert]")).to_contain_text("Thẻ vừa quét chưa được ghi")
    expect(desk.locator(field)).to_have_value(text)
    desk.locator(dialog).get_by_role("button", name="Thôi").click()
    scan(desk, venue.codes["Quách Công Sơn"])
    expect(desk.locator("#verdict.good")).to_contain_text("Quách Công Sơn")


def test_letters_typed_after_a_reason_go_into_the_field(desk: Page):
    desk.fill("#query", "le thi hoa")
    desk.click(".person [data-check-in]")
    desk.locator("#verdict").get_by_role("button", name="Huỷ lượt").click()
    expect(desk.locator("#reason-text")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#verdict.caution")).to_contain_text("Đã huỷ lượt")
    expect(desk.locator("#query")).to_be_focused()
