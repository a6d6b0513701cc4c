"""The rules at the gate, as staff and guests see them."""

import uuid

import pytest
from playwright.sync_api import Page, expect

from venue import Venue, add_event, day_of


def walk_in(venue: Venue, event: str, name: str, organisation: str | None = None) -> dict:
    person = {"name": name, "consent": True} | ({"organisation": organisation} if organisation else {})
    return venue.box.expect(
        201, "POST", f"/events/{event}/participants", person, Idempotency_Key=str(uuid.uuid4()))


def redeem(venue: Venue, session: str, code: str, **fields) -> dict:
    fields = {"code": code, "nonce": str(uuid.uuid4())} | fields
    return venue.box.expect(201, "POST", f"/sessions/{session}/redeem", fields)


@pytest.fixture
def due(venue: Venue) -> dict:
    """Only one session is due; two guests came to it early."""
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    event = add_event(venue.box, "Hội nghị sớm")
    session = event["sessions"][0]["id"]
    for name in ("Hà Thị Sớm", "Lò Văn Sớm"):
        redeem(venue, session, walk_in(venue, event["id"], name)["code"])
    return {"event": event["id"], "session": session}


def test_desk_opens_what_is_due_and_takes_the_early_arrivals(venue: Venue, page: Page, due):
    page.goto(venue.address("/desk"))
    page.fill("#login-pin", venue.pin)
    page.press("#login-pin", "Enter")
    row = page.locator(f"[data-due='{due['session']}']")
    expect(row).to_contain_text("Hội nghị sớm")
    row.get_by_role("button").click()
    expect(page.locator("#work")).to_be_visible()
    expect(page.locator("#early")).to_contain_text("2 người đến sớm")
    page.click("#early-show")
    page.locator("#early-people label", has_text="Lò Văn Sớm").locator("input").uncheck()
    expect(page.locator("#early-accept")).to_have_text("Điểm danh 1 người")
    page.click("#early-accept")
    expect(page.locator("#verdict.good")).to_contain_text("1 người đến sớm")
    expect(page.locator("#early")).to_contain_text("1 người")
    counts = venue.box.expect(200, "GET", f"/sessions/{due['session']}/attendance")["counts"]
    assert counts["walk_in"] == {"present": 1, "late": 0}


def test_kiosk_notes_who_comes_early(venue: Venue, page: Page, due, scan):
    page.goto(venue.kiosk_address("/kiosk"))
    expect(page.locator("#prompt-title")).to_have_text("Buổi này chưa mở điểm danh")
    scan(page, walk_in(venue, due["event"], "Quàng Thị Sớm")["code"])
    expect(page.locator("#answer.caution")).to_contain_text("Quý vị đến sớm")
    items = venue.box.expect(200, "GET", f"/sessions/{due['session']}/early")["items"]
    assert [item["participant"]["name"] for item in items] == ["Hà Thị Sớm", "Lò Văn Sớm", "Quàng Thị Sớm"]


def test_one_scan_checks_in_the_household(venue: Venue, desk: Page, scan):
    family = [walk_in(venue, venue.event, name, "Hộ Bùi Văn Cha") for name in (
        "Bùi Thị Mẹ", "Bùi Văn Cha", "Bùi Thị Con", "Bùi Văn Bé")]
    scan(desk, family[0]["code"])
    party = desk.locator("#party")
    expect(party).to_contain_text("Hộ Bùi Văn Cha")
    expect(party.get_by_role("button")).to_have_text("Điểm danh cả hộ: 3 người")
    party.locator("label", has_text="Bùi Văn Bé").locator("input").uncheck()
    party.get_by_role("button", name="Điểm danh 2 người").click()
    expect(desk.locator("#verdict.good")).to_contain_text("Đã điểm danh 2 người")
    expect(desk.locator("#recent li")).to_have_count(3)
    expect(party).to_be_hidden()
    assert venue.counts()["walk_in"]["present"] == 3


def test_household_that_is_late_does_not_take_the_page_from_the_next_one(venue: Venue, desk: Page, scan):
    first, _, second, _ = [walk_in(venue, venue.event, name, household)["code"] for name, household in (
        ("Bùi Thị Mẹ", "Hộ Bùi Văn Cha"), ("Bùi Văn Cha", "Hộ Bùi Văn Cha"),
        ("Lò Thị Mẹ", "Hộ Lò Văn Cha"), ("Lò Văn Cha", "Hộ Lò Văn Cha"))]
    held = []

    def hold_companions(route):
        if route.request.post_data_json["method"] == "companion":
            held.append(route)
        else:
            route.continue_()

    desk.route("**/redeem", hold_companions)
    scan(desk, first)
    with desk.expect_request("**/redeem"):
        desk.locator("#party").get_by_role("button").click()
    scan(desk, second)
    expect(desk.locator("#party")).to_contain_text("Lò Văn Cha")
    held[0].continue_()
    expect(desk.locator("#recent")).to_contain_text("Bùi Văn Cha")
    expect(desk.locator("#verdict.good")).to_contain_text("Lò Thị Mẹ")
    expect(desk.locator("#party").get_by_role("button")).to_have_text("Điểm danh Lò Văn Cha")


def test_others_of_a_cooperative_are_no_household_and_one_is_not_all(venue: Venue, desk: Page, scan):
    first, second, _ = [walk_in(venue, venue.event, name, "HTX chè Gò Mẫu") for name in (
        "Bùi Thị Mẹ", "Bùi Văn Cha", "Bùi Thị Con")]
    scan(desk, first["code"])
    expect(desk.locator("#party").get_by_role("button")).to_have_text("Điểm danh cả đơn vị: 2 người")
    scan(desk, second["code"])
    expect(desk.locator("#party").get_by_role("button")).to_have_text("Điểm danh Bùi Thị Con")


def test_person_without_an_organisation_of_others_brings_nobody(venue: Venue, desk: Page, scan):
    scan(desk, venue.codes["Lê Thị Hoa"])
    expect(desk.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    expect(desk.locator("#party")).to_be_hidden()


@pytest.mark.parametrize("place", ["desk", "kiosk"])
def test_card_of_another_event_is_sent_to_the_right_door(venue: Venue, request, scan, place):
    other = add_event(venue.box, "Hội nghị kế bên")
    code = walk_in(venue, other["id"], "Đinh Văn Khách")["code"]
    page = request.getfixturevalue(place)
    scan(page, code)
    answer = page.locator("#verdict" if place == "desk" else "#answer")
    expect(answer).to_contain_text("Mời sang “Sáng”")
    expect(answer).to_contain_text("Hội nghị kế bên")
    expect(answer).to_contain_text("Hội trường xã Tiến Xuân")
    expect(answer).not_to_contain_text("Khách")


def test_second_session_of_the_day_says_where_the_first_was(venue: Venue, desk: Page, scan):
    day = day_of(0)[:11]
    event = venue.box.expect(201, "POST", "/events", {
        "name": "Một ngày một lần", "kind": "class", "once_per_day": True, "sessions": [
            {"title": title, "starts_at": f"{day}{start}+07:00", "ends_at": f"{day}{end}+07:00"}
            for title, start, end in [("Sáng A", "00:00:00", "11:00:00"), ("Chiều B", "11:30:00", "23:59:00")]]})
    code = walk_in(venue, event["id"], "Hà Thị Ngày")["code"]
    first, second = (session["id"] for session in event["sessions"])
    venue.box.expect(200, "POST", f"/sessions/{first}/open")
    redeem(venue, first, code)
    venue.box.expect(200, "POST", f"/sessions/{second}/open")
    expect(desk.locator("#session option")).to_have_count(3)
    desk.select_option("#session", second)
    scan(desk, code)
    expect(desk.locator("#verdict.caution")).to_contain_text("Hôm nay đã điểm danh ở “Sáng A”")


def test_desk_says_clearly_that_exits_are_recorded(venue: Venue, desk: Page):
    expect(desk.locator("#exit-note")).to_be_hidden()
    desk.press("#query", "F4")
    expect(desk.locator("#exit-note")).to_contain_text("lượt RA")
    desk.press("#query", "F4")
    expect(desk.locator("#exit-note")).to_be_hidden()


def test_kiosk_at_the_exit_counts_exits(venue: Venue, page: Page, scan):
    redeem(venue, venue.session, venue.codes["Lê Thị Hoa"])
    station = venue.box.expect(
        201, "POST", "/stations", {"name": "Cửa ra", "role": "kiosk", "direction": "exit"})
    page.goto(station["url"])
    page.click("#enrol-button")
    page.wait_for_url("**/kiosk")
    expect(page.locator("#exit-sign")).to_be_visible()
    expect(page.locator("#prompt-title")).to_contain_text("lượt ra")
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#answer.good")).to_contain_text("Đã ghi lượt ra")
    items = venue.box.expect(200, "GET", f"/sessions/{venue.session}/attendance")["items"]
    assert [item["name"] for item in items if item["last_exit_at"]] == ["Lê Thị Hoa"]


def open_event(page: Page, venue: Venue) -> None:
    page.click(f".event-row[href='#/event/{venue.event}']")
    expect(page.locator("#event-people ~ * tbody tr")).to_have_count(6)


def test_attendance_is_listed_with_minutes_and_corrected(venue: Venue, admin: Page):
    start = venue.box.expect(200, "GET", f"/events/{venue.event}")["sessions"][0]["starts_at"]
    redeem(venue, venue.session, venue.codes["Lê Thị Hoa"], occurred_at=start)
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    open_event(admin, venue)
    row = admin.locator(".session-row").first
    row.get_by_role("button", name="Xem danh sách: Sáng").click()
    hoa = row.locator("tbody tr", has_text="Lê Thị Hoa")
    expect(hoa.locator("td.figure")).to_have_text("180")
    dao = row.locator("tbody tr", has_text="Nguyễn Thị Đào")
    expect(dao).to_contain_text("vắng")
    dao.get_by_role("button").click()
    admin.select_option("#decision-value", "excused")
    admin.click("#decision-submit")
    expect(admin.locator("#decision-error")).to_have_text("Cần ghi lý do.")
    admin.fill("#decision-reason", "Ốm, có giấy")
    admin.click("#decision-submit")
    expect(dao).to_contain_text("có phép")
    assert venue.counts()["excused"] == 1


def test_lost_card_is_replaced(venue: Venue, admin: Page):
    open_event(admin, venue)
    old = venue.codes["Nguyễn Thị Đào"]
    admin.locator("#event-people ~ * tr", has_text="Nguyễn Thị Đào").get_by_role("button").click()
    admin.locator("#picture").get_by_role("button", name="Cấp lại thẻ").click()
    admin.click("#decision-submit")
    expect(admin.locator("#picture")).to_contain_text("Thẻ mới của Nguyễn Thị Đào")
    admin.locator("#picture img").evaluate("image => image.decode()")
    assert f"{old[:3]} {old[3:6]} {old[6:]}" not in admin.locator("#picture").inner_text()
    assert redeem(venue, venue.session, old)["reason"] == "revoked"


def test_person_is_blocked_and_allowed_again(venue: Venue, admin: Page):
    open_event(admin, venue)
    row = admin.locator("#event-people ~ * tr", has_text="Nguyễn Thị Đào")
    for button, reason, shown in [("Chặn", "Chờ xác minh", "Bị chặn"), ("Cho phép lại", "Đã rõ", None)]:
        row.get_by_role("button").click()
        admin.locator("#picture").get_by_role("button", name=button).click()
        admin.fill("#decision-reason", reason)
        admin.click("#decision-submit")
        expect(admin.locator("#message")).to_contain_text("Nguyễn Thị Đào")
        expect(row.locator(".badge.bad")).to_have_count(1 if shown else 0)
    assert redeem(venue, venue.session, venue.codes["Nguyễn Thị Đào"])["result"] == "accepted"


def test_event_is_made_with_the_rules_of_the_gate(venue: Venue, admin: Page):
    admin.click("a[href='#/new']")
    admin.fill("#new-name", "Lớp có tiền ăn")
    admin.check("#new-once-per-day")
    admin.fill("#new-opens-1", "30")
    admin.press("#new-name", "Enter")
    expect(admin.locator(".session-row")).to_contain_text("tự mở trước 30 phút")
    event = venue.box.expect(200, "GET", "/events")["items"][0]
    assert event["once_per_day"] is True
    assert event["sessions"][0]["opens_before_minutes"] == 30


def test_letters_typed_after_a_household_go_into_the_field(venue: Venue, desk: Page):
    for name in ("Bùi Thị Mẹ", "Bùi Văn Cha"):
        walk_in(venue, venue.event, name, "Hộ Bùi Văn Cha")
    desk.fill("#query", "bui thi me")
    desk.click(".person [data-check-in]")
    desk.locator("#party").get_by_role("button").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#party")).to_be_hidden()
    expect(desk.locator("#query")).to_be_focused()
