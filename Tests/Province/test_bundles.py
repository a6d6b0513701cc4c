"""Real bundles of a real box: forged, truncated, replayed, foreign, from a revoked box, by three roads, by a cut line."""

import io
import json
import os
import socket
import subprocess
import zipfile

import pytest

from boxes import VenueBox
from province import PROGRAM, Province, manifest, receipt


@pytest.fixture
def venue(tmp_path, province) -> VenueBox:
    return VenueBox(tmp_path / "box", province.settings)


@pytest.fixture
def event(venue) -> str:
    return venue.hold("lop-1")


def scans(province: Province) -> int:
    """Attempts that the province has stored."""
    return sum(item["accepted"] for item in bundles(province))


def bundles(province: Province) -> list[dict]:
    done = subprocess.run(
        ["psql", province.url, "-XAtqc", "SELECT coalesce(json_agg(b), '[]') FROM report.bundle AS b"],
        capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def changed(bundle: bytes, part: str, content: bytes) -> bytes:
    """The bundle with another part under the same manifest."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bundle)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return out.getvalue()


def test_the_same_bundle_by_three_roads_counts_once(tmp_path, province, venue, event):
    plain, carried = venue.bundle(event), venue.bundle(event, "--after", "0")
    assert carried.startswith(b"age-encryption.org/v1")
    province.register(plain, "hộp")
    first, again = province.send(plain), province.send(carried)
    assert (first[0], again[0]) == (201, 200)
    assert first[1] == again[1]
    stick = tmp_path / "stick.ddb.age"
    stick.write_bytes(carried)
    taken = json.loads(province.command("import", str(stick), "--json"))["items"][0]
    assert taken["new"] is False
    assert receipt(open(taken["receipt"], "rb").read()) == first[1]
    assert scans(province) == first[1]["accepted"] == len(first[1]["scans"]) == 105


def test_a_receipt_that_cannot_be_written_stops_no_other_file(tmp_path, province, venue, event):
    first, second = tmp_path / "one.ddb", tmp_path / "two.ddb"
    first.write_bytes(venue.bundle(event))
    second.write_bytes(venue.bundle(venue.hold("lop-2")))
    province.register(first.read_bytes(), "hộp")
    receipts = [json.loads(province.command("import", str(file), "--json"))["items"][0]["receipt"]
                for file in (first, second)]
    (tmp_path / receipts[0]).unlink()
    (tmp_path / receipts[0]).mkdir()
    (tmp_path / receipts[1]).unlink()
    done = subprocess.run(
        [PROGRAM, "import", str(first), str(second), "--database", province.url, "--data", str(province.folder)],
        capture_output=True, text=True)
    assert done.returncode == 3, done.stderr
    assert done.stdout.splitlines() == [
        f"{first}: known before; {receipts[0]} cannot be written", f"{second}: known before"]
    assert (tmp_path / receipts[1]).is_file()


def test_receipt_is_signed_by_the_province(tmp_path, province, venue, event):
    bundle = venue.bundle(event)
    province.register(bundle, "hộp")
    status, headers, body = province.request("POST", "/api/v1/bundles", bundle)
    assert status == 201 and headers["content-disposition"].endswith('.ddr"')
    zipfile.ZipFile(io.BytesIO(body)).extractall(tmp_path / "receipt")
    subprocess.run(
        ["minisign", "-V", "-q", "-P", province.sign_key, "-m", str(tmp_path / "receipt/receipt.json")], check=True)


def test_forged_truncated_and_foreign_bundles_store_nothing(tmp_path, province, venue, event):
    bundle = venue.bundle(event)
    assert province.send(bundle)[0] == 403
    province.register(bundle, "hộp")
    other = Province(tmp_path / "other", province.url)
    foreign = VenueBox(tmp_path / "foreign", other.settings)
    stolen = foreign.bundle(foreign.hold("lop-2"), "--after", "0")
    people = zipfile.ZipFile(io.BytesIO(bundle)).read("people.jsonl").replace(b'"female"', b'"male"')
    for bad, status in [
        (changed(bundle, "people.jsonl", people), 403),
        (changed(bundle, "manifest.json", json.dumps(manifest(bundle) | {"number": 1}).encode()), 403),
        (bundle[: len(bundle) // 2], 400), (b"", 400), (stolen, 422),
    ]:
        assert province.send(bad)[0] == status
    assert bundles(province) == []


def test_what_anybody_may_encrypt_takes_no_memory(tmp_path, province):
    file = tmp_path / "stranger.age"
    subprocess.run(
        ["age", "-r", province.age_key, "-o", str(file)], input=os.urandom(1 << 20) * 100, check=True)
    before = province.peak()
    assert province.send(file.read_bytes())[0] == 400
    assert province.peak() - before < 40
    assert list(province.folder.glob("opened.*")) == []


def test_a_revoked_box_is_refused_at_once(province, venue, event):
    bundle = venue.bundle(event)
    province.register(bundle, "hộp")
    province.command("box", "revoke", "hộp")
    status, problem = province.send(bundle)
    assert (status, problem["type"]) == (403, "/problems/revoked_box")
    assert bundles(province) == []
    province.register(bundle, "hộp")
    assert province.send(bundle)[0] == 201


def test_a_line_cut_at_every_tenth_loses_and_doubles_nothing(province, venue, event):
    bundle = venue.bundle(event)
    province.register(bundle, "hộp")
    head = f"POST /api/v1/bundles HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(bundle)}\r\n\r\n".encode()
    for tenth in range(10):
        with socket.create_connection(("127.0.0.1", province.port)) as line:
            line.sendall(head + bundle[: len(bundle) * tenth // 10])
    assert bundles(province) == []
    # The whole of it, and nobody waits for the answer.
    with socket.create_connection(("127.0.0.1", province.port)) as line:
        line.sendall(head + bundle)
        line.shutdown(socket.SHUT_WR)
        line.recv(1)
    assert province.send(bundle)[0] == 200
    assert scans(province) == 105


def test_everything_else_needs_a_token(province):
    calls = [("GET", "/api/v1/summary"), ("GET", "/api/v1/bundles"),
             ("GET", "/api/v1/people/duplicates"), ("GET", "/api/v1/report"),
             ("POST", "/api/v1/people/decisions"), ("GET", "/"), ("GET", "/people"), ("POST", "/people"),
             ("GET", "/carry"), ("POST", "/carry"), ("POST", "/logout")]
    for method, path in calls:
        assert province.request(method, path)[0] == 401, path
    for method, path in calls[:3]:
        assert province.request(method, path, Authorization="Bearer nonsense")[0] in (401, 429)
    # What is left says nothing of anybody: the sign-in, whether the server lives, what its calls are.
    for path in ["/login", "/health", "/api/v1/openapi.json"]:
        assert province.request("GET", path)[0] == 200
    province.command("token", "add", "văn phòng")
    token = json.loads(province.command("token", "add", "sở", "--json"))["token"]
    assert province.request("GET", "/api/v1/summary", Authorization=f"Bearer {token}")[0] == 200
    province.command("token", "revoke", "sở")
    assert province.request("GET", "/api/v1/summary", Authorization=f"Bearer {token}")[0] == 401


def test_postgresql_restarts_between_two_bundles(tmp_path, cluster, province, venue):
    first, second = venue.hold("lop-1"), venue.hold("lop-2")
    one, two = venue.bundle(first), venue.bundle(second)
    province.register(one, "hộp")
    assert province.send(one)[0] == 201
    cluster.stop()
    cluster.start()
    assert province.send(two)[0] == 201
    assert len(bundles(province)) == 2
