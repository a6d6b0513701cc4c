"""The check-in and taking it back."""

import uuid

import pytest

from venue import in_hours

MANGLED = str.maketrans({"1": "ă", "2": "â", "3": "ê", "4": "ô", "0": "đ",
                         "5": "\u0300", "6": "\u0309", "7": "\u0303", "8": "\u0301", "9": "\u0323"})


def badge_of(organiser, lesson, code: str) -> str:
    badges = organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/codes?format=json")["items"]
    return next(badge["badge"] for badge in badges if badge["code"] == code)


def test_first_scan_is_accepted(organiser, lesson):
    answer = organiser.redeem(lesson.session, code=lesson.code)
    assert answer["result"] == "accepted"
    assert answer["participant"]["id"] == lesson.people[0]["id"]
    assert answer["attendance"]["status"] == "present"
    assert answer["attendance"]["first_entry_at"] == answer["scan"]["occurred_at"]
    assert answer["attendance"]["last_exit_at"] is None


def test_same_nonce_gets_the_same_answer_with_200(organiser, lesson):
    nonce = str(uuid.uuid4())
    first = organiser.redeem(lesson.session, code=lesson.code, nonce=nonce)
    for _ in range(2):
        assert organiser.redeem(lesson.session, 200, code=lesson.code, nonce=nonce) == first


def test_repeated_nonce_of_a_refusal_gets_the_same_answer(organiser, lesson):
    nonce = str(uuid.uuid4())
    first = organiser.redeem(lesson.session, code="00000000", nonce=nonce)
    assert organiser.redeem(lesson.session, 200, code="00000000", nonce=nonce) == first


@pytest.mark.parametrize("changed", [{"code": 1}, {"direction": "exit"}, {"session": True}, {"force": True}])
def test_same_nonce_with_other_content_is_a_conflict(organiser, lesson, changed):
    nonce, session = str(uuid.uuid4()), lesson.session
    organiser.redeem(session, code=lesson.code, nonce=nonce)
    fields = {"code": lesson.code, "nonce": nonce}
    if "code" in changed:
        fields["code"] = lesson.people[1]["code"]
    elif "session" in changed:
        session = lesson.planned
    elif "force" in changed:
        fields |= {"force": True, "reason": "Trưởng đoàn xác nhận"}
    else:
        fields |= changed
    answer = organiser.call("POST", f"/api/v1/sessions/{session}/redeem", fields)
    assert (answer.status, answer.code) == (409, "nonce_reused")


def test_second_scan_is_refused_with_the_first(organiser, lesson):
    first = organiser.redeem(lesson.session, code=lesson.code, gate="Cửa A")
    second = organiser.redeem(lesson.session, code=lesson.code, gate="Cửa B")
    assert (second["result"], second["reason"]) == ("refused", "already_redeemed")
    assert second["first"] == {
        "scan": first["scan"]["id"], "occurred_at": first["scan"]["occurred_at"], "gate": "Cửa A"}
    assert second["scan"]["id"] != first["scan"]["id"]


@pytest.mark.parametrize("code", ["12345678", "1234", "xin chào", "", "9" * 25, "|", "1" * 99])
def test_what_is_no_code_is_a_recorded_refusal(organiser, lesson, code):
    answer = organiser.redeem(lesson.session, code=code)
    assert answer["result"] == "refused"
    assert answer["reason"] in ("unknown_code", "bad_badge")
    assert "participant" not in answer


def test_every_wrong_digit_is_an_unknown_code(organiser, lesson):
    for place in range(8):
        wrong = str((int(lesson.code[place]) + 1) % 10)
        code = lesson.code[:place] + wrong + lesson.code[place + 1:]
        assert organiser.redeem(lesson.session, code=code)["reason"] == "unknown_code"


@pytest.mark.parametrize("written", [
    lambda code: f"{code[:3]} {code[3:6]} {code[6:]}",
    lambda code: f" {code}\n",
    lambda code: code.translate(MANGLED),
    lambda code: code[:4] + code[4:].translate(MANGLED),
])
def test_code_is_read_as_people_and_keyboards_write_it(organiser, lesson, written):
    answer = organiser.redeem(lesson.session, code=written(lesson.code))
    assert answer["result"] == "accepted"
    assert answer["participant"]["id"] == lesson.people[0]["id"]


@pytest.mark.parametrize("written", [lambda badge: badge, lambda badge: badge.translate(MANGLED)])
def test_badge_is_read(organiser, lesson, written):
    badge = badge_of(organiser, lesson, lesson.code)
    assert len(badge) == 25
    assert organiser.redeem(lesson.session, code=written(badge))["participant"]["id"] == lesson.people[0]["id"]


def test_badge_with_another_mac_is_refused(organiser, lesson):
    badge = badge_of(organiser, lesson, lesson.code)
    forged = badge[:-1] + str((int(badge[-1]) + 1) % 10)
    assert organiser.redeem(lesson.session, code=forged)["reason"] == "bad_badge"


def test_person_can_be_chosen_from_the_list(organiser, lesson):
    answer = organiser.redeem(lesson.session, participant_id=lesson.people[2]["id"])
    assert answer["participant"]["id"] == lesson.people[2]["id"]


def test_planned_session_refuses(organiser, lesson):
    assert organiser.redeem(lesson.planned, code=lesson.code)["reason"] == "session_not_open"


def test_closed_session_refuses(organiser, lesson):
    organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.session}/close")
    assert organiser.redeem(lesson.session, code=lesson.code)["reason"] == "session_closed"


def test_code_of_another_event_is_named(venue, organiser, lesson):
    stranger = venue.lesson()
    assert organiser.redeem(lesson.session, code=stranger.code)["reason"] == "wrong_event"


def test_force_lets_in_against_the_rules_with_a_reason(organiser, lesson):
    answer = organiser.redeem(lesson.planned, code=lesson.code, force=True, reason="Trưởng đoàn xác nhận")
    assert answer["result"] == "accepted"
    fields = {"code": lesson.code, "nonce": "x", "force": True}
    assert organiser.call("POST", f"/api/v1/sessions/{lesson.planned}/redeem", fields).status == 422


def test_exit_and_entry_again_are_accepted(organiser, lesson):
    organiser.redeem(lesson.session, code=lesson.code)
    out = organiser.redeem(lesson.session, code=lesson.code, direction="exit")
    assert out["attendance"]["last_exit_at"] == out["scan"]["occurred_at"]
    again = organiser.redeem(lesson.session, code=lesson.code)
    assert again["result"] == "accepted"
    assert again["attendance"]["first_entry_at"] == out["attendance"]["first_entry_at"]


def test_offline_scan_keeps_its_own_time(organiser, lesson):
    organiser.redeem(lesson.session, code=lesson.code)
    earlier = in_hours(-1)
    answer = organiser.redeem(lesson.session, code=lesson.code, occurred_at=earlier, sent_at=in_hours(0))
    assert answer["result"] == "accepted"
    assert answer["attendance"]["first_entry_at"] == answer["scan"]["occurred_at"]


def test_annulled_scan_can_be_repeated_and_annulled_once(organiser, lesson):
    scan = organiser.redeem(lesson.session, code=lesson.code)["scan"]["id"]
    annulled = organiser.expect(200, "POST", f"/api/v1/scans/{scan}/annul", {"reason": "Quét nhầm người"})
    assert annulled["scan"] == scan
    assert annulled["attendance"]["status"] == "absent"
    again = organiser.call("POST", f"/api/v1/scans/{scan}/annul", {"reason": "Quét nhầm người"})
    assert (again.status, again.code) == (409, "conflict")
    assert organiser.redeem(lesson.session, code=lesson.code)["result"] == "accepted"


def test_refused_scan_cannot_be_annulled(organiser, lesson):
    scan = organiser.redeem(lesson.session, code="00000000")["scan"]["id"]
    assert organiser.call("POST", f"/api/v1/scans/{scan}/annul", {"reason": "Nhầm"}).status == 409


@pytest.mark.parametrize("fields, statuses", [
    ({"code": "1"}, (400, 422)), ({"nonce": "n"}, (422,)), ({"code": "1", "nonce": ""}, (422,)),
    ({"code": "1", "nonce": "n" * 65}, (422,)), ({"code": 1, "nonce": "n"}, (422,)),
    ({"code": "1", "participant_id": "x", "nonce": "n"}, (422,)), ({"participant_id": "x", "nonce": "n"}, (422,)),
    ({"code": "1", "nonce": "n", "direction": "in"}, (422,)),
    ({"code": "1", "nonce": "n", "occurred_at": "2024-06-12T08:03:11"}, (422,)),
    ({"code": "1" * 1001, "nonce": "n"}, (422,)), ([], (400, 422)), (None, (400, 422)),
])
def test_body_that_cannot_be_used_is_refused(organiser, lesson, fields, statuses):
    before = organiser.expect(200, "GET", "/api/v1/health")["ledger"]["entries"]
    body = b"null" if fields is None else fields
    address = f"/api/v1/sessions/{lesson.session}/redeem"
    answer = organiser.call("POST", address, body, Content_Type="application/json")
    assert answer.status in statuses
    assert organiser.expect(200, "GET", "/api/v1/health")["ledger"]["entries"] == before


@pytest.mark.parametrize("body", [b"", b"{", b'{"code": "1", "nonce": "n"', b"\xff\xfe", b"[" * 5000, b"NaN"])
def test_body_that_is_no_json_is_malformed(organiser, lesson, body):
    address = f"/api/v1/sessions/{lesson.session}/redeem"
    assert organiser.call("POST", address, body, Content_Type="application/json").status == 400
