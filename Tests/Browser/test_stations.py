"""The organiser's list of devices: adding one with another phone, watching it, shutting it out, its scans."""

import json
import re
import uuid
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Page, expect

from test_pages import WIDTHS, assert_accessible, assert_fits
from venue import Venue


def station(venue: Venue, name: str) -> dict:
    return venue.box.expect(201, "POST", "/stations", {"name": name, "role": "desk"})


def enrol(page: Page, venue: Venue, name: str) -> None:
    """Makes the page's browser that device."""
    page.goto(station(venue, name)["url"])
    page.click("#enrol-button")
    page.wait_for_url("**/desk")


def lost_token(venue: Venue, name: str) -> str:
    """Makes a device that checks people in by itself, and gives what it shows to the box."""
    link = venue.box.expect(201, "POST", "/stations", {"name": name, "role": "kiosk"})
    body = json.dumps({"token": link["url"].rpartition("/")[2]}).encode()
    request = Request(venue.address("/api/v1/enrol"), body, {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        return re.match(r"diemdanh_station=([^;]+)", answer.headers["Set-Cookie"])[1]


def redeem(venue: Venue, token: str, code: str) -> int:
    """The status of a check-in by a device."""
    body = json.dumps({"code": code, "nonce": str(uuid.uuid4())}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    try:
        with urlopen(Request(venue.address(f"/api/v1/sessions/{venue.session}/redeem"), body, headers)) as answer:
            return answer.status
    except HTTPError as refused:
        return refused.code


def open_stations(admin: Page, venue: Venue) -> None:
    admin.goto(venue.address("/admin#/stations"))
    admin.wait_for_selector("tbody tr")


def test_phone_becomes_a_desk_with_the_code_on_the_screen(venue: Venue, admin: Page, new_page):
    admin.click("[data-place=stations]")
    admin.fill("#station-name", "Điện thoại chị Hoa")
    admin.press("#station-name", "Enter")
    code = admin.locator("#picture img")
    assert code.bounding_box()["width"] >= 300
    address = admin.locator("#picture a.long").text_content()
    phone = new_page(390)
    phone.goto(address)
    expect(phone.locator("h2")).to_contain_text("Điện thoại chị Hoa")
    phone.click("#enrol-button")
    phone.wait_for_url("**/desk")
    expect(phone.locator("#login-station")).to_contain_text("Điện thoại chị Hoa")
    other = new_page(390)
    other.goto(address)
    expect(other.locator(".note.bad")).to_contain_text("đã được dùng")


def test_lost_code_is_made_anew(venue: Venue, admin: Page, new_page):
    old = station(venue, "Bàn 1")["url"]
    open_stations(admin, venue)
    admin.get_by_role("button", name="Tạo mã mới cho máy Bàn 1").click()
    new = admin.locator("#picture a.long").text_content()
    page = new_page()
    page.goto(old)
    expect(page.locator(".note.bad")).to_be_visible()
    page.goto(new)
    expect(page.locator("#enrol-button")).to_be_visible()


def test_list_says_how_each_device_is(venue: Venue, admin: Page, new_page):
    phone = new_page()
    enrol(phone, venue, "Bàn 1")
    report(phone, 3, 15)
    open_stations(admin, venue)
    row = admin.locator("tbody tr", has_text="Bàn 1")
    expect(row).to_contain_text("3 lượt chưa gửi")
    expect(row).to_contain_text("Pin 15%")
    expect(row).to_contain_text("thấy lần cuối")
    report(phone, 0, 88)
    open_stations(admin, venue)
    admin.reload()
    expect(row).to_contain_text("Đã gửi hết")


def report(page: Page, unsent: int, battery: int) -> None:
    """What the desk's page says once a minute."""
    status = page.evaluate("""async (report) => {
        const me = await (await fetch("/api/v1/me")).json();
        const answer = await fetch("/api/v1/stations/self", {
            method: "POST", body: JSON.stringify(report),
            headers: { "Content-Type": "application/json", "X-CSRF-Token": me.csrf },
        });
        return answer.status;
    }""", {"unsent": unsent, "battery": battery})
    assert status == 204


def test_scans_of_a_lost_device_are_annulled_in_one_go(venue: Venue, admin: Page):
    token = lost_token(venue, "Bàn 1")
    for name in ("Lê Thị Hoa", "Nguyễn Thị Đào", "Nguyễn Văn Đạo"):
        assert redeem(venue, token, venue.codes[name]) == 201
    assert venue.counts()["present"] == 3
    open_stations(admin, venue)
    row = admin.locator("tbody tr", has_text="Bàn 1")
    row.get_by_role("button", name="Thu hồi máy Bàn 1").click()
    admin.click("#question-yes")
    expect(admin.locator("#place h1")).to_contain_text("Bàn 1")
    expect(admin.locator("tbody tr")).to_have_count(3)
    admin.fill("#scans-reason", "Máy bị mất")
    admin.get_by_role("button", name="Huỷ các lượt đã chọn").click()
    expect(admin.locator("#message")).to_have_text("Chưa chọn lượt nào.")
    for name in ("Lê Thị Hoa", "Nguyễn Văn Đạo"):
        admin.get_by_role("checkbox", name=re.compile(name)).check()
    admin.get_by_role("button", name="Huỷ các lượt đã chọn").click()
    admin.click("#question-yes")
    expect(admin.locator("#message")).to_have_text("Đã huỷ 2 lượt.")
    expect(admin.get_by_role("checkbox")).to_have_count(1)
    assert venue.counts()["present"] == 1
    assert redeem(venue, token, venue.codes["Lê Thị Hoa"]) == 401


def test_scans_are_filtered_by_the_time_the_device_was_lost(venue: Venue, admin: Page):
    assert redeem(venue, lost_token(venue, "Bàn 1"), venue.codes["Lê Thị Hoa"]) == 201
    admin.goto(venue.address("/admin#/station/" + "B%C3%A0n%201"))
    expect(admin.locator("tbody tr")).to_have_count(1)
    admin.fill("#scans-since", "2099-01-01T00:00")
    admin.locator("#scans-since").blur()
    expect(admin.locator("tbody tr")).to_have_count(0)
    admin.fill("#scans-since", "2001-01-01T00:00")
    admin.locator("#scans-since").blur()
    expect(admin.locator("tbody tr")).to_have_count(1)


def test_places_fit_and_are_accessible(venue: Venue, admin: Page):
    assert redeem(venue, lost_token(venue, "Bàn 1"), venue.codes["Lê Thị Hoa"]) == 201
    for place in ("stations", "station/B%C3%A0n%201"):
        admin.goto(venue.address(f"/admin#/{place}"))
        admin.wait_for_selector("tbody tr")
        for width in WIDTHS:
            admin.set_viewport_size({"width": width, "height": 900})
            assert_fits(admin)
            assert_accessible(admin)
