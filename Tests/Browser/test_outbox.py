"""What leaves the box, as the organiser and a phone see it."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from box import PROGRAM
from venue import Venue, sign_in

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Outbox"))

from receivers import Province  # noqa: E402


@pytest.fixture
def province(tmp_path, venue: Venue):
    """A province, and the venue's box started again with it in the settings."""
    made = Province(tmp_path / "province")
    settings = tmp_path / "diemdanh.yaml"
    settings.write_text(yaml.safe_dump({"hosts": ["diemdanh.lan"], "province": made.settings()}))
    venue.box.stop()
    venue.box.start("--config", str(settings))
    for code in list(venue.codes.values())[:3]:
        assert venue.box.redeem(venue.session, code)[0] == 201
    yield made
    made.close()


def assert_accessible(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def test_organiser_sends_now_and_sees_what_the_province_says(venue: Venue, province: Province, page: Page):
    province.closed = True
    sign_in(page, venue, "/admin", ".event-row")
    page.click("a[href='#/outbox']")
    expect(page.locator("#place [role=status]")).to_contain_text("0 đã gửi, 0 đang chờ, 0 bị từ chối")
    expect(page.locator("#place")).to_contain_text(province.sign_key)
    page.get_by_role("button", name="Gửi ngay").click()
    expect(page.locator("#place [role=status]")).to_contain_text(
        "0 đã gửi, 0 đang chờ, 1 bị từ chối: Nơi nhận chưa biết hộp này.")
    assert_accessible(page)
    province.closed = False
    page.get_by_role("button", name="Gửi ngay").click()
    expect(page.locator("#place [role=status]")).to_contain_text("1 đã gửi, 0 đang chờ, 0 bị từ chối")
    expect(page.locator("tbody tr").first).to_contain_text("3 nhận, 0 đã có, 0 từ chối")


def test_box_without_a_province_says_what_to_do(venue: Venue, admin: Page):
    admin.click("a[href='#/outbox']")
    expect(admin.locator("#place")).to_contain_text("Chưa đặt tỉnh nhận")
    admin.get_by_role("button", name="Gửi ngay").click()
    expect(admin.locator("#message")).to_have_text("Hộp chưa được đặt tỉnh nhận.")


def test_phone_takes_a_bundle_along_and_hands_the_receipt_in(venue: Venue, province: Province, new_page, tmp_path):
    phone = new_page(width=360, height=740, accept_downloads=True)
    sign_in(phone, venue, "/desk/carry", "#work:not([hidden])")
    expect(phone.locator("#none")).to_be_visible()
    phone.click("#make")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Tải gói").click()
    assert download.value.suggested_filename.endswith(".ddb.age")
    bundle = tmp_path / "bundle.age"
    download.value.save_as(bundle)
    assert_accessible(phone)
    receipt = {"name": "bien-nhan.ddr", "mimeType": "application/zip", "buffer": province.take_file(bundle)}
    phone.set_input_files("#receipt", receipt)
    phone.click("#receipt-form button")
    expect(phone.locator("#message")).to_have_text("Đã ghi biên nhận: 3 lượt được nhận, 0 đã có, 0 bị từ chối.")
    expect(phone.locator("#none")).to_be_visible()
    phone.set_input_files("#receipt", receipt | {"buffer": b"not a receipt"})
    phone.click("#receipt-form button")
    expect(phone.locator("#message")).to_have_text("Tệp này không phải biên nhận của tỉnh.")


def test_desk_leads_to_the_bundles(venue: Venue, desk: Page):
    desk.click("a[href='/desk/carry']")
    expect(desk.locator("#work h1")).to_have_text("Mang gói đi")


def province_line(province: Province) -> str:
    """The line as `diemdanh-province settings` prints it."""
    body = "|".join([province.url, province.sign_key, province.age_key, ""])
    return f"diemdanh-province-1|{body}|{hashlib.sha256(body.encode()).hexdigest()[:8]}"


@pytest.fixture
def receiver(tmp_path):
    """A province that the box does not know yet and that asks for no token."""
    made = Province(tmp_path / "receiver")
    made.token = None
    yield made
    made.close()


def test_organiser_pastes_the_line_compares_and_sends(venue: Venue, receiver: Province, admin: Page):
    venue.box.redeem(venue.session, next(iter(venue.codes.values())))
    admin.click("a[href='#/outbox']")
    admin.get_by_role("button", name="Đặt tỉnh nhận").click()
    line = province_line(receiver)
    for wrong, words in [
        ("1234 5678", "không phải mã cài đặt"), (line[:-30], "thiếu phần cuối"), (line.replace("age1", "age2"), "bị sai"),
    ]:
        admin.fill("#province-line", wrong)
        admin.click("#province-yes")
        expect(admin.locator("#province-error")).to_contain_text(words)
    assert_accessible(admin)
    admin.fill("#province-line", line[:60] + "\n" + line[60:])
    admin.click("#province-yes")
    expect(admin.locator("#province-read")).to_contain_text(receiver.sign_key)
    expect(admin.locator("#province-read")).to_contain_text("so số đối chiếu")
    assert_accessible(admin)
    admin.click("#province-yes")
    expect(admin.locator("#place .facts")).to_contain_text(receiver.url)
    expect(admin.locator("#place")).to_contain_text(venue.box.expect(200, "GET", "/outbox")["box_key"])
    admin.get_by_role("button", name="Gửi ngay").click()
    expect(admin.locator("tbody tr").first).to_contain_text("Tỉnh đã nhận đủ")
    assert len(receiver.bundles) == 1
    admin.get_by_role("button", name="Đổi tỉnh nhận").click()
    admin.fill("#province-line", line)
    admin.click("#province-yes")
    expect(admin.locator("#province-read")).to_contain_text("Hộp đang dùng đúng tỉnh này.")


def test_photo_of_the_qr_is_read(venue: Venue, new_page, tmp_path):
    picture, program = tmp_path / "settings.png", str(Path(PROGRAM).parent / "diemdanh-province")
    for command in (["init"], ["settings", "--url", "https://tinh.example.vn", "--qr", str(picture)]):
        subprocess.run([program, *command, "--data", str(tmp_path / "tinh")], check=True, capture_output=True)
    phone = new_page(width=320, height=700)
    sign_in(phone, venue, "/admin", ".event-row")
    phone.goto(venue.address("/admin#/outbox"))
    phone.get_by_role("button", name="Đặt tỉnh nhận").click()
    phone.locator("#camera-photo").set_input_files(str(picture))
    expect(phone.locator("#province-read")).to_contain_text("https://tinh.example.vn")
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    phone.click("#province-again")
    expect(phone.locator("#province-line")).to_be_visible()


def test_settings_file_is_said_to_go_first(venue: Venue, province: Province, page: Page):
    sign_in(page, venue, "/admin", ".event-row")
    page.click("a[href='#/outbox']")
    expect(page.locator("#place")).to_contain_text("Tệp cài đặt của hộp đặt tỉnh nhận này.")
    expect(page.get_by_role("button", name="Đổi tỉnh nhận")).to_have_count(0)
