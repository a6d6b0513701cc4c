"""The file that reaches the province: readable with Debian's minisign and age, and complete."""

import csv
import json
import re
import subprocess

import pytest

from lesson import SCENARIO, refusal, sha256


@pytest.fixture(scope="module")
def bundle(lesson, tmp_path_factory):
    return lesson.export(tmp_path_factory.mktemp("bundle") / "b.ddb", "--plain")


def test_minisign_verifies_the_manifest(bundle, tmp_path):
    for name in ["manifest.json", "manifest.json.minisig"]:
        (tmp_path / name).write_bytes(bundle.parts[name])
    check = ["minisign", "-V", "-m", str(tmp_path / "manifest.json"), "-P", bundle.manifest["public_key"]]
    assert "verified" in subprocess.run(check, check=True, capture_output=True, text=True).stdout
    (tmp_path / "manifest.json").write_bytes(bundle.parts["manifest.json"].replace(b"box", b"bot"))
    assert subprocess.run(check, capture_output=True).returncode != 0


def test_the_manifest_vouches_for_every_part(bundle):
    manifest = bundle.manifest
    assert [part["name"] for part in manifest["parts"]] == ["event.json", "people.jsonl", "ledger.jsonl", "xapi.jsonl"]
    assert set(bundle.parts) == {part["name"] for part in manifest["parts"]} | {"manifest.json", "manifest.json.minisig"}
    for part in manifest["parts"]:
        content = bundle.parts[part["name"]]
        assert (part["bytes"], part["sha256"]) == (len(content), sha256(content))


def test_it_holds_everybody_and_every_scan(bundle):
    expected = json.loads((SCENARIO / "expected.json").read_text())
    people = bundle.lines("people.jsonl")
    assert len(people) == bundle.manifest["counts"]["people"] > 0
    assert len(bundle.scans()) == len((SCENARIO / "scans.csv").read_text().splitlines()) - 1
    assert len(bundle.scans()) == bundle.manifest["counts"]["scans"]
    assert {person["sex"] for person in people if "sex" in person} <= {"female", "male"}
    assert expected and all(re.fullmatch(r"\d{8}", person["code"]) for person in people)


def test_the_ledger_begins_at_its_first_entry_and_has_no_gap(bundle):
    expected = 1
    for line in bundle.lines("ledger.jsonl"):
        assert line.get("seq", line.get("first")) == expected
        expected = line.get("seq", line.get("last")) + 1
    assert bundle.manifest["ledger"]["first"] == 1
    assert bundle.manifest["ledger"]["last"] == expected - 1
    assert bundle.manifest["ledger"]["previous_hash"] == "0" * 64


def test_reasons_in_words_and_names_stay_out_of_the_ledger(bundle):
    words = bundle.parts["ledger.jsonl"].decode()
    for person in bundle.lines("people.jsonl"):
        assert person["name"] not in words
    assert "roster.xlsx" not in words


def test_the_same_range_has_the_same_id(lesson, bundle, tmp_path):
    again = lesson.export(tmp_path / "again.ddb", "--plain")
    assert again.manifest["id"] == bundle.manifest["id"]
    assert again.manifest["ledger"] == bundle.manifest["ledger"]
    assert {name: again.parts[name] for name in ["event.json", "people.jsonl", "ledger.jsonl", "xapi.jsonl"]} == {
        name: bundle.parts[name] for name in ["event.json", "people.jsonl", "ledger.jsonl", "xapi.jsonl"]}


def test_a_bundle_hangs_on_the_one_before_it(lesson, bundle, tmp_path):
    middle = bundle.entries[20]
    rest = lesson.export(tmp_path / "rest.ddb", "--plain", "--after", str(middle["seq"]))
    assert rest.manifest["ledger"]["first"] == middle["seq"] + 1
    assert rest.manifest["ledger"]["previous_hash"] == middle["hash"]
    assert rest.manifest["ledger"]["last_hash"] == bundle.manifest["ledger"]["last_hash"]
    assert rest.entries == [entry for entry in bundle.entries if entry["seq"] > middle["seq"]]
    assert len(rest.lines("people.jsonl")) == len(bundle.lines("people.jsonl"))


def test_without_the_provinces_key_it_is_refused(lesson, tmp_path):
    out = tmp_path / "b.ddb"
    said = refusal(lesson.box, "export", lesson.event, "--format", "bundle", "--out", str(out))
    assert "province" in said and "--plain" in said
    assert not out.exists()


def test_age_opens_what_is_encrypted_to_the_province(lesson, province, bundle, tmp_path):
    settings, identity = province
    path = tmp_path / "b.ddb.age"
    lesson.box.command("export", lesson.event, "--format", "bundle", "--out", str(path), "--config", str(settings))
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n")
    opened = tmp_path / "b.ddb"
    subprocess.run(["age", "-d", "-i", str(identity), "-o", str(opened), str(path)], check=True)
    decrypted = type(bundle)(opened)
    assert decrypted.manifest["id"] == bundle.manifest["id"]
    assert decrypted.parts["ledger.jsonl"] == bundle.parts["ledger.jsonl"]


def test_citizen_numbers_leave_the_box_sealed_only(lesson, province, bundle, tmp_path):
    settings, _ = province
    numbers = {
        person["citizen_number"] for person in lesson.register(tmp_path / "r.json")["participants"]
        if person.get("citizen_number")}
    sealed = lesson.export(tmp_path / "s.ddb", "--plain", "--config", str(settings))
    for file in [bundle, sealed]:
        for content in file.parts.values():
            assert not any(number.encode() in content for number in numbers)
    have = [person for person in sealed.lines("people.jsonl") if "sealed_number" in person]
    assert len(have) == len(numbers)
    assert not any("sealed_number" in person for person in bundle.lines("people.jsonl"))


def test_the_workbook_of_qcvn_109_splits_names_as_the_standard_does(lesson, tmp_path):
    out = tmp_path / "q.csv"
    lesson.box.command("export", lesson.event, "--format", "csv", "--names", "qcvn109", "--out", str(out))
    with out.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header[:7] == ["SoDinhDanh", "Ho", "ChuDem", "Ten", "GioiTinh", "DanToc", "NgayThangNamSinh"]
    assert len(rows) == len(lesson.register(tmp_path / "r.json")["participants"])
    assert {row[4] for row in rows} <= {"0", "1", "2"}
    names = {person["name"] for person in lesson.register(tmp_path / "r.json")["participants"]}
    assert {" ".join(part for part in row[1:4] if part) for row in rows} == names
    sheet = tmp_path / "q.xlsx"
    lesson.box.command("export", lesson.event, "--format", "xlsx", "--names", "qcvn109", "--out", str(sheet))
    openpyxl = pytest.importorskip("openpyxl")
    table = [list(row) for row in openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)]
    assert [[cell or "" for cell in row] for row in table] == [header, *rows]
