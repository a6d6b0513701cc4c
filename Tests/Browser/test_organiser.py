"""What an organiser does by a slip of the hand, and what the page says before and during a class."""

import re
import uuid

from playwright.sync_api import Page, expect

from venue import Venue

ROSTER = """STT,Họ và tên,Năm sinh,Xã/phường,Số CCCD
1,Bùi Thị Ví,1970,Xã Tiến Xuân,
2,Hà Thị Ví,1975,Xã Tiến Xuân,
3,Lê Thị Ví,1980,Xã Tiến Xuân,001180000017
4,Lý Văn Ví,1980,Xã Tiến Xuân,001180000017
"""


def test_double_click_makes_one_class(venue: Venue, admin: Page):
    admin.click("a[href='#/new']")
    admin.fill("#new-name", "Tập huấn hai lần")
    admin.locator("#place button.main").dblclick()
    expect(admin.locator("#place h1")).to_have_text("Tập huấn hai lần")
    names = [event["name"] for event in venue.box.expect(200, "GET", "/events")["items"]]
    assert names.count("Tập huấn hai lần") == 1


def test_class_keeps_its_programme_and_earlier_names_are_offered(venue: Venue, admin: Page):
    admin.click("a[href='#/new']")
    admin.fill("#new-name", "Tập huấn một")
    admin.fill("#new-programme", "Đề án 01")
    admin.press("#new-programme", "Enter")
    expect(admin.locator("#place h1")).to_have_text("Tập huấn một")
    event = next(item for item in venue.box.expect(200, "GET", "/events")["items"] if item["name"] == "Tập huấn một")
    assert event["programme"] == "Đề án 01"
    admin.click("a.back")
    admin.click("a[href='#/new']")
    expect(admin.locator("#known-programme option[value='Đề án 01']")).to_have_count(1)


def test_session_over_midnight_ends_the_next_day(venue: Venue, admin: Page):
    admin.click("a[href='#/new']")
    admin.fill("#new-name", "Hội chợ đêm")
    admin.fill("#new-date-1", "2024-08-31")
    admin.fill("#new-starts-1", "22:00")
    admin.fill("#new-ends-1", "02:00")
    expect(admin.locator("#new-ends-hint-1")).to_have_text("Kết thúc ngày hôm sau, 01/09/2024")
    admin.press("#new-name", "Enter")
    expect(admin.locator("#place h1")).to_have_text("Hội chợ đêm")
    event = next(item for item in venue.box.expect(200, "GET", "/events")["items"] if item["name"] == "Hội chợ đêm")
    times = [event["sessions"][0][name] for name in ("starts_at", "ends_at")]
    assert times == ["2024-08-31T22:00:00+07:00", "2024-09-01T02:00:00+07:00"]


def test_sessions_are_proposed_one_after_the_other(admin: Page):
    admin.click("a[href='#/new']")
    admin.fill("#new-date-1", "2024-08-31")
    for _ in range(3):
        admin.click("#new-session")
    for number, day, starts in [(2, "2024-08-31", "13:30"), (3, "2024-09-01", "07:30"), (4, "2024-09-01", "13:30")]:
        expect(admin.locator(f"#new-date-{number}")).to_have_value(day)
        expect(admin.locator(f"#new-starts-{number}")).to_have_value(starts)


def test_operator_gets_another_pin_and_is_removed(venue: Venue, admin: Page):
    venue.box.expect(201, "POST", "/operators", {"name": "Chị Hương", "role": "desk", "pin": "246810"})
    admin.click("[data-place=operators]")
    row = admin.locator("tbody tr", has_text="Chị Hương")
    row.get_by_role("button", name="Đổi PIN").click()
    admin.fill("#operator-new-pin", "135791")
    admin.press("#operator-new-pin", "Enter")
    expect(admin.locator("#message")).to_contain_text("Đã đổi PIN của Chị Hương")
    row.get_by_role("button", name="Bỏ").click()
    admin.click("#question-yes")
    expect(admin.locator("#message")).to_contain_text("Đã bỏ: Chị Hương")
    expect(row).to_have_count(0)


def test_nobody_is_away_before_and_nobody_has_left_during_the_session(venue: Venue, admin: Page):
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    admin.click(f".event-row[href='#/event/{venue.event}']")
    planned = admin.locator(".session-row[data-state=planned]")
    expect(planned.locator("[data-count=enrolled] dd")).to_have_text("6")
    expect(planned.locator("[data-count=absent]")).to_have_count(0)
    opened = admin.locator(".session-row[data-state=open]")
    opened.get_by_role("button", name=re.compile("Xem danh sách")).click()
    expect(opened.locator("tbody tr", has_text="Lê Thị Hoa")).to_contain_text("đang có mặt")


def test_room_screen_counts_the_list_and_walk_ins_apart(venue: Venue, admin: Page):
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    guest = venue.box.expect(
        201, "POST", f"/events/{venue.event}/participants", {"name": "Quàng Thị Khách"},
        Idempotency_Key=str(uuid.uuid4()))
    venue.box.redeem(venue.session, guest["code"])
    admin.goto(venue.address(f"/display/{venue.event}"))
    expect(admin.locator("#came")).to_have_text("1")
    expect(admin.locator("#came-text")).to_have_text("/ 6 đại biểu + 1 đăng ký tại chỗ")


def test_weighty_warnings_come_first_and_empty_fields_together(venue: Venue, admin: Page):
    admin.click(f".event-row[href='#/event/{venue.event}']")
    admin.set_input_files(
        "#import-file", {"name": "danh-sach.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()})
    lines = admin.locator("[data-list=import_warnings] tbody tr")
    expect(lines.first).to_contain_text("cùng số căn cước, khác tên")
    expect(lines.last).to_contain_text("2 dòng: 2, 3")
    expect(lines.last).to_contain_text("để trống")


def test_two_classes_of_one_name_are_told_apart(venue: Venue, admin: Page):
    for day, place in [("2024-08-15", "Hội trường A"), ("2024-09-20", "Hội trường B")]:
        session = {"title": "Sáng", "starts_at": f"{day}T07:30:00+07:00", "ends_at": f"{day}T11:00:00+07:00"}
        venue.box.expect(
            201, "POST", "/events", {"name": "Lớp trùng tên", "kind": "class", "venue": place, "sessions": [session]})
    admin.reload()
    rows = admin.locator(".event-row", has_text="Lớp trùng tên").locator(".when")
    expect(rows).to_have_text(["20/09/2024 · Hội trường B", "15/08/2024 · Hội trường A"])


def test_names_on_paper_keep_the_dots_below_their_letters(venue: Venue, admin: Page):
    page = venue.box.expect(201, "POST", f"/sessions/{venue.session}/sheets")["page"]
    admin.goto(venue.address(page))
    above, below = admin.locator("td.name div").first.evaluate("""div => {
        const style = getComputedStyle(div), pen = document.createElement("canvas").getContext("2d");
        pen.font = `${style.fontSize} ${style.fontFamily}`;
        const high = pen.measureText("Ế"), low = pen.measureText("ộ"), height = parseFloat(style.lineHeight);
        const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = high;
        const baseline = (height - ascent - descent) / 2 + ascent;
        return [baseline - high.actualBoundingBoxAscent, height - baseline - low.actualBoundingBoxDescent];
    }""")
    # A pixel of the screen is what the fonts' figures are rounded to.
    assert above > -1 and below > 0, (above, below)
