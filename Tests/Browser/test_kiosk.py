"""The unattended screen."""

import time
import uuid

import pytest
from playwright.sync_api import Page, expect

from test_pages import assert_accessible, assert_fits
from venue import Venue, add_event
from wedge import Wedge


def test_scanned_code_is_welcomed_with_a_masked_name(venue: Venue, kiosk: Page, scan):
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good .title")).to_have_text("Đã điểm danh")
    expect(kiosk.locator("#answer .name")).to_contain_text("Hoa")
    assert "Lê Thị Hoa" not in kiosk.content()
    assert venue.counts()["present"] == 1
    expect(kiosk.locator("#count-number")).to_have_text("1")


def test_name_is_gone_after_seconds(venue: Venue, kiosk: Page, scan):
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer .name")).to_contain_text("Hoa")
    expect(kiosk.locator("#answer")).to_be_hidden(timeout=8_000)
    assert "Hoa" not in kiosk.content()


def test_code_is_typed_on_the_keypad(venue: Venue, kiosk: Page):
    expect(kiosk.locator("#submit")).to_be_disabled()
    kiosk.click("[data-digit='9']")
    kiosk.click("[data-key=back]")
    for digit in venue.codes["Bùi Thị Lan"]:
        kiosk.click(f"[data-digit='{digit}']")
    kiosk.click("#submit")
    expect(kiosk.locator("#answer.good")).to_be_visible()
    assert venue.counts()["present"] == 1


def test_code_is_typed_on_a_keyboard_by_hand(venue: Venue, kiosk: Page):
    kiosk.keyboard.type(venue.codes["Lê Thị Hoa"], delay=250)
    expect(kiosk.locator("#digits .filled")).to_have_count(8)
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator("#answer.good")).to_be_visible()


def test_second_scan_says_when_the_first_was(venue: Venue, kiosk: Page, scan):
    code = venue.codes["Lê Thị Hoa"]
    _, first = venue.box.redeem(venue.session, code)
    scan(kiosk, code)
    expect(kiosk.locator("#answer.caution .title")).to_have_text("Đã điểm danh rồi")
    expect(kiosk.locator("#answer .detail")).to_contain_text(first["scan"]["occurred_at"][11:16])


def test_same_code_held_to_the_scanner_is_sent_once(venue: Venue, kiosk: Page, scan):
    sent = []
    kiosk.on("request", lambda request: sent.append(request.url) if request.url.endswith("/redeem") else None)
    for _ in range(3):
        scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good")).to_be_visible()
    assert len(sent) == 1


def test_unknown_code_sends_people_to_the_desk(kiosk: Page, scan):
    scan(kiosk, "00000000")
    expect(kiosk.locator("#answer.bad .title")).to_have_text("Máy không nhận ra mã này")
    expect(kiosk.locator("#answer .detail")).to_contain_text("tới bàn đón")


def test_no_open_session_is_said_before_anybody_scans(venue: Venue, kiosk: Page, scan):
    # The box knows the time, and that nobody comes six hours early.
    now = venue.box.expect(200, "GET", "/clock")["now"]
    venue.box.expect(200, "POST", "/clock", {"now": now, "round_trip_ms": 10})
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    expect(kiosk.locator("#prompt-title")).to_have_text("Chưa có buổi nào mở")
    expect(kiosk.locator("#session")).to_contain_text("Chiều")
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.caution .title")).to_have_text("Chưa mở điểm danh")


def test_lost_answer_is_asked_again_with_the_same_nonce(venue: Venue, kiosk: Page, scan):
    nonces = []

    def lose_the_first_answer(route):
        nonces.append(route.request.post_data_json["nonce"])
        if len(nonces) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    kiosk.route("**/redeem", lose_the_first_answer)
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good")).to_be_visible()
    assert len(nonces) == 2 and nonces[0] == nonces[1]
    assert uuid.UUID(nonces[0]).version == 4
    assert venue.counts()["present"] == 1


def test_next_scan_takes_the_screen_from_an_answer(venue: Venue, kiosk: Page, scan):
    scan(kiosk, "00000000")
    expect(kiosk.locator("#answer.bad")).to_be_visible()
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good")).to_be_visible()


def test_open_sessions_are_chosen_by_touch(venue: Venue, kiosk: Page, scan):
    other = add_event(venue.box, "Hội nghị khác")
    venue.box.expect(200, "POST", f"/sessions/{other['sessions'][0]['id']}/open")
    choice = kiosk.locator("#sessions button", has_text="Hội nghị khác")
    choice.click()
    expect(kiosk.locator("#event")).to_have_text("Hội nghị khác")
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.bad")).to_be_visible()


@pytest.mark.parametrize("path", ["/kiosk"])
def test_screen_on_another_device_may_not_check_in(venue: Venue, page: Page, path):
    page.goto(venue.address(path))
    expect(page.locator("#prompt-title")).to_have_text("Màn hình này chưa được phép điểm danh")
    expect(page.locator("#typing")).to_be_hidden()


def test_nothing_moves_where_motion_is_unwanted(kiosk: Page):
    beam = kiosk.locator(".beam")
    expect(beam).to_have_css("animation-name", "beam")
    kiosk.emulate_media(reduced_motion="reduce")
    expect(beam).to_have_css("animation-name", "none")


@pytest.fixture
def due(venue: Venue, kiosk: Page) -> Page:
    """The kiosk before a session that nobody has opened; two people came early."""
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    venue.session = venue.box.expect(200, "GET", f"/events/{venue.event}")["sessions"][1]["id"]
    for name in ("Lê Thị Hoa", "Nguyễn Thị Đào"):
        venue.box.redeem(venue.session, venue.codes[name])
    expect(kiosk.locator("#open")).to_be_visible()
    return kiosk


def test_staff_open_with_a_pin_on_the_screens_keys_and_take_the_early_ones_in(venue: Venue, due: Page, scan):
    due.click("#open")
    expect(due.locator("#opening-early")).to_contain_text("2 người đã đến sớm")
    expect(due.locator("#opening-submit")).to_be_disabled()
    due.click("#opening-keys [data-digit='9']")
    due.click("#opening-keys [data-key=back]")
    for digit in venue.pin:
        due.click(f"#opening-keys [data-digit='{digit}']")
    due.click("#opening-submit")
    expect(due.locator("#answer.good .title")).to_have_text("Đã mở điểm danh")
    expect(due.locator("#answer .detail")).to_contain_text("2")
    expect(due.locator("#open")).to_be_hidden()
    assert venue.counts()["present"] == 2
    for name in ("Lê Thị Hoa", "Hoa", "Đào", venue.pin):
        assert name not in due.content()
    scan(due, venue.codes["Quách Công Sơn"])
    expect(due.locator("#answer.good")).to_be_visible()


def test_pin_leaves_nobody_signed_in_at_the_kiosk(venue: Venue, due: Page):
    due.click("#open")
    due.keyboard.type(venue.pin, delay=200)
    due.keyboard.press("Enter")
    expect(due.locator("#answer.good")).to_be_visible()
    assert not [cookie for cookie in due.context.cookies() if cookie["name"] != "lang"]
    assert due.evaluate("(session) => fetch(`/api/v1/sessions/${session}/close`, { method: 'POST' })"
                        ".then((answer) => answer.status)", venue.session) == 403
    assert due.locator("#opening-pin").input_value() == ""


def test_early_ones_may_be_left_to_the_desk(venue: Venue, due: Page):
    due.click("#open")
    due.keyboard.type(venue.pin, delay=200)
    due.click("#opening-only")
    expect(due.locator("#answer.good")).to_be_visible()
    assert venue.counts()["present"] == 0


def test_wrong_pin_is_said_and_the_kiosk_goes_on(venue: Venue, due: Page, scan):
    due.click("#open")
    for _ in range(5):
        due.fill("#opening-pin", "000000")
        with due.expect_response("**/open-with-pin"):
            due.keyboard.press("Enter")
    expect(due.locator("#opening-error")).to_be_visible()
    due.fill("#opening-pin", venue.pin)
    due.keyboard.press("Enter")
    expect(due.locator("#opening-error")).to_contain_text("Thử quá nhiều lần")
    due.keyboard.press("Escape")
    expect(due.locator("#opening")).to_be_hidden()
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/open")
    expect(due.locator("#open")).to_be_hidden()
    scan(due, venue.codes["Quách Công Sơn"])
    expect(due.locator("#answer.good")).to_be_visible()


@pytest.mark.parametrize("end", ["Enter", None])
def test_badge_shown_while_a_pin_is_asked_for_is_no_wrong_pin(venue: Venue, due: Page, end):
    asked = []
    due.on("request", lambda request: asked.append(request.url) if "open-with-pin" in request.url else None)
    badges = venue.box.expect(200, "GET", f"/events/{venue.event}/codes?format=json")["items"]
    badge = badges[0]["badge"]
    due.click("#open")
    due.keyboard.type(venue.pin[:2], delay=250)
    Wedge(due).scan(badge, end)
    expect(due.locator("#opening-pin")).to_have_value(venue.pin[:2])
    due.keyboard.type(venue.pin[2:], delay=250)
    due.keyboard.press("Enter")
    expect(due.locator("#answer.good")).to_be_visible()
    assert len(asked) == 1


def test_exit_of_somebody_who_never_came_in_is_sent_to_the_desk(venue: Venue, kiosk: Page, scan):
    kiosk.goto(venue.kiosk_address("/kiosk?direction=exit"))
    kiosk.wait_for_selector("#count:not([hidden])")
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.caution")).to_contain_text("tới bàn đón")


@pytest.mark.parametrize("width, height", [(320, 640), (800, 480), (1280, 900)])
def test_pin_dialog_fits_and_is_accessible(due: Page, width, height):
    due.set_viewport_size({"width": width, "height": height})
    assert_fits(due)
    assert_accessible(due)
    due.click("#open")
    assert_fits(due)
    assert_accessible(due)


def test_refused_guest_who_tries_again_gets_an_answer(venue: Venue, kiosk: Page, scan):
    kiosk.clock.install()
    kiosk.clock.pause_at(time.time() + 60)
    code = venue.codes["Lê Thị Hoa"]
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    scan(kiosk, code)
    expect(kiosk.locator("#answer.caution .title")).to_have_text("Buổi này đã đóng điểm danh")
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/open")
    kiosk.clock.run_for(2_000)
    scan(kiosk, code)
    expect(kiosk.locator("#answer.good .title")).to_have_text("Đã điểm danh")


def test_refused_code_that_a_scanner_sends_twice_is_sent_once(venue: Venue, kiosk: Page, scan):
    sent = []
    kiosk.on("request", lambda request: sent.append(request.url) if request.url.endswith("/redeem") else None)
    kiosk.clock.install()
    kiosk.clock.pause_at(time.time() + 60)
    scan(kiosk, "00000000")
    expect(kiosk.locator("#answer.bad")).to_be_visible()
    scan(kiosk, "00000000")
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good")).to_be_visible()
    assert len(sent) == 2


def test_guest_who_waits_too_little_is_not_put_off_again_and_again(venue: Venue, kiosk: Page, scan):
    kiosk.clock.install()
    kiosk.clock.pause_at(time.time() + 60)
    scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.good")).to_be_visible()
    for _ in range(2):
        kiosk.clock.run_for(2_000)
        scan(kiosk, venue.codes["Lê Thị Hoa"])
    expect(kiosk.locator("#answer.caution .title")).to_have_text("Đã điểm danh rồi")


def test_pin_dialog_that_nobody_types_into_goes_away(due: Page):
    due.clock.install()
    due.click("#open")
    expect(due.locator("#opening")).to_be_visible()
    due.clock.run_for(20_000)
    expect(due.locator("#opening")).to_be_hidden()


@pytest.mark.parametrize("end", ["Enter", None])
def test_badge_shown_before_an_empty_pin_dialog_ends_it(venue: Venue, due: Page, end):
    badges = venue.box.expect(200, "GET", f"/events/{venue.event}/codes?format=json")["items"]
    badge = next(item["badge"] for item in badges if item["name"] == "Quách Công Sơn")
    due.click("#open")
    Wedge(due).scan(badge, end)
    expect(due.locator("#opening")).to_be_hidden()
    expect(due.locator("#answer.caution")).to_contain_text("Quý vị đến sớm")
    assert len(early(venue)) == 3


def test_badge_shown_beside_half_a_pin_is_answered_and_leaves_the_pin(venue: Venue, due: Page):
    asked = []
    due.on("request", lambda request: asked.append(request.url) if "open-with-pin" in request.url else None)
    badges = venue.box.expect(200, "GET", f"/events/{venue.event}/codes?format=json")["items"]
    badge = next(item["badge"] for item in badges if item["name"] == "Quách Công Sơn")
    due.click("#open")
    due.keyboard.type(venue.pin[:4], delay=250)
    Wedge(due).scan(badge)
    expect(due.locator("#opening-scan")).to_contain_text("Quý vị đến sớm")
    expect(due.locator("#opening-pin")).to_have_value(venue.pin[:4])
    assert len(early(venue)) == 3 and asked == []


def early(venue: Venue) -> list[dict]:
    return venue.box.expect(200, "GET", f"/sessions/{venue.session}/early")["items"]
