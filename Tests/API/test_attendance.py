"""Counts, marks, seals."""

import pytest


def counts_of(organiser, session: str) -> dict:
    attendance = organiser.expect(200, "GET", f"/api/v1/sessions/{session}/attendance")
    counts = attendance["counts"]
    assert counts["enrolled"] == counts["present"] + counts["late"] + counts["excused"] + counts["absent"]
    statuses = [item["status"] for item in attendance["items"] if not item["walk_in"]]
    assert len(statuses) == counts["enrolled"]
    for status in ("present", "late", "excused", "absent"):
        assert statuses.count(status) == counts[status]
    return counts


def test_counts_are_of_the_roster_and_walk_ins_apart(organiser, lesson):
    assert counts_of(organiser, lesson.session)["absent"] == 4
    organiser.redeem(lesson.session, code=lesson.code)
    guest = organiser.expect(
        201, "POST", f"/api/v1/events/{lesson.event}/participants", {"name": "Nông Thị Ví Dụ"}, Idempotency_Key="g")
    organiser.redeem(lesson.session, participant_id=guest["id"])
    assert counts_of(organiser, lesson.session) == {
        "enrolled": 4, "present": 1, "late": 0, "excused": 0, "absent": 3, "walk_in": {"present": 1, "late": 0}}


def test_mark_is_kept_until_the_person_comes(organiser, lesson):
    place = f"/api/v1/sessions/{lesson.session}/attendance/{lesson.people[0]['id']}"
    record = organiser.expect(200, "PUT", place, {"status": "excused", "reason": "Ốm, có giấy"})
    assert record["status"] == "excused"
    assert counts_of(organiser, lesson.session)["excused"] == 1
    assert organiser.redeem(lesson.session, code=lesson.code)["attendance"]["status"] == "present"
    assert counts_of(organiser, lesson.session)["excused"] == 0


@pytest.mark.parametrize("status", ["present", "late", "excused", "absent"])
def test_each_status_can_be_set(organiser, lesson, status):
    place = f"/api/v1/sessions/{lesson.session}/attendance/{lesson.people[0]['id']}"
    assert organiser.expect(200, "PUT", place, {"status": status, "reason": "Trưởng đoàn báo"})["status"] == status
    assert counts_of(organiser, lesson.session)[status] >= 1


@pytest.mark.parametrize("body", [
    {"status": "ill", "reason": "x"}, {"status": "late"}, {"reason": "x"}, {"status": "late", "reason": " "}])
def test_mark_needs_a_status_and_a_reason(organiser, lesson, body):
    place = f"/api/v1/sessions/{lesson.session}/attendance/{lesson.people[0]['id']}"
    answer = organiser.call("PUT", place, body)
    assert answer.status == 422
    assert answer.json["errors"][0]["pointer"]


def test_closing_seals_and_closing_again_gives_the_same_seal(organiser, lesson):
    organiser.redeem(lesson.session, code=lesson.code)
    address = f"/api/v1/sessions/{lesson.session}/close"
    seal = organiser.expect(200, "POST", address)["seal"]
    assert seal["number"] == 1
    assert organiser.expect(200, "POST", address)["seal"] == seal
    event = organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}")
    session = next(session for session in event["sessions"] if session["id"] == lesson.session)
    assert session["state"] == "closed" and session["closed_at"]


def test_register_agrees_with_the_attendance(organiser, lesson):
    organiser.redeem(lesson.session, code=lesson.code)
    register = organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/export?format=json")
    session = next(session for session in register["sessions"] if session["id"] == lesson.session)
    assert session["counts"] == counts_of(organiser, lesson.session)
    assert [scan["code"] for scan in register["scans"]] == [lesson.code]
