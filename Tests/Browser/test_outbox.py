"""What leaves the box, as the organiser and a phone see it."""

import sys
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

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
    expect(page.locator("tbody tr")).to_contain_text("3 nhận, 0 đã có, 0 từ chối")


def test_box_without_a_province_says_what_to_do(venue: Venue, admin: Page):
    admin.click("a[href='#/outbox']")
    expect(admin.locator("#place")).to_contain_text("Chưa đặt tỉnh nhận.")
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
