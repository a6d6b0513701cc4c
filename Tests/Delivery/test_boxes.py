"""Two boxes of one event, and what they make of each other's bundles."""

import json
import subprocess
import zipfile
from urllib.parse import quote

import pytest

from box import Box
from lesson import SCENARIO, Lesson, new_lesson, refusal
from signing import Signer


def share(lesson: Lesson, other: Box) -> Lesson:
    """Makes the other box a second box of the event."""
    lesson.box.share(lesson.event, other)
    return Lesson(other, lesson.event)


def bring(source: Lesson, target: Lesson, *options: str) -> dict:
    """Carries everything of one box to another one, encrypted to it."""
    return source.box.bring(source.event, target.box, *options)


def sessions(lesson: Lesson) -> list[str]:
    return [item["id"] for item in json.loads(lesson.box.command("event", "show", lesson.event, "--json"))["sessions"]]


@pytest.fixture
def pair(tmp_path) -> tuple[Lesson, Lesson]:
    """The same class on two boxes, nobody there yet."""
    first = new_lesson(tmp_path / "first", with_scans=False)
    return first, share(first, Box.create(tmp_path / "second"))


@pytest.fixture
def at_the_door(pair):
    """Both boxes serve, and every session is open."""
    for lesson in pair:
        lesson.box.start()
        for session in sessions(lesson):
            lesson.ask("POST", f"/sessions/{session}/open")
    yield pair
    for lesson in pair:
        lesson.box.stop()


def walk_in(lesson: Lesson, name: str) -> dict:
    body = {"name": name, "birth_year": 1980, "commune": "Xã Tiến Xuân"}
    return lesson.ask("POST", f"/events/{lesson.event}/participants", body, Idempotency_Key=name.encode().hex())


def redeem(lesson: Lesson, session: str, code: str, number: int, **fields) -> dict:
    nonce = f"0192f0c0-0000-4000-8000-{number:012x}"
    return lesson.ask("POST", f"/sessions/{session}/redeem", {"code": code, "nonce": nonce} | fields)


def test_the_second_box_has_the_roster_and_knows_the_badges(at_the_door, tmp_path):
    first, second = at_the_door
    there = {person["code"]: person for person in first.register(tmp_path / "1.json")["participants"]}
    here = {person["code"]: person for person in second.register(tmp_path / "2.json")["participants"]}
    assert there.keys() == here.keys()
    for code, person in there.items():
        for field in ["name", "phone", "citizen_number", "commune", "address", "position", "organisation"]:
            assert here[code].get(field) == person.get(field)
    badge = first.ask("GET", f"/events/{first.event}/codes?format=json")["items"][0]["badge"]
    assert redeem(second, sessions(second)[0], badge, 1)["result"] == "accepted"


def test_who_registered_at_both_is_one_with_both_codes(at_the_door):
    first, second = at_the_door
    codes = [walk_in(lesson, "Khách Ví Dụ")["code"] for lesson in (first, second)]
    bring(first, second)
    [person] = second.ask("GET", f"/events/{second.event}/participants?q={quote('Khách Ví Dụ')}")["items"]
    assert {person["code"], *person["joined_codes"]} == set(codes)
    others = second.ask("GET", f"/events/{second.event}/participants")["items"]
    assert not any("joined_codes" in other for other in others if other["id"] != person["id"])


def test_boxes_never_give_out_the_same_code(at_the_door):
    codes = [[walk_in(lesson, f"Khách Ví Dụ {number}")["code"] for number in range(40)] for lesson in at_the_door]
    assert {int(code.replace(" ", "")[:6]) % 2 for code in codes[0]} == {0}
    assert {int(code.replace(" ", "")[:6]) % 2 for code in codes[1]} == {1}
    assert not set(codes[0]) & set(codes[1])


def test_a_third_box_shares_the_rest(pair, tmp_path):
    first, second = pair
    third = share(second, Box.create(tmp_path / "third"))
    third.box.start()
    serials = {int(walk_in(third, f"Người Ví Dụ {number}")["code"][:6]) % 4 for number in range(20)}
    third.box.stop()
    assert serials == {3}


def test_sharing_again_gives_the_same_codes(pair, tmp_path):
    first, second = pair
    file = tmp_path / "again.dds.age"
    first.box.command("event", "share", first.event, "--to", second.box.key(), "--out", str(file))
    answer = json.loads(second.box.command("import", "bundle", str(file), "--json"))
    assert answer["people"] == 0 and answer["adopted"]


def record_something(first: Lesson, second: Lesson) -> None:
    """Everything that two boxes can disagree about."""
    session, other, *_ = sessions(first)
    people = first.ask("GET", f"/events/{first.event}/participants?limit=20")["items"]
    codes = [person["code"] for person in people]
    # One person at both doors, in and out; one at each door; a walk-in at each.
    redeem(first, session, codes[0], 1)
    redeem(second, session, codes[0], 2)
    redeem(second, session, codes[0], 3, direction="exit")
    redeem(first, session, codes[1], 4)
    redeem(second, session, codes[2], 5)
    for number, lesson in enumerate([first, second]):
        redeem(lesson, session, walk_in(lesson, f"Khách Ví Dụ Cửa {number}")["code"], 6 + number)
    # One who is excused at one door and comes through the other one afterwards; one marked at both.
    for lesson, person, status in [(first, 3, "excused"), (first, 4, "late"), (second, 4, "absent")]:
        lesson.ask("PUT", f"/sessions/{session}/attendance/{people[person]['id']}",
                        {"status": status, "reason": "thử"})
    redeem(second, session, codes[3], 8)
    # A mistake that was taken back.
    wrong = redeem(first, other, codes[5], 9)["scan"]["id"]
    first.ask("POST", f"/scans/{wrong}/annul", {"reason": "nhầm người"})
    # One scan of a desk that was offline, sent to both boxes.
    for lesson in (first, second):
        redeem(lesson, other, codes[6], 10, occurred_at="2024-08-15T07:31:00+07:00")
    redeem(second, other, "11111111", 11)


def test_either_order_gives_the_same_attendance(at_the_door, tmp_path):
    first, second = at_the_door
    record_something(first, second)
    third, fourth = (share(first, Box.create(tmp_path / name)) for name in ("third", "fourth"))
    for target, sources in [(third, [first, second]), (fourth, [second, first])]:
        for source in sources:
            assert bring(source, target)["rejected"] == []
    bring(first, second)
    bring(second, first)
    results = [lesson.attendance(tmp_path / "r.json") for lesson in (first, second, third, fourth)]
    assert len(results[0]) == 7
    assert results[1] == results[0] and results[2] == results[0] and results[3] == results[0]
    for lesson in (third, fourth):
        lesson.box.command("verify")
        assert json.loads(lesson.box.command("rebuild", "--json"))["unchanged"]


def test_importing_twice_changes_nothing(at_the_door, tmp_path):
    first, second = at_the_door
    record_something(first, second)
    before = bring(first, second)
    assert before["scans"] > 0 and before["people"] == 1 and before["known"] == 1
    head = second.ask("GET", "/health")["ledger"]
    attendance = second.attendance(tmp_path / "r.json")
    again = bring(first, second)
    assert (again["scans"], again["entries"], again["people"]) == (0, 0, 0)
    assert second.ask("GET", "/health")["ledger"] == head
    assert second.attendance(tmp_path / "r.json") == attendance


def test_a_bad_line_keeps_no_other_one_out(at_the_door, tmp_path):
    first, second = at_the_door
    record_something(first, second)
    made = first.export(tmp_path / "first.ddb", "--plain")

    def spoil(lines: list[bytes]) -> None:
        indices = [index for index, line in enumerate(lines) if b'"outcome":"accepted"' in line]
        lines[indices[0]] = b"?"
        lines[indices[2]] = lines[indices[2]].replace(b'"accepted"', b'"blocked"')

    spoilt = tmp_path / "spoilt.ddb"
    spoilt.write_bytes(Signer(first.box.folder).changed(made.path.read_bytes(), "ledger.jsonl", spoil))
    answer = json.loads(second.box.command("import", "bundle", str(spoilt), "--json"))
    accepted = [entry["id"] for entry in made.scans() if entry["outcome"] == "accepted"]
    bad = [{"why": "malformed"}, {"id": accepted[2], "why": "broken_chain"}]
    assert answer["rejected"][:2] == bad and {item["why"] for item in answer["rejected"][2:]} <= {"unknown_scan"}
    assert answer["scans"] == len(made.scans()) - answer["known"] - 2 > 0
    # What was kept out comes with the next bundle.
    again = bring(first, second)
    assert again["rejected"] == [] and again["scans"] == 2


def test_what_was_merged_travels_on_with_its_origin(at_the_door, tmp_path):
    first, second = at_the_door
    record_something(first, second)
    bring(first, second)
    made = first.export(tmp_path / "first.ddb", "--plain")
    merged = second.export(tmp_path / "second.ddb", "--plain")
    here = {entry["id"]: entry for entry in merged.entries}
    for entry in made.scans():
        if entry["id"] in here:
            assert here[entry["id"]]["origin"] == {"box": made.manifest["box"], "seq": entry["seq"]}
            assert here[entry["id"]].get("occurred_ms") == entry.get("occurred_ms")
    nonces = [entry["nonce"] for entry in merged.scans()]
    assert len(nonces) == len(set(nonces)) == 11


def test_a_restored_box_is_a_box_of_the_event(pair, tmp_path):
    first, second = pair
    backup = tmp_path / "backup.sqlite"
    first.box.command("backup", "--out", str(backup))
    restored = Box.create(tmp_path / "restored")
    restored.command("restore", str(backup))
    lesson = Lesson(restored, first.event)
    assert restored.key() != first.box.key()
    restored.command("import", "scans", str(SCENARIO / "scans.csv"), "--event", first.event)
    answer = bring(lesson, second)
    assert answer["scans"] > 0 and answer["rejected"] == []
    assert second.attendance(tmp_path / "2.json") == lesson.attendance(tmp_path / "1.json")


def test_no_stranger_is_taken_in(lesson, pair, tmp_path):
    first, second = pair
    plain = lesson.export(tmp_path / "foreign.ddb", "--plain")
    assert "event share" in refusal(second.box, "import", "bundle", str(plain.path))
    to_first = tmp_path / "to-first.ddb.age"
    first.export(to_first, "--to", first.box.key())
    assert "encrypted" in refusal(second.box, "import", "bundle", str(to_first))


FORGERIES = {
    "ledger": lambda file: {"ledger.jsonl": file.parts["ledger.jsonl"].replace(b"accepted", b"acceptes", 1)},
    "people": lambda file: {"people.jsonl": file.parts["people.jsonl"].replace(b'"valid"', b'"blocked"', 1)},
    "manifest": lambda file: {"manifest.json": file.parts["manifest.json"].replace(b'"scans":', b'"scan":')},
    "no signature": lambda file: {"manifest.json.minisig": None},
    "no manifest": lambda file: {"manifest.json": None},
    "no people": lambda file: {"people.jsonl": None},
    "no ledger": lambda file: {"ledger.jsonl": None},
    "empty signature": lambda file: {"manifest.json.minisig": b""},
    "no JSON": lambda file: {"manifest.json": b"{"},
}


@pytest.mark.parametrize("how", FORGERIES)
def test_forged_bundles_are_refused(lesson, how, tmp_path):
    file = lesson.export(tmp_path / "true.ddb", "--plain")
    before = file.manifest["ledger"]
    forged = file.with_parts(FORGERIES[how](file), tmp_path / "forged.ddb")
    refusal(lesson.box, "import", "bundle", str(forged))
    assert lesson.export(tmp_path / "after.ddb", "--plain").manifest["ledger"] == before


def test_a_bundle_signed_by_somebody_else_is_refused(pair, tmp_path):
    """A stranger who signs with a key of their own and says so in the manifest has not the event's key."""
    first, second = pair
    file = first.export(tmp_path / "true.ddb", "--plain")
    subprocess.run(["minisign", "-GW", "-s", str(tmp_path / "s.key"), "-p", str(tmp_path / "s.pub")], check=True,
                   capture_output=True)
    key = (tmp_path / "s.pub").read_text().splitlines()[-1]
    manifest = file.manifest | {"public_key": key}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    subprocess.run(["minisign", "-SW", "-H", "-s", str(tmp_path / "s.key"), "-m", str(tmp_path / "manifest.json")], check=True,
                   capture_output=True)
    forged = file.with_parts(
        {"manifest.json": (tmp_path / "manifest.json").read_bytes(),
         "manifest.json.minisig": (tmp_path / "manifest.json.minisig").read_bytes()}, tmp_path / "forged.ddb")
    assert "event's key" in refusal(second.box, "import", "bundle", str(forged))


def test_truncated_bundles_are_refused(lesson, tmp_path):
    content = lesson.export(tmp_path / "true.ddb", "--plain").path.read_bytes()
    for tenth in range(10):
        cut = tmp_path / f"cut-{tenth}.ddb"
        cut.write_bytes(content[:len(content) * tenth // 10])
        refusal(lesson.box, "import", "bundle", str(cut))


def test_an_archive_that_expands_without_end_is_refused(lesson, tmp_path):
    bomb = tmp_path / "bomb.ddb"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("manifest.json", "w", force_zip64=True) as part:
            for _ in range(1100):
                part.write(bytes(1 << 20))
    assert bomb.stat().st_size < 2 << 20
    assert "expands" in refusal(lesson.box, "import", "bundle", str(bomb))
