"""How a box learns who receives its record: the province's one line, or its QR code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Outbox"))

from box import PROGRAM, PROJECT, Box, run  # noqa: E402
from province import Province, manifest, receipt  # noqa: E402
from sending import Sender, make_sender  # noqa: E402
from test_delivery import agree, bundle, stored  # noqa: E402

PIN = "sha256//" + "A" * 43 + "="


@pytest.fixture
def sender(tmp_path) -> Sender:
    """A running box that knows no province."""
    made = make_sender(tmp_path, count=10)
    made.check_in(3)
    yield made
    if made.box.process:
        made.box.kill()


def line_of(province: Province, *options: str) -> str:
    return json.loads(province.command("settings", *options, "--json"))["line"]


def address(province: Province) -> str:
    return f"http://127.0.0.1:{province.port}"


def take_in(sender: Sender, line: str) -> dict:
    return sender.box.expect(200, "PUT", "/province", {"line": line})


def refused(box: Box, *arguments: str) -> str:
    done = subprocess.run(
        [PROGRAM, *arguments, "--data", str(box.folder)], capture_output=True, text=True, cwd=PROJECT)
    assert done.returncode == 1, done
    return done.stderr


def test_box_takes_the_line_in_and_delivers_at_once(sender, province, cluster):
    assert sender.box.call("POST", "/outbox/push")[0] == 409
    line = line_of(province, "--url", address(province))
    read = sender.box.expect(200, "PUT", "/province?dry_run=true", {"line": line})
    assert read["province"]["url"] == address(province) and not read["current"]["configured"]
    assert read["province"]["number"] == json.loads(province.command("settings", "--json"))["number"]
    assert not sender.outbox()["province"]["configured"], "a dry run changes nothing"
    take_in(sender, line)
    province.register(bundle(sender), "hộp")
    assert sender.push()["counts"]["sent"] == 1
    agree(sender, province, cluster)
    kinds = [entry["kind"] for entry in ledger(sender, "province_set")]
    assert kinds == ["province_set"]


def ledger(sender: Sender, kind: str) -> list[dict]:
    done = subprocess.run(
        ["sqlite3", "-json", f"file:{sender.box.folder}/diemdanh.sqlite?mode=ro",
         f"SELECT kind, detail FROM ledger WHERE kind = '{kind}'"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout or "[]")


def test_command_line_takes_it_in_too_with_and_without_a_server(tmp_path, province):
    box = Box.create(tmp_path / "box")
    assert "no province" in box.command("province", "show")
    line = line_of(province, "--url", "https://tinh.example.vn", "--ca", PIN)
    box.command("province", "set", line, "--dry-run")
    assert "no province" in box.command("province", "show")
    box.command("province", "set", line)
    shown = json.loads(box.command("province", "show", "--json"))
    assert (shown["url"], shown["trust"], shown["sign_key"]) == ("https://tinh.example.vn", "key", province.sign_key)
    box.start()
    box.command("province", "set", line_of(province, "--url", "none", "--ca", "system"))
    assert box.expect(200, "GET", "/province")["url"] is None
    box.stop()
    for wrong, words in [
        (line[:-20], "ends early"), (line.replace("tinh", "tinn"), "changed"), ("RWQabc", "no settings line"),
    ]:
        assert words in refused(box, "province", "set", wrong)


def test_backup_and_restored_box_keep_the_province(sender, province, tmp_path):
    take_in(sender, line_of(province, "--url", address(province)))
    sender.box.command("backup", "--out", str(tmp_path / "copy"))
    run("restore", str(tmp_path / "copy"), "--data", str(tmp_path / "restored"))
    restored = Box(tmp_path / "restored", sender.box.token)
    shown = json.loads(restored.command("province", "show", "--json"))
    assert shown == sender.box.expect(200, "GET", "/province")


def test_settings_file_goes_first(sender, province):
    take_in(sender, line_of(province, "--url", "https://tinh.example.vn"))
    sender.configure(province={"sign_key": province.sign_key, "age_key": province.age_key})
    sender.box.stop()
    sender.start()
    shown = sender.box.expect(200, "GET", "/province")
    assert shown["from_settings_file"] and shown["url"] is None
    line = line_of(province, "--url", "https://tinh.example.vn")
    status, problem = sender.box.call("PUT", "/province", {"line": line})
    assert (status, problem["type"]) == (409, "/problems/province_of_file")
    sender.configure()
    sender.box.stop()
    sender.start()
    assert sender.box.expect(200, "GET", "/province")["url"] == "https://tinh.example.vn"


def test_what_waits_goes_to_the_new_province_and_only_it_can_read_it(sender, province, cluster, tmp_path):
    other = Province(tmp_path / "other", cluster.database())
    take_in(sender, line_of(other, "--url", "http://127.0.0.1:9"))
    sender.box.expect(
        201, "POST", f"/events/{sender.event}/participants",
        {"card": "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Hà Nội|01072021"}, Idempotency_Key="thẻ".encode().hex())
    sender.box.expect(200, "POST", "/outbox/bundles")
    stick = tmp_path / "stick"
    stick.mkdir()
    sender.command("outbox", "carry", "--out", str(stick))
    (item,) = sender.outbox()["items"]
    assert item["state"] == "sent"
    line = line_of(province, "--url", address(province))
    read = sender.box.expect(200, "PUT", "/province?dry_run=true", {"line": line})
    assert (read["waiting"], read["confirmed"], read["sealed_to_another"]) == (1, 0, 1)
    take_in(sender, line)
    province.register(bundle(sender), "hộp")
    outbox = sender.push()
    assert [one["id"] for one in outbox["items"]] == [item["id"]] and outbox["counts"]["sent"] == 1
    assert stored(province, cluster) == len(sender.scans)
    other.start()
    other.register(bundle(sender), "hộp")
    _, _, late = other.request("POST", "/api/v1/bundles", next(stick.glob("*")).read_bytes())
    assert receipt(late)["bundle"] == item["id"]
    status, problem = sender.box.call("POST", "/outbox/receipts", late, Content_Type="application/zip")
    assert (status, problem["type"]) == (422, "/problems/bad_receipt")
    assert other.stop() == 0


def test_lost_and_damaged_files_are_made_again_as_the_same_bundle(sender, province, cluster):
    take_in(sender, line_of(province, "--url", "http://127.0.0.1:9"))
    sender.box.expect(200, "POST", "/outbox/bundles")
    (before,) = sender.outbox()["items"]
    province.register(bundle(sender), "hộp")
    file = sender.box.folder / "outbox" / f"{before['name']}.ddb"
    made = manifest(file.read_bytes())
    # Meanwhile more has happened: what is made again covers what the lost one did.
    sender.check_in(2)
    for harm in (lambda: file.unlink(), lambda: file.write_bytes(file.read_bytes()[:500]), lambda: file.write_bytes(b"")):
        harm()
        sender.box.expect(200, "POST", "/outbox/bundles")
        again = manifest(file.read_bytes())
        assert (again["id"], again["ledger"], again["counts"]["scans"]) == (made["id"], made["ledger"], 3)
    file.unlink()
    take_in(sender, line_of(province, "--url", address(province)))
    assert sender.push()["counts"]["waiting"] == 0
    agree(sender, province, cluster)
    assert before["id"] in [one["id"] for one in sender.outbox()["items"]]


def test_qr_is_read_as_the_line(province, tmp_path):
    box = Box.create(tmp_path / "box")
    box.start()
    for options in (["--url", "https://tinh.example.vn", "--ca", PIN], ["--ca", str(certificate(tmp_path))]):
        picture = tmp_path / "settings.png"
        line = line_of(province, *options, "--qr", str(picture))
        assert box.expect(200, "POST", "/decode", picture.read_bytes(), Content_Type="image/png")["texts"] == [line]
        assert box.expect(200, "PUT", "/province", {"line": line})["province"]["trust"] in ("key", "authority")
    box.stop()


def certificate(folder: Path) -> Path:
    path = folder / "ca.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=Tinh Vi Du", "-keyout", str(folder / "ca.key"), "-out", str(path)], check=True,
        capture_output=True)
    return path


def test_init_prints_the_line(tmp_path):
    from province import run as run_province

    made = json.loads(run_province("init", "--data", str(tmp_path / "new"), "--url", "https://tinh.example.vn", "--json"))
    assert made["line"].startswith("diemdanh-province-1|https://tinh.example.vn|" + made["sign_key"])
    shown = json.loads(run_province("settings", "--data", str(tmp_path / "new"), "--json"))
    assert shown["line"] == made["line"] and made["token"] not in made["line"]
