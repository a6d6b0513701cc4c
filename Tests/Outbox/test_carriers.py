"""Sticks and phones: bundles that somebody carries, and the receipts that come back."""

import http.client
import subprocess
import uuid

import pytest
from box import PROGRAM, Box, run
from sending import agree


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def without_network(sender, province):
    """The province has keys and no address that answers."""
    sender.configure(province=province.settings() | {"url": "http://127.0.0.1:9"})
    sender.box.stop()
    sender.start()


def carry(sender, stick):
    return sender.command("outbox", "carry", "--out", str(stick))


def test_stick_takes_bundles_along_and_brings_receipts_back(sender, province, stick):
    sender.check_in(5)
    carry(sender, stick)
    (bundle,) = stick.glob("*")
    assert bundle.name.endswith(".ddb.age") and bundle.name.isascii()
    assert sender.outbox()["items"][0]["state"] == "sent"
    (stick / f"{bundle.name.removesuffix('.ddb.age')}.ddr").write_bytes(province.take_file(bundle))
    carry(sender, stick)
    assert sender.outbox()["items"][0]["carrier"] == "usb"
    agree(sender, province)


def test_next_stick_takes_everything_that_no_receipt_has_confirmed(sender, province, stick, tmp_path):
    sender.check_in(2)
    carry(sender, stick)
    lost = list(stick.glob("*"))
    sender.check_in(2)
    other = tmp_path / "other"
    other.mkdir()
    carry(sender, other)
    bundles = sorted(other.glob("*.ddb.age"))
    assert len(bundles) == 2 and lost[0].name in {bundle.name for bundle in bundles}
    for bundle in bundles:
        (other / f"{bundle.name}.ddr").write_bytes(province.take_file(bundle))
    carry(sender, other)
    agree(sender, province)


def test_phone_carries_a_bundle_and_hands_the_receipt_in(sender, province, tmp_path):
    sender.check_in(3)
    sender.box.expect(200, "POST", "/outbox/bundles")
    item = sender.outbox()["items"][0]
    file = tmp_path / "gói.ddb.age"
    file.write_bytes(download(sender.box, item["id"]))
    receipt = province.take_file(file)
    answer = sender.box.expect(200, "POST", "/outbox/receipts", receipt, Content_Type="application/octet-stream")
    assert (answer["accepted"], answer["is_new"]) == (3, True)
    agree(sender, province)


def test_same_bundle_by_three_roads_counts_once(sender, province, stick, tmp_path):
    sender.check_in(4)
    carry(sender, stick)
    (on_stick,) = stick.glob("*")
    on_phone = tmp_path / "phone.age"
    on_phone.write_bytes(download(sender.box, sender.outbox()["items"][0]["id"]))
    receipts = [province.take_file(on_stick), province.take_file(on_phone)]
    sender.configure(province=province.settings())
    sender.box.stop()
    sender.start()
    sender.push()
    for receipt in receipts:
        answer = sender.box.expect(200, "POST", "/outbox/receipts", receipt, Content_Type="application/zip")
        assert not answer["is_new"]
    assert len(province.bundles) == 1
    agree(sender, province)


def test_receipts_that_are_not_ours_are_refused(sender, province, stick):
    sender.check_in(1)
    carry(sender, stick)
    manifest = {"id": str(uuid.uuid4()), "box": "ai-đó"}
    foreign = province.receipt(manifest, [])
    status, problem = sender.box.call("POST", "/outbox/receipts", foreign, Content_Type="application/zip")
    assert (status, problem["type"]) == (404, "/problems/unknown_bundle")
    for bad in (foreign[:-30], b"", b"PK\x03\x04 nothing"):
        status, problem = sender.box.call("POST", "/outbox/receipts", bad, Content_Type="application/zip")
        assert (status, problem["type"]) == (422, "/problems/bad_receipt")
    assert sender.outbox()["counts"]["sent"] == 0


def test_without_the_province_s_key_nothing_is_put_on_a_stick(sender, stick):
    sender.check_in(1)
    sender.configure()
    done = subprocess.run(
        [PROGRAM, "outbox", "carry", "--out", stick, "--data", sender.box.folder, "--config", sender.settings],
        capture_output=True, text=True)
    assert done.returncode == 1 and "no province is set" in done.stderr
    assert list(stick.iterdir()) == []


def test_restored_box_sends_everything_again_and_nothing_counts_twice(sender, province, stick, tmp_path):
    sender.check_in(3)
    sender.configure(province=province.settings())
    sender.box.stop()
    sender.start()
    sender.push()
    sender.box.expect(200, "POST", "/sessions/" + sender.session + "/open")
    sender.check_in(2)
    backup = tmp_path / "box.backup"
    sender.command("backup", "--out", str(backup))
    sender.box.stop()
    run("restore", str(backup), "--data", str(tmp_path / "new"))
    old, sender.box = sender.box, Box(tmp_path / "new", sender.box.token)
    sender.start()
    outbox = sender.push()
    assert sorted(province.scans) == sorted(sender.scans)
    assert outbox["scans"] == {"accepted": 2, "duplicate": 3, "refused": 0}
    assert province.bundles[0]["box"] != province.bundles[1]["box"]
    assert old.folder != sender.box.folder


def test_clock_a_year_off_delays_nothing_and_is_mended_in_the_next_bundle(sender, province):
    sender.check_in(2)
    sender.configure(province=province.settings())
    sender.box.stop()
    sender.start()
    sender.push()
    true_time = {"now": "2027-12-01T08:00:00+07:00"}
    sender.box.expect(200, "POST", "/clock", true_time)
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 2)
    agree(sender, province)


def download(box: Box, bundle: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", box.port, timeout=30)
    connection.request("GET", f"/api/v1/outbox/bundles/{bundle}", headers={"Authorization": f"Bearer {box.token}"})
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status == 200 and content.startswith(b"age-encryption.org/v1"), content[:200]
    connection.close()
    return content
