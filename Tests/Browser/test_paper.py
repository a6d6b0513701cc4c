"""Roll-call sheets: printed on A4, kept by hand, typed back in."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from looks import assert_accessible, assert_fits
from venue import Venue, add_event, sign_in

# As many as fill three pages, with the last one full.
MANY = "Họ và tên,Năm sinh,Đơn vị,Xã/phường\n" + "".join(
    f"Nguyễn Thị Số {n},19{50 + n % 40},Tổ hợp tác sản xuất và chế biến dược liệu Bãi Mẫu số {n},Xã Tiến Xuân\n"
    for n in range(1, 69))


@pytest.fixture
def sheet(venue: Venue) -> dict:
    """The sheet of the session, which has begun an hour ago."""
    now = venue.box.expect(200, "GET", "/clock")["now"]
    printing = venue.box.expect(201, "POST", f"/sessions/{venue.session}/sheets")
    return printing["sheets"][0] | {"page": printing["page"], "now": now[11:16]}


@pytest.fixture
def paper(venue: Venue, page: Page) -> Page:
    sign_in(page, venue, "/desk/paper", "#paper:not([hidden])")
    return page


def spoken(code: str) -> str:
    return f"{code[:5]} {code[5:]}"


def type_rows(paper: Page, sheet: dict, rows: str) -> None:
    paper.fill("#paper-code", spoken(sheet["code"]))
    expect(paper.locator("#paper-rows")).to_be_focused()
    paper.fill("#paper-time", sheet["now"])
    paper.fill("#paper-rows", rows)


def test_signed_rows_are_recorded_once(venue: Venue, paper: Page, sheet: dict):
    type_rows(paper, sheet, "1-2, 4")
    expect(paper.locator("#paper-preview")).to_have_text("3 người sẽ được ghi")
    expect(paper.locator("#paper-people tbody tr")).to_have_count(3)
    paper.press("#paper-rows", "Enter")
    expect(paper.locator("#message.good")).to_contain_text("Đã ghi 3 người")
    paper.fill("#paper-rows", "1-6")
    expect(paper.locator("#paper-preview")).to_have_text(
        "3 người sẽ được ghi · 3 hàng đã ghi trước đó, không ghi lại")
    paper.click("#paper-submit")
    expect(paper.locator("#message.good")).to_contain_text("Đã ghi 3 người")
    assert venue.counts()["present"] == 6


def test_unreadable_parts_are_said_in_words_and_nothing_is_recorded(venue: Venue, paper: Page, sheet: dict):
    type_rows(paper, sheet, "3-1, 9, mười")
    problems = paper.locator("#paper-problems")
    for sentence in ["“3-1”: viết ngược", "“9”: tờ này chỉ có hàng 1 đến 6", "“mười”: không đọc được"]:
        expect(problems).to_contain_text(sentence)
    expect(paper.locator("#paper-submit")).to_be_disabled()
    assert venue.counts()["present"] == 0


def test_half_a_time_is_asked_for_and_nothing_is_sent(venue: Venue, paper: Page, sheet: dict):
    type_rows(paper, sheet, "1-2")
    expect(paper.locator("#paper-preview")).to_have_text("2 người sẽ được ghi")
    paper.fill("#paper-time", "")
    paper.focus("#paper-time")
    paper.keyboard.type("08")
    asked = []
    paper.on("request", lambda request: asked.append(request.url) if "/rows" in request.url else None)
    paper.press("#paper-rows", "Enter")
    expect(paper.locator("#message.bad")).to_contain_text("Giờ gõ chưa đủ")
    expect(paper.locator("#paper-time")).to_be_focused()
    assert (asked, venue.counts()["present"]) == ([], 0)


@pytest.mark.parametrize("change, sentence", [(1, "sai một số"), (97, "không in tờ nào")])
def test_wrong_code_is_explained(paper: Page, sheet: dict, change, sentence):
    paper.fill("#paper-code", f"{(int(sheet['code']) + change) % 10**10:010}")
    expect(paper.locator("#message.bad")).to_contain_text(sentence)
    expect(paper.locator("#paper-what")).to_be_hidden()


def test_row_that_cannot_be_recorded_says_why(venue: Venue, paper: Page, sheet: dict):
    person = venue.box.participants(venue.event)[0]
    place = f"/events/{venue.event}/participants/{person['id']}/standing"
    venue.box.expect(200, "PUT", place, {"standing": "revoked", "reason": "Thẻ thay"})
    type_rows(paper, sheet, "1, 2")
    paper.click("#paper-submit")
    expect(paper.locator("#message")).to_contain_text("Đã ghi 1 người")
    expect(paper.locator("#paper-people .badge.bad")).to_have_text("Thẻ này đã bị thu hồi")


def test_sheet_of_another_event_is_recorded_only_after_a_look(venue: Venue, paper: Page):
    other = add_event(venue.box, "Lớp hôm qua")
    venue.box.import_roster(other["id"], "Họ và tên\nLò Thị Khác\n")
    printing = venue.box.expect(201, "POST", f"/sessions/{other['sessions'][0]['id']}/sheets")
    now = venue.box.expect(200, "GET", "/clock")["now"][11:16]
    venue.box.expect(200, "POST", f"/sessions/{other['sessions'][0]['id']}/open")
    venue.box.expect(200, "POST", f"/sessions/{other['sessions'][0]['id']}/close")
    paper.reload()
    paper.wait_for_selector("#paper:not([hidden])")
    type_rows(paper, printing["sheets"][0] | {"now": now}, "1")
    expect(paper.locator("#paper-sheet")).to_contain_text("lớp khác")
    expect(paper.locator("#paper-submit")).to_be_enabled()
    paper.click("#paper-submit")
    expect(paper.locator("#message.bad")).to_contain_text("xác nhận lớp")
    paper.check("#paper-other-yes")
    paper.click("#paper-submit")
    expect(paper.locator("#message")).to_contain_text("Đã ghi")


@pytest.mark.parametrize("width", [320, 1280])
def test_page_is_for_everyone(venue: Venue, new_page, sheet: dict, width):
    page = new_page(width=width)
    sign_in(page, venue, "/desk/paper", "#paper:not([hidden])")
    type_rows(page, sheet, "1-3, 9")
    expect(page.locator("#paper-problems li")).to_have_count(1)
    expect(page.locator("#paper-people tbody tr")).to_have_count(3)
    assert_accessible(page)
    assert_fits(page)


def test_sheets_are_printed_from_the_organisers_page(venue: Venue, admin: Page):
    admin.click(f".event-row[href='#/event/{venue.event}']")
    admin.get_by_role("button", name="In tờ điểm danh: Sáng").click()
    admin.wait_for_url("**/admin/print/*")
    expect(admin.locator(".page tbody tr")).to_have_count(6)
    assert_accessible(admin)


@pytest.fixture
def long_list(venue: Venue) -> dict:
    """The printing of a class with everything that paper can carry: header, signatures, long names and addresses."""
    event = venue.box.expect(201, "POST", "/events", {
        "name": "Tập huấn kỹ năng xúc tiến thương mại và phát triển sản phẩm OCOP cho đồng bào dân tộc thiểu số",
        "kind": "class", "venue": "Hội trường Ủy ban nhân dân xã Tiến Xuân", "organiser": {
            "name": "Hội LHPN", "header_left": ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ HÀ NỘI", "BAN THƯỜNG VỤ"],
            "header_right": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            "signatures": [{"title": "NGƯỜI LẬP"}, {"title": "TM. BAN THƯỜNG VỤ", "position": "PHÓ CHỦ TỊCH"}]},
        "sessions": [{"title": "Sáng 15/08", "starts_at": "2024-08-15T07:30:00+07:00",
                      "ends_at": "2024-08-15T11:00:00+07:00"}]})
    venue.box.import_roster(event["id"], MANY)
    return venue.box.expect(201, "POST", f"/sessions/{event['sessions'][0]['id']}/sheets")


def test_paper_has_a_page_for_each_part_with_head_code_and_number(
        venue: Venue, admin: Page, long_list: dict, tmp_path: Path):
    admin.goto(venue.address(long_list["page"]))
    expect(admin.locator(".page tbody tr")).to_have_count(68)
    for page in admin.locator(".page").all():
        assert page.evaluate("page => page.scrollHeight <= page.clientHeight"), "the page runs over"
    file = tmp_path / "sheet.pdf"
    admin.pdf(path=file, prefer_css_page_size=True)
    texts = subprocess.run(
        ["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    assert len(texts) == 3
    code = spoken(long_list["sheets"][0]["code"])
    for number, text in enumerate(texts, 1):
        for part in (f"Trang {number}/3", code, "Ký nhận", "Vắng", "Sáng 15/08"):
            assert part in text
    assert "Độc lập" in texts[0] and "PHÓ CHỦ TỊCH" in texts[2]
    assert "A4" in subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout


def test_stranger_sees_no_sheet(venue: Venue, page: Page, sheet: dict):
    answer = page.goto(venue.address(sheet["page"]))
    assert answer.status == 401
    assert "Lê Thị Hoa" not in page.content()


@pytest.mark.parametrize("time, day", [("20:10", 0), ("19:45", 0), ("00:30", 1), ("01:20", 1)])
def test_time_after_midnight_is_of_the_next_day(venue: Venue, paper: Page, time, day):
    event = venue.box.expect(201, "POST", "/events", {
        "name": "Đêm hội", "kind": "class", "sessions": [
            {"title": "Tối", "starts_at": "2024-08-15T20:00:00+07:00", "ends_at": "2024-08-16T01:00:00+07:00"}]})
    venue.box.import_roster(event["id"], "Họ và tên\nLò Thị Khuya\n")
    printing = venue.box.expect(201, "POST", f"/sessions/{event['sessions'][0]['id']}/sheets")
    type_rows(paper, printing["sheets"][0] | {"now": time}, "1")
    expect(paper.locator("#paper-submit")).to_be_enabled()
    paper.check("#paper-other-yes")
    paper.click("#paper-submit")
    expect(paper.locator("#message.good")).to_contain_text("Đã ghi 1 người")
    scans = venue.box.expect(200, "GET", f"/events/{event['id']}/export?format=json")["scans"]
    assert [scan["occurred_at"][:16] for scan in scans] == [f"2024-08-{15 + day}T{time}"]


def test_lost_connection_is_no_longer_said_when_it_is_back(venue: Venue, paper: Page, sheet: dict):
    paper.route("**/api/v1/**", lambda route: route.abort())
    paper.fill("#paper-code", spoken(sheet["code"]))
    expect(paper.locator("#message.bad")).to_contain_text("Không nối được với hộp")
    paper.unroute_all(behavior="ignoreErrors")
    expect(paper.locator("#message")).to_be_hidden()
    expect(paper.locator("#paper-sheet")).to_contain_text("Sáng")
    expect(paper.locator("#paper-rows")).to_be_focused()
