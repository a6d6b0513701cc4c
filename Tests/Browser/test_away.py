"""The desk that survives the Wi-Fi."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from phone import Phone, add_operator, enrol, sign_in, wait_until_ready
from test_pages import assert_accessible, assert_fits
from venue import Venue
from wedge import Wedge


@pytest.fixture
def phone(tmp_path, browser: Browser):
    phone = Phone(tmp_path / "profile", browser.browser_type)
    yield phone
    if phone.process:
        phone.battery_dies()
    assert phone.errors == []


@pytest.fixture
def page(venue: Venue, phone: Phone) -> Page:
    """A phone at the door that was enrolled before; its operator is signed in and ready to lose the Wi-Fi."""
    add_operator(venue, "Chị Hương")
    enrol(phone.switch_on(), venue, "Bàn 1")
    phone.switch_off()
    page = phone.switch_on()
    page.goto(venue.address("/desk"))
    sign_in(page, "chi huong")
    wait_until_ready(page)
    return page


def scans(venue: Venue) -> list[dict]:
    return venue.box.expect(200, "GET", f"/events/{venue.event}/export?format=json")["scans"]


def check_in(page: Page, query: str) -> None:
    page.fill("#query", query)
    page.click(".person [data-check-in]")


def test_queue_survives_box_battery_and_operator_and_counts_once(venue: Venue, phone: Phone, page: Page, scan):
    venue.box.kill()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Đã ghi trên máy")
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    check_in(page, "nguyen thi dao")
    expect(page.locator("#verdict.kept")).to_contain_text("Nguyễn Thị Đào")
    page.press("#query", "F2")
    page.fill("#walk-in-name", "Triệu Thị Mẩy")
    page.check("#walk-in [name=consent]")
    page.click("#walk-in button.main")
    expect(page.locator("#verdict.kept")).to_contain_text("phiếu tạm số 1")
    expect(page.locator("#unsent")).to_have_text("Chưa gửi: 3")
    phone.battery_dies()

    page = phone.switch_on()
    page.goto(venue.address("/desk"))
    expect(page.locator("#work")).to_be_visible()
    expect(page.locator("#operator")).to_contain_text("Chị Hương")
    expect(page.locator("#unsent")).to_have_text("Chưa gửi: 3")
    check_in(page, "quach cong son")
    expect(page.locator("#verdict.kept")).to_contain_text("Quách Công Sơn")

    venue.box.start()
    add_operator(venue, "Anh Sơn")
    expect(page.locator("#login")).to_be_visible()
    expect(page.locator("#held-note")).to_contain_text("4 lượt chưa gửi")
    sign_in(page, "anh son")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 4 lượt")
    expect(page.locator("#sent-slips")).to_contain_text("Phiếu tạm số 1: Triệu Thị Mẩy, mã")
    expect(page.locator("#unsent")).to_be_hidden()
    counts = venue.counts()
    assert (counts["present"], counts["walk_in"]["present"]) == (3, 1)
    recorded = scans(venue)
    assert len(recorded) == 4
    assert {scan["operator"] for scan in recorded} == {"Chị Hương"}


def test_answer_that_was_lost_on_its_way_counts_once(venue: Venue, page: Page, scan):
    page.route("**/redeem", lambda route: (route.fetch(), route.abort()))
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 1 lượt giữ trên máy. Không có gì")
    assert len(scans(venue)) == 1
    assert venue.counts()["present"] == 1


def test_box_that_does_not_answer_keeps_nobody_waiting(venue: Venue, page: Page, scan):
    page.route("**/api/v1/**", lambda route: None)
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa", timeout=3_000)
    scan(page, venue.codes["Nguyễn Thị Đào"])
    expect(page.locator("#verdict.kept")).to_contain_text("Nguyễn Thị Đào", timeout=1_000)
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#unsent")).to_be_hidden()
    assert venue.counts()["present"] == 2


def test_same_person_twice_is_said_at_once_and_is_no_surprise_later(venue: Venue, page: Page, scan):
    venue.box.stop()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    check_in(page, "le thi hoa")
    expect(page.locator("#verdict.caution")).to_contain_text("Máy này đã ghi lúc")
    page.fill("#query", "hoa")
    expect(page.locator(".person .badge.good")).to_contain_text("Đã vào")
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Đã gửi 2 lượt giữ trên máy. Không có gì cần xem lại.")
    assert [scan["result"] for scan in scans(venue)] == ["accepted", "refused"]


def test_session_chosen_while_the_box_is_away_has_its_own_record(venue: Venue, page: Page, scan):
    afternoon = venue.box.expect(200, "GET", f"/events/{venue.event}")["sessions"][1]["id"]
    venue.box.expect(200, "POST", f"/sessions/{afternoon}/open")
    expect(page.locator("#session option")).to_have_count(2)
    venue.box.stop()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    page.select_option("#session", afternoon)
    expect(page.locator("#verdict")).to_contain_text("Sẵn sàng")
    expect(page.locator("#recent-none")).to_be_visible()
    page.fill("#query", "le thi hoa")
    expect(page.locator(".person")).to_have_count(1)
    expect(page.locator(".person .badge.good")).to_have_count(0)
    page.click(".person [data-check-in]")
    expect(page.locator("#verdict.kept")).to_contain_text("Đã ghi trên máy")
    page.select_option("#session", venue.session)
    expect(page.locator("#recent .who")).to_have_text(["Lê Thị Hoa"])
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Đã gửi 2 lượt giữ trên máy. Không có gì cần xem lại.")
    assert [scan["result"] for scan in scans(venue)] == ["accepted"] * 2


def test_what_surprises_is_listed_for_desk_and_organiser(venue: Venue, page: Page, scan, new_page):
    page.route("**/api/v1/**", lambda route: route.abort())
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_be_visible()
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#review-title")).to_have_text("Cần xem lại: 1")
    expect(page.locator("#review-list")).to_be_visible()
    expect(page.locator("#review-list")).to_contain_text("Lê Thị Hoa")


@pytest.mark.parametrize("code, sentence", [("48215790", "tìm theo họ tên"), ("1" + "0" * 24, "")])
def test_wrong_digits_are_told_without_the_box_and_recorded_later(venue: Venue, page: Page, scan, code, sentence):
    page.route("**/api/v1/**", lambda route: route.abort())
    scan(page, code)
    expect(page.locator("#verdict.bad")).to_contain_text(sentence)
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại")
    assert [scan["result"] for scan in scans(venue)] == ["refused"]


def test_signing_out_takes_the_people_and_leaves_the_queue(venue: Venue, phone: Phone, page: Page, scan):
    venue.box.kill()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#unsent")).to_be_visible()
    page.click("#logout")
    expect(page.locator("#loading")).to_contain_text("Không nối được")
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 1}
    venue.box.start()
    expect(page.locator("#login")).to_be_visible()
    sign_in(page, "chi huong")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 1 lượt")
    assert venue.counts()["present"] == 1


def test_people_that_come_while_somebody_signs_out_are_not_kept(venue: Venue, page: Page):
    rosters, farewells = [], []

    def hold_the_first(route):
        farewells.append(route)
        if len(farewells) > 1:
            route.continue_()

    page.route("**/desk-roster", lambda route: rosters.append(route))
    page.route("**/logout", hold_the_first)
    with page.expect_request("**/desk-roster"):
        page.reload()
    with page.expect_request("**/logout"):
        page.click("#logout")
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 0}
    with page.expect_response("**/desk-roster"):
        rosters[0].continue_()
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 0}
    with page.expect_navigation():
        farewells[0].abort()
    expect(page.locator("#login")).to_be_visible()
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 0}


def test_second_tab_waits_until_the_first_one_is_closed(venue: Venue, page: Page):
    second = page.context.new_page()
    second.goto(venue.address("/desk"))
    expect(second.locator("#loading")).to_contain_text("đang mở ở thẻ khác")
    expect(second.locator("#work")).to_be_hidden()
    page.close()
    expect(second.locator("#work")).to_be_visible()


def test_people_are_forgotten_twelve_hours_after_the_login(venue: Venue, phone: Phone, page: Page):
    venue.box.kill()
    page.add_init_script("const now = Date.now; Date.now = () => now() + 12 * 3600 * 1000;")
    page.reload()
    expect(page.locator("#loading")).to_contain_text("Không nối được")
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 0}


def test_people_are_forgotten_when_the_session_closes(venue: Venue, page: Page):
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    expect(page.locator("#no-session")).to_be_visible()
    assert kept(page) == {"keys": 0, "kept": 0, "queue": 0}


def test_nothing_on_the_phone_can_be_read_without_the_keys(venue: Venue, phone: Phone, page: Page):
    venue.box.kill()
    check_in(page, "nguyen thi dao")
    expect(page.locator("#verdict.kept")).to_be_visible()
    facts = page.evaluate("""async () => {
        const open = indexedDB.open("diemdanh-desk", 1);
        const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
        const all = (store) => new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
        });
        const [key] = await all("keys");
        const refused = await crypto.subtle.exportKey("raw", key).then(() => false, () => true);
        return { isExtractable: key.extractable, refused, entry: Object.keys((await all("queue"))[0]).sort() };
    }""")
    assert facts == {"isExtractable": False, "refused": True, "entry": ["id", "order", "sealed", "slip", "stamp"]}
    phone.battery_dies()
    disk = b"".join(path.read_bytes() for path in phone.folder.glob("**/IndexedDB/**/*") if path.is_file())
    assert disk
    for name in ["Nguyễn Thị Đào", "Bùi Thị Lan"]:
        assert name.encode() not in disk and name.encode("utf-16-le") not in disk


def test_revoked_station_keeps_its_queue(venue: Venue, page: Page, scan):
    page.route("**/api/v1/**", lambda route: route.abort())
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_be_visible()
    venue.box.expect(200, "DELETE", f"/stations/{quote('Bàn 1')}")
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#held-note")).to_contain_text("1 lượt chưa gửi")
    assert kept(page)["queue"] == 1 and venue.counts()["present"] == 0
    enrol(page, venue, "Bàn 2")
    sign_in(page, "chi huong")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 1 lượt")
    assert venue.counts()["present"] == 1


def test_clock_that_is_set_between_scan_and_sending_does_no_harm(venue: Venue, page: Page):
    page.add_init_script("window.turn = 0; const now = Date.now; Date.now = () => now() + window.turn;")
    page.reload()
    expect(page.locator("#work")).to_be_visible()
    wait_until_ready(page)
    page.route("**/api/v1/**", lambda route: route.abort())
    check_in(page, "nguyen thi dao")
    expect(page.locator("#verdict.kept")).to_be_visible()
    page.evaluate("window.turn = 5 * 3600 * 1000")
    page.wait_for_timeout(1_500)
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 1 lượt")
    recorded = scans(venue)[0]
    assert recorded["occurred_at"][:15] == recorded["received_at"][:15]


def test_worker_keeps_the_desks_files_and_no_others(venue: Venue, page: Page):
    page.reload()
    expect(page.locator("#work")).to_be_visible()
    loaded = set(page.evaluate("""performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.startsWith("/assets/"))"""))
    stored = set(page.evaluate("""async () => {
        const [name] = (await caches.keys()).filter((name) => name.startsWith("desk-"));
        const cache = await caches.open(name);
        return (await cache.keys()).map((request) => new URL(request.url)).map((url) => url.pathname + url.search);
    }"""))
    assert "/assets/js/desk/away/seal.js" in loaded and loaded <= stored
    assert {"/desk?lang=vi", "/desk?lang=en", "/assets/manifest.webmanifest", "/assets/img/icon-512.png"} <= stored
    assert not [path for path in stored if "/admin" in path or "/kiosk" in path or "/api/" in path]


def test_desk_can_be_installed(page: Page):
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert session.send("Page.getAppManifest")["errors"] == []


def test_page_without_the_box_is_in_the_language_that_was_chosen(venue: Venue, page: Page):
    page.goto(venue.address("/desk?lang=en"))
    expect(page.locator("#work")).to_be_visible()
    venue.box.kill()
    page.goto(venue.address("/desk"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#lost-note")).to_contain_text("Go on working")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_without_the_box_fits_and_is_accessible(venue: Venue, page: Page, scan, width):
    page.set_viewport_size({"width": width, "height": 780})
    venue.box.stop()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_be_visible()
    expect(page.locator("#lost-note")).to_be_visible()
    assert_fits(page)
    assert_accessible(page)
    venue.box.start()
    expect(page.locator("#sent")).to_be_visible()
    assert_fits(page)
    assert_accessible(page)


def take_back(page: Page) -> None:
    page.click("#undo")
    expect(page.locator("#reason-title")).to_have_text("Bỏ lượt này?")
    page.click("#reason-submit")
    expect(page.locator("#verdict.caution")).to_contain_text("Đã bỏ lượt")


def test_scan_that_waits_is_taken_back_and_both_stand_in_the_ledger(venue: Venue, page: Page, scan):
    venue.box.stop()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    take_back(page)
    expect(page.locator("#recent .annulled")).to_contain_text("Lê Thị Hoa")
    expect(page.locator("#unsent")).to_have_text("Chưa gửi: 2")
    # The right one now, and the first one in earnest.
    scan(page, venue.codes["Nguyễn Thị Đào"])
    expect(page.locator("#verdict.kept")).to_contain_text("Nguyễn Thị Đào")
    check_in(page, "le thi hoa")
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại")
    assert venue.counts()["present"] == 2
    assert [scan["result"] for scan in scans(venue)] == ["accepted"] * 3
    assert len([scan for scan in scans(venue) if scan["annulled"]]) == 1


def test_taking_back_counts_once_though_every_second_answer_is_lost(venue: Venue, page: Page, scan):
    venue.box.stop()
    for name in ("Lê Thị Hoa", "Nguyễn Thị Đào", "Quách Công Sơn"):
        scan(page, venue.codes[name])
        expect(page.locator("#verdict.kept")).to_contain_text(name)
        if name != "Quách Công Sơn":
            take_back(page)
    lost = []

    def lose_every_second(route):
        lost.append(len(lost) % 2 == 0)
        if lost[-1]:
            route.fetch()
            return route.abort()
        return route.continue_()

    page.route("**/desk/queue", lose_every_second)
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại", timeout=30_000)
    assert lost == [True, False]
    assert venue.counts()["present"] == 1
    assert len(scans(venue)) == 3
    assert len([scan for scan in scans(venue) if scan["annulled"]]) == 2


def test_scan_the_box_had_taken_can_be_taken_back_without_it(venue: Venue, page: Page, scan):
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.good")).to_contain_text("Lê Thị Hoa")
    venue.box.stop()
    page.click("#undo")
    page.click("#reason-submit")
    expect(page.locator("#verdict.caution")).to_contain_text("Đã bỏ lượt")
    venue.box.start()
    expect(page.locator("#sent")).to_be_visible()
    assert venue.counts()["present"] == 0


def test_wrong_walk_in_is_taken_back_and_needs_no_slip(venue: Venue, page: Page):
    venue.box.stop()
    page.press("#query", "F2")
    page.fill("#walk-in-name", "Triệu Thị Mẩy")
    page.check("#walk-in [name=consent]")
    page.click("#walk-in button.main")
    expect(page.locator("#verdict.kept")).to_contain_text("phiếu tạm số 1")
    page.click("#verdict button")
    page.click("#reason-submit")
    expect(page.locator("#verdict.caution")).to_contain_text("Triệu Thị Mẩy")
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại")
    expect(page.locator("#sent-slips li")).to_have_count(0)
    assert venue.counts()["walk_in"] == {"present": 0, "late": 0}


def test_scan_that_waits_is_taken_back_after_the_battery_died(venue: Venue, phone: Phone, page: Page, scan):
    venue.box.kill()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_be_visible()
    phone.battery_dies()
    page = phone.switch_on()
    page.goto(venue.address("/desk"))
    page.fill("#query", "le thi hoa")
    page.click(".person button.plain:has-text('Huỷ lượt')")
    page.click("#reason-submit")
    expect(page.locator("#unsent")).to_have_text("Chưa gửi: 2")
    venue.box.start()
    expect(page.locator("#login")).to_be_visible()
    sign_in(page, "chi huong")
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại")
    assert venue.counts()["present"] == 0


def test_what_waits_is_listed_after_the_battery_died_and_can_be_taken_back(
        venue: Venue, phone: Phone, page: Page, scan):
    venue.box.kill()
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    page.press("#query", "F2")
    page.fill("#walk-in-name", "Triệu Thị Mẩy")
    page.check("#walk-in [name=consent]")
    page.click("#walk-in button.main")
    expect(page.locator("#verdict.kept")).to_contain_text("phiếu tạm số 1")
    phone.battery_dies()
    page = phone.switch_on()
    page.goto(venue.address("/desk"))
    expect(page.locator("#recent .who")).to_have_text(["Triệu Thị Mẩy", "Lê Thị Hoa"])
    page.get_by_role("button", name="Huỷ lượt của Triệu Thị Mẩy").click()
    expect(page.locator("#reason-title")).to_have_text("Bỏ lượt này?")
    page.click("#reason-submit")
    expect(page.locator("#unsent")).to_have_text("Chưa gửi: 3")
    page.reload()
    expect(page.locator("#recent .who")).to_have_text(["Lê Thị Hoa"])
    venue.box.start()
    sign_in(page, "chi huong")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 3 lượt")
    assert (venue.counts()["present"], venue.counts()["walk_in"]["present"]) == (1, 0)


def test_what_has_to_be_looked_at_is_listed_when_no_session_is_open(venue: Venue, page: Page, scan):
    page.route("**/api/v1/**", lambda route: route.abort())
    venue.box.redeem(venue.session, venue.codes["Lê Thị Hoa"])
    scan(page, venue.codes["Lê Thị Hoa"])
    expect(page.locator("#verdict.kept")).to_be_visible()
    venue.box.expect(200, "POST", f"/sessions/{venue.session}/close")
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("#no-session")).to_be_visible()
    expect(page.locator("#sent")).to_contain_text("1 cần xem lại")
    expect(page.locator("#review-list")).to_be_visible()
    expect(page.locator("#review-list")).to_contain_text("Lê Thị Hoa")
    page.click("#logout")
    expect(page.locator("#login")).to_be_visible()
    expect(page.locator("#review")).to_be_hidden()


NEW = "001190000017||Nông Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"
HOA = "001171000025||Lê Thị Hoa|20101971|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"


def show_card(page: Page, line: str) -> None:
    page.focus("#query")
    Wedge(page).insert(line)


def test_card_of_somebody_on_the_list_is_one_tap_without_the_box(venue: Venue, page: Page):
    venue.box.stop()
    show_card(page, HOA)
    expect(page.locator("#card-people .person")).to_have_count(1)
    page.click("#card-people button")
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    venue.box.start()
    expect(page.locator("#sent")).to_contain_text("Không có gì cần xem lại")
    assert venue.counts()["present"] == 1 and len(venue.box.participants(venue.event)) == 6


def test_card_of_a_stranger_is_registered_without_its_number(venue: Venue, phone: Phone, page: Page):
    venue.box.stop()
    show_card(page, NEW.replace("001190", "001090"))
    expect(page.locator("#card-title")).to_have_text("Nông Thị Ví Dụ")
    expect(page.locator("#card-warnings")).to_contain_text("Giới tính trên thẻ khác với số thẻ")
    expect(page.locator("#card")).to_contain_text("số căn cước không được giữ")
    expect(page.locator("#card")).to_contain_text("có đồng ý không")
    page.click("#card-submit")
    expect(page.locator("#verdict.kept")).to_contain_text("phiếu tạm số 1")
    assert "001090000017" not in page.content()
    venue.box.start()
    expect(page.locator("#sent-slips")).to_contain_text("Nông Thị Ví Dụ")
    assert venue.counts()["walk_in"]["present"] == 1
    # The same card shown to the box: the same person, now with the number.
    show_card(page, NEW)
    page.click("#card-people button")
    expect(page.locator("#verdict.caution")).to_contain_text("Nông Thị Ví Dụ")
    assert len(venue.box.participants(venue.event)) == 7


def test_card_of_a_stranger_shown_twice_is_one_person_with_one_slip(venue: Venue, phone: Phone, page: Page):
    venue.box.kill()
    show_card(page, NEW)
    page.click("#card-submit")
    expect(page.locator("#verdict.kept")).to_contain_text("phiếu tạm số 1")
    phone.battery_dies()
    page = phone.switch_on()
    page.goto(venue.address("/desk"))
    expect(page.locator("#recent .who")).to_have_text(["Nông Thị Ví Dụ"])
    show_card(page, NEW)
    expect(page.locator("#card-people .person")).to_contain_text("phiếu tạm số 1")
    page.click("#card-people button")
    expect(page.locator("#verdict.caution")).to_contain_text("phiếu tạm số 1")
    venue.box.start()
    sign_in(page, "chi huong")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 2 lượt giữ trên máy. Không có gì cần xem lại.")
    expect(page.locator("#sent-slips li")).to_have_count(1)
    assert venue.counts()["walk_in"]["present"] == 1 and len(venue.box.participants(venue.event)) == 7


def test_what_is_no_card_is_refused_without_the_box_too(venue: Venue, page: Page):
    venue.box.stop()
    show_card(page, "https://vneid.gov.vn/a?b=1|2|3|4|5|6|7")
    expect(page.locator("#verdict.bad")).to_contain_text("Quét thẻ, không quét ứng dụng")


def test_nothing_of_a_card_is_stored_where_it_can_be_read(venue: Venue, phone: Phone, page: Page):
    venue.box.stop()
    show_card(page, NEW)
    page.click("#card-submit")
    expect(page.locator("#verdict.kept")).to_be_visible()
    phone.battery_dies()
    disk = b"".join(path.read_bytes() for path in phone.folder.glob("**/*") if path.is_file())
    assert disk
    for text in ("001190000017", "Nông Thị Ví Dụ"):
        assert text.encode() not in disk and text.encode("utf-16-le") not in disk


def kept(page: Page) -> dict[str, int]:
    """How many things each store of the browser's database has."""
    return page.evaluate("""async () => {
        const open = indexedDB.open("diemdanh-desk", 1);
        const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
        const numbers = {};
        for (const store of ["keys", "kept", "queue"]) {
            const count = database.transaction(store).objectStore(store).count();
            numbers[store] = await new Promise((resolve) => { count.onsuccess = () => resolve(count.result); });
        }
        database.close();
        return numbers;
    }""")
