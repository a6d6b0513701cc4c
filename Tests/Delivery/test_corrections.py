"""What is corrected after it was sent: new entries, and statements that are taken back."""

import pytest

from lesson import Lesson, new_lesson
from test_xapi import ATTENDED, VOIDED, standing
from xapi_rules import faults


@pytest.fixture
def sent(tmp_path):
    """A class whose first bundle is on its way: the lesson, and the last entry that it covers."""
    lesson = new_lesson(tmp_path / "box")
    first = lesson.export(tmp_path / "first.ddb", "--plain")
    lesson.box.start()
    yield lesson, first
    lesson.box.stop()


def next_bundle(lesson: Lesson, first, tmp_path):
    return lesson.export(tmp_path / "next.ddb", "--plain", "--after", str(first.manifest["ledger"]["last"]))


def check(first, following) -> dict[str, list[dict]]:
    """Both bundles' statements together are valid and take back only what was said; the second one's by verb."""
    said = first.lines("xapi.jsonl") + following.lines("xapi.jsonl")
    assert [item for item in said if faults(item)] == []
    ids = [item["id"] for item in said]
    assert len(ids) == len(set(ids))
    for item in said:
        if item["verb"]["id"] == VOIDED:
            assert item["object"]["id"] in ids
    found = {}
    for item in following.lines("xapi.jsonl"):
        found.setdefault(item["verb"]["id"], []).append(item)
    return found


def came(lesson, tmp_path) -> int:
    return sum(record[0] in ("present", "late") for record in lesson.attendance(tmp_path / "r.json").values())


def test_nothing_new_is_an_empty_range(sent, tmp_path):
    lesson, first = sent
    following = next_bundle(lesson, first, tmp_path)
    assert following.entries == [] and following.lines("xapi.jsonl") == []
    assert following.manifest["ledger"]["last_hash"] == first.manifest["ledger"]["last_hash"]


def test_an_annulment_takes_the_statement_back(sent, tmp_path):
    lesson, first = sent
    scan = next(scan for scan in first.scans() if scan["outcome"] == "accepted" and scan["direction"] == "entry")
    lesson.ask("POST", f"/scans/{scan['id']}/annul", {"reason": "nhầm người"})
    following = next_bundle(lesson, first, tmp_path)
    annul = next(entry for entry in following.entries if entry["kind"] == "annul")
    assert annul["about_id"] == scan["id"] and "nhầm" not in following.parts["ledger.jsonl"].decode()
    assert check(first, following)[VOIDED]
    both = first.lines("xapi.jsonl") + following.lines("xapi.jsonl")
    assert sum(item["verb"]["id"] == ATTENDED for item in standing(both)) == came(lesson, tmp_path)


def test_a_later_mark_is_said_anew(sent, tmp_path):
    lesson, first = sent
    register = lesson.register(tmp_path / "r.json")
    person = next(p for p in register["participants"] if p["attendance"][0]["status"] == "present")
    session = person["attendance"][0]["session"]
    lesson.ask("PUT", f"/sessions/{session}/attendance/{person['id']}", {"status": "late", "reason": "thử"})
    following = next_bundle(lesson, first, tmp_path)
    verbs = check(first, following)
    assert len(verbs[VOIDED]) == 1 and len(verbs[ATTENDED]) == 1
    assert [value for key, value in verbs[ATTENDED][0]["context"]["extensions"].items() if key.endswith("/status")] == ["late"]


def test_a_session_sealed_again_is_a_new_entry(sent, tmp_path):
    lesson, first = sent
    session = lesson.register(tmp_path / "r.json")["sessions"][0]["id"]
    lesson.ask("POST", f"/sessions/{session}/open")
    lesson.ask("POST", f"/sessions/{session}/close")
    scan = next(scan for scan in first.scans() if scan["session"] == session and scan["outcome"] == "accepted")
    lesson.ask("POST", f"/scans/{scan['id']}/annul", {"reason": "nhầm"})
    kinds = [entry["kind"] for entry in next_bundle(lesson, first, tmp_path).entries]
    assert kinds == ["session_opened", "session_closed", "annul", "resealed"]


def test_scans_dated_again_are_said_anew(sent, tmp_path):
    lesson, _ = sent
    session = lesson.register(tmp_path / "r.json")["sessions"][0]["id"]
    lesson.ask("POST", f"/sessions/{session}/open")
    absent = next(p for p in lesson.register(tmp_path / "r.json")["participants"] if p["attendance"][0]["status"] == "absent")
    lesson.ask("POST", f"/sessions/{session}/redeem",
                    {"code": absent["code"], "nonce": "0192f0c0-0000-4000-8000-0000000000aa"})
    first = lesson.export(tmp_path / "second.ddb", "--plain")
    lesson.box.command("clock", "set", "2024-08-15T07:40:00+07:00")
    following = next_bundle(lesson, first, tmp_path)
    assert [entry["kind"] for entry in following.entries] == ["clock_anchor"]
    verbs = check(first, following)
    assert len(verbs[VOIDED]) == len(verbs[ATTENDED]) == 1
    assert verbs[ATTENDED][0]["timestamp"].startswith("2024-08-15T07:4") or verbs[ATTENDED][0]["timestamp"].startswith("2024-08-15T07:39")
