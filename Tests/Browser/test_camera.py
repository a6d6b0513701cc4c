"""Badges shown to a camera: a film in place of the camera, everything behind it real."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from film import badge, film
from test_pages import assert_accessible, assert_fits
from venue import Venue, launch, sign_in

HOA, DAO = "Lê Thị Hoa", "Nguyễn Thị Đào"
FAKE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
# Longer than any test looks: the film begins anew at its end.
REST = (None, 60)


@pytest.fixture
def filmed(venue: Venue, playwright, tmp_path, new_page):
    """Makes a page whose browser sees the film through its camera; `origin` may use it without being asked."""
    browsers: list[Browser] = []

    def make(*scenes, origin: str | None = None, **size) -> Page:
        path = film(tmp_path / "film.y4m", *scenes)
        browsers.append(launch(playwright, *FAKE, f"--use-file-for-fake-video-capture={path}"))
        return new_page(browser=browsers[-1], camera=origin, **size)

    yield make
    for browser in browsers:
        browser.close()


def count_redeems(page: Page) -> list[str]:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/redeem") else None)
    return sent


def open_kiosk(venue: Venue, page: Page) -> None:
    page.goto(venue.kiosk_address("/kiosk"))
    page.wait_for_selector("#count:not([hidden])")


def test_badge_held_before_the_kiosk_counts_once_and_the_next_one_too(venue: Venue, filmed):
    scenes = [(None, 1), (badge(venue, HOA), 7), (None, 1), (badge(venue, DAO), 2), REST]
    page = filmed(*scenes, origin=venue.kiosk_address(""))
    sent = count_redeems(page)
    open_kiosk(venue, page)
    expect(page.locator("#camera-view")).to_be_visible()
    expect(page.locator("#answer.good .name")).to_contain_text("Hoa")
    assert len(sent) == 1
    expect(page.locator("#answer.good .name")).to_contain_text("Đào")
    assert len(sent) == 2
    assert venue.counts()["present"] == 2


def test_badge_that_left_the_view_and_came_back_is_a_second_scan(venue: Venue, filmed):
    scenes = [(badge(venue, HOA), 2), (None, 4), (badge(venue, HOA), 2), REST]
    page = filmed(*scenes, origin=venue.kiosk_address(""))
    sent = count_redeems(page)
    open_kiosk(venue, page)
    expect(page.locator("#answer.good")).to_be_visible()
    expect(page.locator("#answer.caution .title")).to_have_text("Đã điểm danh rồi")
    assert len(sent) == 2
    assert venue.counts()["present"] == 1


def test_desk_turns_its_camera_on_and_off(venue: Venue, filmed):
    page = filmed((None, 1), (badge(venue, HOA), 5), REST)
    sent = count_redeems(page)
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    expect(page.locator("#camera-photo-button")).to_be_hidden()
    page.click("#camera-start")
    expect(page.locator("#verdict.good")).to_contain_text(HOA)
    assert len(sent) == 1
    # Nothing may cover what a phone's camera sees: no field has the keyboard.
    expect(page.locator("#query")).not_to_be_focused()
    page.click("#camera-stop")
    expect(page.locator("#camera-view")).to_be_hidden()
    assert page.evaluate("document.getElementById('camera-video').srcObject") is None
    assert len(sent) == 1


# Notes the bytes of each picture that is sent, and how many are on their way at once.
COUNT_PICTURES = """
    const real = window.fetch;
    window.sizes = [];
    window.most = 0;
    let underWay = 0;
    window.fetch = async (address, options) => {
        if (!String(address).endsWith("/decode")) return real(address, options);
        window.sizes.push(options.body.size);
        underWay += 1;
        window.most = Math.max(window.most, underWay);
        try { return await real(address, options); } finally { underWay -= 1; }
    };
"""


def test_frames_are_asked_one_after_another_and_fit_the_memory_of_the_box(venue: Venue, filmed):
    page = filmed(REST, origin=venue.kiosk_address(""))
    page.add_init_script(COUNT_PICTURES)
    open_kiosk(venue, page)
    while page.evaluate("window.sizes.length") <= 10:
        page.wait_for_timeout(100)
    assert page.evaluate("window.most") == 1
    assert 100_000 < page.evaluate("Math.max(...window.sizes)") < 256 * 1024


def test_busy_box_is_asked_less_often(venue: Venue, filmed):
    page = filmed(REST, origin=venue.kiosk_address(""))
    # By the page's own clock: a slow machine makes the pauses longer, never shorter.
    page.add_init_script("""
        const real = window.fetch;
        window.times = [];
        window.fetch = (address, options) => {
            if (String(address).endsWith("/decode")) window.times.push(performance.now());
            return real(address, options);
        };
    """)
    page.route("**/decode", lambda route: route.fulfill(status=503, body="{}", headers={"Retry-After": "1"}))
    open_kiosk(venue, page)
    while len(times := page.evaluate("window.times")) < 4:
        page.wait_for_timeout(100)
    assert min(after - before for before, after in zip(times, times[1:])) >= 900
    expect(page.locator("#camera-note")).to_be_visible()


def test_camera_rests_while_the_page_is_out_of_sight(venue: Venue, filmed):
    page = filmed(REST, origin=venue.kiosk_address(""))
    open_kiosk(venue, page)
    expect(page.locator("#camera-view")).to_be_visible()
    show = """isHidden => {
        Object.defineProperty(document, "hidden", { get: () => isHidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(show, True)
    expect(page.locator("#camera-view")).to_be_hidden()
    assert page.evaluate("document.getElementById('camera-video').srcObject") is None
    page.evaluate(show, False)
    expect(page.locator("#camera-view")).to_be_visible()


def test_browser_that_reads_codes_itself_does_not_ask_the_box(venue: Venue, filmed):
    page = filmed(REST, origin=venue.kiosk_address(""))
    page.add_init_script("""window.BarcodeDetector = class {
        static async getSupportedFormats() { return ["ean_13", "qr_code"]; }
        async detect(video) { return video.videoWidth > 0 ? [{ rawValue: "%s" }] : []; }
    }""" % venue.codes[HOA])
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/decode") else None)
    sent = count_redeems(page)
    open_kiosk(venue, page)
    expect(page.locator("#answer.good .name")).to_contain_text("Hoa")
    expect(page.locator("#answer")).to_be_hidden(timeout=8_000)
    assert (len(sent), asked) == (1, [])


def test_camera_is_chosen_and_lit_where_the_device_offers_it(venue: Venue, filmed):
    page = filmed(REST)
    page.add_init_script("""
        const devices = navigator.mediaDevices;
        const real = devices.enumerateDevices.bind(devices);
        devices.enumerateDevices = async () => {
            const [camera] = (await real()).filter((device) => device.kind === "videoinput");
            const other = { kind: "videoinput", deviceId: camera.deviceId, label: "Máy ảnh sau" };
            return [{ kind: "videoinput", deviceId: "front", label: "Máy ảnh trước" }, other];
        };
        const track = MediaStreamTrack.prototype;
        const can = track.getCapabilities;
        track.getCapabilities = function () { return Object.assign(can.call(this), { torch: true }); };
        window.lights = [];
        track.applyConstraints = async (wish) => { window.lights.push(wish.advanced[0].torch); };
    """)
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    page.click("#camera-start")
    expect(page.locator("#camera-choice option")).to_have_text(["Máy ảnh trước", "Máy ảnh sau"])
    page.click("#camera-light")
    expect(page.locator("#camera-light")).to_have_attribute("aria-pressed", "true")
    page.click("#camera-light")
    assert page.evaluate("window.lights") == [True, False]
    page.select_option("#camera-choice", "front")
    expect(page.locator("#camera-note")).to_contain_text("Không tìm thấy máy ảnh")


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_with_a_camera_fit_and_are_accessible(venue: Venue, filmed, width):
    page = filmed((badge(venue, HOA), 60), origin=venue.kiosk_address(""), width=width)
    page.goto(venue.kiosk_address("/kiosk"))
    expect(page.locator("#camera-view")).to_be_visible()
    expect(page.locator("#answer.good")).to_be_visible()
    expect(page.locator("#answer")).to_be_hidden(timeout=8_000)
    assert_fits(page)
    assert_accessible(page)
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    page.click("#camera-start")
    expect(page.locator("#verdict.caution")).to_be_visible()
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("error, sentence", [
    ("NotAllowedError", "Chưa được phép dùng máy ảnh"), ("NotFoundError", "Không tìm thấy máy ảnh"),
    ("NotReadableError", "đang được chương trình khác dùng"), ("TypeError", "Máy ảnh chưa dùng được"),
])
def test_camera_that_cannot_be_used_says_what_to_do(venue: Venue, page: Page, error, sentence):
    page.add_init_script(
        f"navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('', '{error}'); }}")
    sign_in(page, venue, "/desk", "#work:not([hidden])")
    page.click("#camera-start")
    expect(page.locator("#camera-note")).to_contain_text(sentence)
    expect(page.locator("#camera-start")).to_be_enabled()
    expect(page.locator("#camera-view")).to_be_hidden()


@pytest.fixture
def insecure(playwright, new_page):
    """A page that reaches the box by a name, over plain http: the browser allows it no camera."""
    browser = launch(playwright, "--host-resolver-rules=MAP diemdanh.lan 127.0.0.1")
    yield new_page(browser=browser, width=390, height=844)
    browser.close()


def photo(venue: Venue, name: str | None) -> dict:
    """A photo of twelve million dots with a badge somewhere in it."""
    paper = Image.new("RGB", (4000, 3000), (190, 180, 170))
    if name:
        paper.paste(badge(venue, name).resize((1100, 1100)).rotate(9, fillcolor=200, expand=True), (1500, 900))
    file = io.BytesIO()
    paper.save(file, "JPEG")
    return {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def test_photo_does_the_same_where_there_is_no_camera(venue: Venue, insecure: Page):
    page = insecure
    page.add_init_script(COUNT_PICTURES)
    page.goto(f"http://diemdanh.lan:{venue.box.port}/desk")
    assert page.evaluate("window.isSecureContext") is False
    page.fill("#login-pin", venue.pin)
    page.press("#login-pin", "Enter")
    expect(page.locator("#camera-start")).to_be_hidden()
    expect(page.locator("#camera-photo-button")).to_be_visible()
    page.set_input_files("#camera-photo", photo(venue, HOA))
    expect(page.locator("#verdict.good")).to_contain_text(HOA)
    assert page.evaluate("window.sizes[0]") < 150_000
    page.set_input_files("#camera-photo", photo(venue, None))
    expect(page.locator("#camera-note")).to_contain_text("Không thấy mã trong ảnh")
    page.set_input_files("#camera-photo", {"name": "x.txt", "mimeType": "text/plain", "buffer": b"x"})
    expect(page.locator("#camera-note")).to_contain_text("không phải ảnh")
