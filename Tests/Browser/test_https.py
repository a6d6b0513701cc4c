"""Https with the box's own certificate, on phones that have followed the guide and on those that have not."""

import hashlib
import json
import plistlib
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, expect

from box import Box, free_port, run
from phone import Phone, add_operator, sign_in, wait_until_ready
from secure import phone, trust
from test_pages import WIDTHS, assert_accessible, assert_fits
from venue import ROSTER, Venue, add_event

NAME = "diemdanh.lan"


@dataclass
class Door:
    """A box with a name, reached with and without TLS."""

    box: Box
    pin: str
    tls: int

    def http(self, path: str, host: str = NAME) -> str:
        return f"http://{host}:{self.box.port}{path}"

    def https(self, path: str, host: str = NAME) -> str:
        return f"https://{host}:{self.tls}{path}"


@pytest.fixture
def door(tmp_path: Path):
    settings = tmp_path / "settings.yaml"
    settings.write_text(f"hosts: [{NAME}]\n")
    made = json.loads(run("init", "--data", str(tmp_path / "box"), "--json"))
    box, tls = Box(tmp_path / "box", made["api_token"]), free_port()
    box.start("--config", str(settings), "--tls-listen", f"127.0.0.1:{tls}")
    yield Door(box, made["organiser_pin"], tls)
    box.kill()


@pytest.fixture
def authority(door: Door, tmp_path: Path) -> Path:
    """The authority as the guide's button gives it, in PEM."""
    path = tmp_path / "authority.crt"
    curl("-o", str(path), door.http("/ca.crt", "127.0.0.1"))
    path.write_text(ssl.DER_cert_to_PEM_cert(path.read_bytes()))
    return path


def curl(*arguments: str) -> str:
    return subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("host", [NAME, "localhost", "127.0.0.1"])
def test_programs_that_know_the_authority_trust_every_name(door: Door, authority: Path, host):
    answer = curl("--cacert", str(authority), "--resolve", f"{NAME}:{door.tls}:127.0.0.1", door.https("/health", host))
    assert json.loads(answer)["box"]


def test_openssl_finds_nothing_wrong_and_old_versions_are_refused(door: Door, authority: Path):
    def connect(*options: str) -> str:
        return subprocess.run(
            ["openssl", "s_client", "-connect", f"127.0.0.1:{door.tls}", "-CAfile", str(authority),
             "-verify_hostname", NAME, "-verify_return_error", *options],
            input="", capture_output=True, text=True).stdout

    for version in ("-tls1_2", "-tls1_3"):
        assert "Verify return code: 0 (ok)" in connect(version)
    assert "Cipher is (NONE)" in connect("-tls1_1", "-cipher", "ALL:@SECLEVEL=0")


def test_phone_without_the_authority_warns(door: Door, playwright, tmp_path: Path):
    with phone(playwright, tmp_path / "phone", [NAME]) as page:
        with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
            page.goto(door.https("/https"))


@pytest.mark.parametrize("host", [NAME, "127.0.0.1"])
def test_guide_leads_to_a_safe_page_without_a_warning(door: Door, authority: Path, playwright, tmp_path: Path, host):
    trust(tmp_path / "phone", authority)
    with phone(playwright, tmp_path / "phone", [NAME]) as page:
        page.goto(door.http("/https", host))
        der = ssl.PEM_cert_to_DER_cert(authority.read_text())
        digits = hashlib.sha256(der).hexdigest().upper()
        expect(page.locator("#fingerprint")).to_have_text(" ".join(digits[i:i + 2] for i in range(0, 64, 2)))
        page.click("a[href^='https:'] >> nth=0")
        expect(page.locator("#https-works")).to_be_visible()
        assert page.url == door.https("/https", host)
        assert page.evaluate("isSecureContext && !!navigator.mediaDevices && !!crypto.subtle && !!navigator.serviceWorker")


def test_phone_downloads_what_the_guide_offers(door: Door, playwright, tmp_path: Path):
    with phone(playwright, tmp_path / "phone", [NAME]) as page:
        page.goto(door.http("/https"))
        assert not page.evaluate("isSecureContext")
        for selector, end in (("a[href='/ca.crt']", ".crt"), ("a[href='/ca.mobileconfig']", ".mobileconfig")):
            with page.expect_download() as download:
                page.click(selector)
            assert download.value.suggested_filename.endswith(end)


def test_profile_carries_the_same_authority(door: Door, authority: Path):
    profile = plistlib.loads(curl(door.http("/ca.mobileconfig", "127.0.0.1")).encode())
    [payload] = profile["PayloadContent"]
    assert (profile["PayloadType"], payload["PayloadType"]) == ("Configuration", "com.apple.security.root")
    assert payload["PayloadContent"] == ssl.PEM_cert_to_DER_cert(authority.read_text())
    assert payload["PayloadUUID"] != profile["PayloadUUID"]
    assert plistlib.loads(curl(door.http("/ca.mobileconfig", "127.0.0.1")).encode()) == profile


def test_box_without_https_offers_none(venue: Venue, page):
    page.goto(venue.address("/https"))
    expect(page.locator(".note.caution")).to_be_visible()
    expect(page.locator(".steps")).to_have_count(0)
    assert curl("-o", "/dev/null", "-w", "%{http_code}", venue.address("/ca.crt")) == "404"


def test_pages_without_tls_tell_of_the_guide_and_others_do_not(door: Door, authority: Path, playwright, tmp_path: Path):
    token = json.loads(door.box.command("station", "add", "Cửa 1", "--role", "desk", "--json"))["url"].split("/")[-1]
    trust(tmp_path / "phone", authority)
    with phone(playwright, tmp_path / "phone", [NAME]) as page:
        for path in ("/desk", "/admin", f"/enrol/{token}"):
            for address, count in ((door.http(path), 1), (door.https(path), 0), (door.http(path, "127.0.0.1"), 0)):
                page.goto(address)
                expect(page.locator("main a[href='/https']")).to_have_count(count)


def test_desk_enrolled_without_tls_is_the_same_desk_over_tls(door: Door, authority: Path, playwright, tmp_path: Path):
    token = json.loads(door.box.command("station", "add", "Cửa 1", "--role", "desk", "--json"))["url"].split("/")[-1]
    trust(tmp_path / "phone", authority)
    with phone(playwright, tmp_path / "phone", [NAME]) as page:
        page.goto(door.http(f"/enrol/{token}"))
        page.click("#enrol-button")
        page.wait_for_url("**/desk")
        page.goto(door.https("/desk"))
        expect(page.locator("#login-station")).to_contain_text("Cửa 1")
        page.fill("#login-pin", door.pin)
        page.press("#login-pin", "Enter")
        expect(page.locator("#logout")).to_be_visible()
        cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
        session = cookies["__Host-diemdanh_session"]
        assert session["secure"] and session["httpOnly"] and session["sameSite"] == "Strict"
        # What was said over TLS stays there.
        page.goto(door.http("/desk"))
        expect(page.locator("#login")).to_be_visible()
        page.goto(door.https("/desk"))
        page.click("#logout")
        expect(page.locator("#login")).to_be_visible()
        assert "__Host-diemdanh_session" not in {cookie["name"] for cookie in page.context.cookies()}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_guide_fits_and_is_accessible(door: Door, new_page, width, language):
    page = new_page(width)
    page.goto(door.http(f"/https?lang={language}", "127.0.0.1"))
    expect(page.locator(".steps")).to_have_count(2)
    assert_fits(page)
    assert_accessible(page)


def test_plain_http_is_never_sent_elsewhere(door: Door):
    for path in ("/", "/desk", "/https"):
        head = curl("-i", door.http(path, "127.0.0.1"))
        assert head.startswith("HTTP/1.1 200")
        assert "strict-transport-security" not in head.lower() and "location:" not in head.lower()


def test_desk_of_a_guided_phone_goes_on_without_the_box(door: Door, authority: Path, tmp_path: Path, browser: Browser):
    home = tmp_path / "home"
    trust(home, authority)
    event = add_event(door.box, "Tập huấn OCOP Tiến Xuân")
    door.box.import_roster(event["id"], ROSTER)
    venue = Venue(door.box, door.pin, 0, event["id"], event["sessions"][0]["id"])
    door.box.expect(200, "POST", f"/sessions/{venue.session}/open")
    add_operator(venue, "Chị Hương")
    desk = Phone(tmp_path / "profile", browser.browser_type, f"--host-resolver-rules=MAP {NAME} 127.0.0.1", home=home)
    page = desk.switch_on()
    link = door.box.expect(201, "POST", "/stations", {"name": "Bàn 1", "role": "desk"})["url"]
    page.goto(door.https(urlsplit(link).path))
    page.click("#enrol-button")
    page.wait_for_url("**/desk")
    sign_in(page, "chi huong")
    wait_until_ready(page)
    door.box.kill()
    page.reload()
    page.fill("#query", "le thi hoa")
    page.click(".person [data-check-in]")
    expect(page.locator("#verdict.kept")).to_contain_text("Lê Thị Hoa")
    door.box.start("--config", str(tmp_path / "settings.yaml"), "--tls-listen", f"127.0.0.1:{door.tls}")
    expect(page.locator("#sent")).to_contain_text("Đã gửi 1 lượt")
    assert venue.counts()["present"] == 1
    desk.battery_dies()
    assert desk.errors == []
