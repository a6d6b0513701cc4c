"""One bad line refuses one scan: bundles of a real box with lines that this province cannot read, signed by the box."""

import json

import pytest

from boxes import VenueBox
from province import Province, manifest
from signing import Signer

SCANS = 105


@pytest.fixture
def venue(tmp_path, province) -> VenueBox:
    return VenueBox(tmp_path / "box", province.settings)


@pytest.fixture
def bundle(venue, province) -> bytes:
    """The bundle of a class, its box registered."""
    bundle = venue.bundle(venue.hold("lop-1"))
    province.register(bundle, "hộp")
    return bundle


def spoilt(venue: VenueBox, bundle: bytes, part: str, find: bytes, replace) -> tuple[bytes, dict, int]:
    """The bundle with one line spoilt, the first that holds `find`; that line as it was, and its number from 1."""
    found = {}

    def change(lines: list[bytes]) -> None:
        index = next(index for index, line in enumerate(lines) if find in line)
        found.update(line=json.loads(lines[index]), number=index + 1)
        lines[index] = replace(lines[index])

    return Signer(venue.box.folder).changed(bundle, part, change), found["line"], found["number"]


def query(province: Province, cluster, sql: str) -> list[list[str]]:
    rows = cluster.query(sql, province.url.split("/")[3].split("?")[0])
    return [row.split("|") for row in rows.splitlines()]


SPOILS = {
    "not JSON": (lambda line: b"\x00\xff{", None, "unreadable"),
    "of a newer box": (lambda line: line.replace(b'"boot_ms"', b'"boot_microseconds"'), "id", "unreadable"),
    "rewritten": (lambda line: line.replace(b'"accepted"', b'"blocked"'), "id", "broken_chain"),
    "hashed otherwise": (lambda line: line.replace(b'"hash":"', b'"hash":"x'), "id", "broken_chain"),
    "of a silly time": (lambda line: line.replace(b'"wall_ms":', b'"wall_ms":9000000'), "id", "unreadable"),
}


@pytest.mark.parametrize("name", SPOILS)
def test_a_bad_line_refuses_one_scan(province, cluster, venue, bundle, name):
    replace, known, reason = SPOILS[name]
    file, line, number = spoilt(venue, bundle, "ledger.jsonl", b'"outcome":"accepted"', replace)
    status, receipt = province.send(file)
    assert status == 201
    assert (receipt["accepted"], receipt["refused"], receipt["duplicate"]) == (SCANS - 1, 1, 0)
    (refused,) = [scan for scan in receipt["scans"] if scan["result"] == "refused"]
    assert refused == {"result": "refused", "reason": reason} | ({"id": line["id"]} if known else {})
    stored = query(province, cluster, "SELECT part, line, seq, id, reason FROM province.refusal")
    assert stored == [["ledger", str(number), str(line["seq"]) if known else "", line["id"] if known else "", reason]]
    assert query(province, cluster, "SELECT count(*) FROM report.scan") == [[str(SCANS - 1)]]
    assert query(province, cluster, "SELECT finding FROM report.bundle") == [["1 lines of the ledger could not be used"]]


def test_a_line_that_was_refused_is_taken_from_a_bundle_of_all(province, venue, bundle):
    file, _, _ = spoilt(venue, bundle, "ledger.jsonl", b'"outcome":"accepted"', lambda line: b"?")
    assert province.send(file)[1]["refused"] == 1
    # The same range again is the same bundle; with a later end it is another one.
    assert province.send(bundle)[0] == 200
    venue.hold("lop-2")
    status, receipt = province.send(venue.bundle(manifest(bundle)["event"]))
    assert status == 201
    assert (receipt["accepted"], receipt["duplicate"], receipt["refused"]) == (1, SCANS - 1, 0)


def test_a_bad_person_refuses_their_scans_alone(province, cluster, venue, bundle):
    file, person, number = spoilt(venue, bundle, "people.jsonl", b'"name"', lambda line: b"[]")
    status, receipt = province.send(file)
    assert status == 201
    refused = [scan for scan in receipt["scans"] if scan["result"] == "refused"]
    assert refused and {scan["reason"] for scan in refused} == {"unknown_participant"}
    assert "unknown_participant" in province.get("/bundles")["items"][0]["reasons"]
    assert receipt["accepted"] == SCANS - len(refused)
    people = query(province, cluster, "SELECT part, line, reason FROM report.refusal WHERE part = 'people'")
    assert people == [["people", str(number), "unreadable"]]
    assert query(province, cluster, f"SELECT count(*) FROM province.enrolment WHERE id = '{person['enrolment']}'") == [["0"]]


def test_a_part_changed_without_signing_is_still_refused(province, venue, bundle):
    file, _, _ = spoilt(venue, bundle, "ledger.jsonl", b'"outcome":"accepted"', lambda line: b"?")
    stranger = Signer()
    stranger.id = Signer(venue.box.folder).id
    assert province.send(stranger.changed(file, "ledger.jsonl", lambda lines: None))[0] == 403
