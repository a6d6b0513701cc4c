"""The rules at the gate: days, doors, early arrivals, parties, cards."""

import time
import uuid

import pytest

from venue import in_hours, new_event, unique

MIDNIGHT = "23:59:59"


def make_event(organiser, **changes) -> dict:
    return organiser.expect(201, "POST", "/api/v1/events", new_event() | changes)


def same_day_sessions() -> list[dict]:
    """Two sessions of one day, whenever this runs."""
    day = in_hours(0)[:11]
    return [{"title": title, "starts_at": f"{day}{start}+07:00", "ends_at": f"{day}{end}+07:00"}
            for title, start, end in [("Sáng", "00:00:00", "11:00:00"), ("Chiều", "11:30:00", MIDNIGHT)]]


def enrol(organiser, event: str, **person) -> dict:
    person = {"name": "Bùi Thị Ví Dụ"} | person
    return organiser.expect(
        201, "POST", f"/api/v1/events/{event}/participants", person, Idempotency_Key=str(uuid.uuid4()))


def open_session(caller, session: str, status: int = 200) -> dict:
    return caller.expect(status, "POST", f"/api/v1/sessions/{session}/open")


def test_once_per_day_is_refused_at_the_second_session_with_the_first(organiser):
    event = make_event(organiser, sessions=same_day_sessions(), once_per_day=True)
    assert event["once_per_day"] is True
    first, second = (session["id"] for session in event["sessions"])
    code = enrol(organiser, event["id"])["code"]
    for session in (first, second):
        open_session(organiser, session)
    entry = organiser.redeem(first, code=code, gate="Cửa A")
    answer = organiser.redeem(second, code=code)
    assert (answer["result"], answer["reason"]) == ("refused", "already_redeemed")
    assert answer["first"]["scan"] == entry["scan"]["id"]
    assert answer["first"]["gate"] == "Cửa A"
    assert answer["first"]["session"]["title"] == "Sáng"
    assert "right" not in answer


def test_without_the_rule_every_session_counts(organiser):
    event = make_event(organiser, sessions=same_day_sessions())
    assert event["once_per_day"] is False
    code = enrol(organiser, event["id"])["code"]
    for session in event["sessions"]:
        open_session(organiser, session["id"])
        assert organiser.redeem(session["id"], code=code)["result"] == "accepted"


def test_rule_is_read_from_the_events_file(venue, organiser, tmp_path):
    file = tmp_path / "event.yaml"
    file.write_text("""schema: event/1
kind: class
name: Lớp ví dụ
once_per_day: true
sessions:
  - {id: sang, name: Sáng, date: 2024-08-15, start: "07:30", end: "11:00"}
""")
    event = venue.box.command("event", "create", str(file)).strip()
    assert organiser.expect(200, "GET", f"/api/v1/events/{event}")["once_per_day"] is True


def test_card_of_another_event_is_told_where(organiser, lesson):
    other = make_event(organiser, name="Hội nghị kế bên", venue="Nhà văn hoá")
    person = enrol(organiser, other["id"])
    answer = organiser.redeem(lesson.session, code=person["code"])
    assert answer["reason"] == "wrong_event"
    assert answer["right"] == {
        "event": {"id": other["id"], "name": "Hội nghị kế bên"}, "session": other["sessions"][0]["id"],
        "title": "Buổi 1", "starts_at": other["sessions"][0]["starts_at"], "place": "Nhà văn hoá"}
    assert "participant" not in answer


def test_closed_door_names_the_open_one_and_says_so_again(organiser, lesson):
    organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.session}/close")
    open_session(organiser, lesson.planned)
    nonce = str(uuid.uuid4())
    answer = organiser.redeem(lesson.session, code=lesson.code, nonce=nonce)
    assert answer["reason"] == "session_closed"
    assert answer["right"]["session"] == lesson.planned
    organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.planned}/close")
    assert organiser.redeem(lesson.session, 200, code=lesson.code, nonce=nonce) == answer


def test_kiosk_learns_the_door_and_no_name(venue, organiser, lesson):
    other = make_event(organiser)
    answer = venue.kiosk.redeem(lesson.session, code=enrol(organiser, other["id"])["code"])
    assert answer["right"]["event"]["id"] == other["id"]
    assert "Bùi Thị" not in str(answer)


@pytest.fixture
def due(organiser) -> dict:
    """An event whose session begins in an hour, with three people of whom two came early."""
    event = make_event(organiser, sessions=[
        {"title": "Sáng", "starts_at": in_hours(1), "ends_at": in_hours(3)}])
    session = event["sessions"][0]["id"]
    people = [enrol(organiser, event["id"], name=name) for name in ("Bùi Thị Một", "Bùi Văn Hai", "Bùi Thị Ba")]
    scans = [organiser.redeem(session, code=person["code"]) for person in people[:2]]
    assert [scan["reason"] for scan in scans] == ["session_not_open"] * 2
    return {"event": event["id"], "session": session, "scans": [scan["scan"] for scan in scans]}


def test_desk_opens_what_is_due_and_takes_the_early_arrivals_once(venue, organiser, due):
    desk, early = venue.desk(), f"/api/v1/sessions/{due['session']}/early"
    assert due["session"] in [session["id"] for session in desk.expect(200, "GET", "/api/v1/kiosk")["due"]]
    waiting = desk.expect(200, "GET", early)["items"]
    assert [item["participant"]["name"] for item in waiting] == ["Bùi Thị Một", "Bùi Văn Hai"]
    scans = [item["scan"] for item in waiting]
    refused = desk.call("POST", early, {"scans": scans})
    assert (refused.status, refused.code) == (409, "session_not_open")
    open_session(desk, due["session"])
    accepted = desk.expect(200, "POST", early, {"scans": scans})["items"]
    assert [item["result"] for item in accepted] == ["accepted", "accepted"]
    assert [item["occurred_at"] for item in accepted] == [scan["occurred_at"] for scan in due["scans"]]
    assert desk.expect(200, "POST", early, {"scans": scans})["items"] == accepted
    assert desk.expect(200, "GET", early)["items"] == []
    counts = organiser.expect(200, "GET", f"/api/v1/sessions/{due['session']}/attendance")["counts"]
    assert counts["walk_in"]["present"] == 2


@pytest.mark.parametrize("scans, status", [
    ([], 422), (["x"], 422), ([str(uuid.uuid4())], 404), (None, 422), (["x"] * 1001, 422)])
def test_list_that_cannot_be_taken_is_refused(organiser, due, scans, status):
    open_session(organiser, due["session"])
    assert organiser.call("POST", f"/api/v1/sessions/{due['session']}/early", {"scans": scans}).status == status


def test_desk_opens_neither_what_is_far_nor_what_was_closed(venue, organiser):
    desk = venue.desk()
    far = make_event(organiser, sessions=[
        {"title": "Mai", "starts_at": in_hours(30), "ends_at": in_hours(33)}])["sessions"][0]["id"]
    organiser.expect(200, "POST", "/api/v1/clock", {"now": in_hours(0), "round_trip_ms": 10})
    open_session(desk, far, 403)
    near = make_event(organiser, sessions=same_day_sessions())["sessions"][0]["id"]
    open_session(organiser, near)
    organiser.expect(200, "POST", f"/api/v1/sessions/{near}/close")
    open_session(desk, near, 403)
    open_session(organiser, near)


def test_session_opens_by_itself_when_its_time_has_come(organiser):
    organiser.expect(200, "POST", "/api/v1/clock", {"now": in_hours(0), "round_trip_ms": 10})
    event = make_event(organiser, sessions=[
        {"title": "Tự mở", "starts_at": in_hours(0.4), "ends_at": in_hours(2), "opens_before_minutes": 30},
        {"title": "Chưa", "starts_at": in_hours(3), "ends_at": in_hours(4), "opens_before_minutes": 30}])
    end = time.monotonic() + 20
    states = []
    while states != ["open", "planned"] and time.monotonic() < end:
        time.sleep(0.2)
        sessions = organiser.expect(200, "GET", f"/api/v1/events/{event['id']}")["sessions"]
        states = [session["state"] for session in sessions]
    assert states == ["open", "planned"]


def test_household_is_shown_with_who_is_in_already(venue, organiser, lesson):
    family = [enrol(organiser, lesson.event, name=name, organisation=organisation) for name, organisation in [
        ("Bùi Thị Mẹ", "Hộ Bùi Văn Cha"), ("Bùi Văn Cha", "hộ bùi văn cha"), ("Bùi Thị Con", "HỘ BÙI VĂN CHA"),
        ("Người Khác", "Hợp tác xã")]]
    organiser.redeem(lesson.session, participant_id=family[1]["id"])
    place = f"/api/v1/events/{lesson.event}/participants/{family[0]['id']}/companions?session={lesson.session}"
    found = venue.desk().expect(200, "GET", place)["items"]
    assert {person["name"]: person["attendance"]["first_entry_at"] is not None for person in found} == {
        "Bùi Văn Cha": True, "Bùi Thị Con": False}
    alone = f"/api/v1/events/{lesson.event}/participants/{family[3]['id']}/companions"
    assert organiser.expect(200, "GET", alone)["items"] == []
    assert venue.kiosk.call("GET", place).status == 403


def test_large_organisation_cannot_be_browsed(organiser, lesson):
    people = [enrol(organiser, lesson.event, name=f"Hội Viên {n}", organisation="Hội phụ nữ xã") for n in range(14)]
    place = f"/api/v1/events/{lesson.event}/participants/{people[0]['id']}/companions"
    assert organiser.expect(200, "GET", place)["items"] == []


def card(lesson, person: int = 0) -> str:
    return f"/api/v1/events/{lesson.event}/participants/{lesson.people[person]['id']}"


def test_reissued_card_counts_and_the_old_one_is_revoked(organiser, lesson):
    body = {"reason": "Mất thẻ", "code": lesson.code}
    person = organiser.expect(200, "POST", f"{card(lesson)}/reissue", body)
    assert person["code"] != lesson.code
    assert organiser.expect(200, "POST", f"{card(lesson)}/reissue", body) == person
    assert organiser.redeem(lesson.session, code=lesson.code)["reason"] == "revoked"
    assert organiser.redeem(lesson.session, code=person["code"])["result"] == "accepted"
    assert organiser.raw("GET", f"/qr/{person['code']}.png").body.startswith(b"\x89PNG")


def test_card_of_somebody_else_is_not_replaced(organiser, lesson):
    body = {"reason": "Mất thẻ", "code": lesson.people[1]["code"]}
    answer = organiser.call("POST", f"{card(lesson)}/reissue", body)
    assert (answer.status, answer.code) == (409, "other_code")


@pytest.mark.parametrize("standing", ["revoked", "blocked"])
def test_standing_is_asked_at_the_door_until_it_is_valid_again(organiser, lesson, standing):
    person = organiser.expect(200, "PUT", f"{card(lesson)}/standing", {"standing": standing, "reason": "Xác minh"})
    assert person["standing"] == standing
    assert organiser.redeem(lesson.session, code=lesson.code)["reason"] == standing
    organiser.expect(200, "PUT", f"{card(lesson)}/standing", {"standing": "valid", "reason": "Đã rõ"})
    assert organiser.redeem(lesson.session, code=lesson.code)["result"] == "accepted"


@pytest.mark.parametrize("method, path, body, status", [
    ("POST", "reissue", {}, 422), ("POST", "reissue", {"reason": " "}, 422),
    ("POST", "reissue", {"reason": "Mất", "code": "1"}, 422),
    ("PUT", "standing", {"standing": "gone", "reason": "x"}, 422), ("PUT", "standing", {"standing": "valid"}, 422)])
def test_decision_about_a_card_needs_a_reason_and_sense(organiser, lesson, method, path, body, status):
    assert organiser.call(method, f"{card(lesson)}/{path}", body).status == status


def test_station_of_the_exit_counts_exits(venue, organiser, lesson):
    body = {"name": unique("Cửa ra"), "role": "kiosk", "direction": "exit"}
    station = organiser.expect(201, "POST", "/api/v1/stations", body)
    assert body | {"state": "waiting"} in organiser.expect(200, "GET", "/api/v1/stations")["items"]
    token = station["url"].rpartition("/")[2]
    cookie = venue.page.call("POST", "/api/v1/enrol", {"token": token}).cookie("diemdanh_station")
    device = venue.page.with_headers(Cookie=f"diemdanh_station={cookie}")
    me = device.expect(200, "GET", "/api/v1/me")
    assert me["direction"] == "exit"
    organiser.redeem(lesson.session, code=lesson.code)
    left = device.with_headers(X_CSRF_Token=me["csrf"]).redeem(lesson.session, code=lesson.code)
    assert left["attendance"]["last_exit_at"] == left["scan"]["occurred_at"]
    assert organiser.call("POST", "/api/v1/stations", body | {"direction": "up"}).status == 422


def test_minutes_run_from_each_entry_to_its_exit(organiser, lesson):
    start = organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}")["sessions"][0]["starts_at"]
    for minute, direction in [("00", "entry"), ("20", "exit"), ("30", "entry"), ("45", "exit")]:
        organiser.redeem(
            lesson.session, code=lesson.code, direction=direction, occurred_at=f"{start[:14]}{minute}:00+07:00")
    items = organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["items"]
    assert next(item for item in items if item["code"] == lesson.code)["minutes_present"] == 35
