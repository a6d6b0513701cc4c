"""A desk that was offline: the roster it takes along, the queue it brings back."""

import json
import time
import uuid

import pytest

from browserbox import decode, encode, seal
from venue import unique


class Phone:
    """What a desk's browser keeps: the box's key, and who was on duty."""

    def __init__(self, client, lesson):
        self.client, self.lesson = client, lesson
        self.roster = client.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/desk-roster")

    def entry(self, ago: float = 60, **content) -> dict:
        """A sealed scan of some seconds ago."""
        scan = {"nonce": str(uuid.uuid4()), "occurred_at": moment(-ago)} | content.pop("scan", {})
        inside = {"session": self.lesson.session, "operator": self.roster["operator"], "scan": scan} | content
        sealed = seal(json.dumps(inside).encode(), decode(self.roster["key"]))
        return {"id": scan["nonce"], "sealed": encode(sealed), "sent_at": moment(0)}

    def scan(self, code: str, **content) -> dict:
        scan = {"code": code, "method": "badge"} | content.pop("scan", {})
        return self.entry(scan=scan, **content)

    def take_back(self, **content) -> dict:
        """A sealed annulment."""
        what = {"nonce": str(uuid.uuid4()), "reason": "Quét nhầm người"} | content
        inside = {"session": self.lesson.session, "operator": self.roster["operator"], "take_back": what}
        sealed = seal(json.dumps(inside).encode(), decode(self.roster["key"]))
        return {"id": what["nonce"], "sealed": encode(sealed), "sent_at": moment(0)}

    def upload(self, *entries: dict) -> list[dict]:
        return upload(self.client, *entries)


def upload(client, *entries: dict) -> list[dict]:
    return client.expect(200, "POST", "/api/v1/desk/queue", {"entries": list(entries)})["items"]


def moment(seconds: float) -> str:
    """RFC 3339 of a moment from now."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(time.time() + seconds))


@pytest.fixture
def phone(venue, lesson) -> Phone:
    return Phone(venue.desk(), lesson)


def present(venue, lesson) -> int:
    return venue.organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["counts"]["present"]


def test_roster_holds_what_the_door_needs_and_nothing_else(phone, lesson):
    assert phone.roster["session"] == lesson.session
    assert len(phone.roster["items"]) == 4
    assert set(phone.roster["items"][0]) == {"id", "code", "name", "birth_year", "commune"}
    assert 43_000 < phone.roster["seconds_left"] <= 43_200


def test_roster_is_sent_again_only_when_a_name_is_new(venue, phone, lesson):
    address = f"/api/v1/sessions/{lesson.session}/desk-roster"
    tag = phone.client.call("GET", address).headers["etag"]
    assert phone.client.call("GET", address, If_None_Match=tag).status == 304
    phone.client.expect(201, "POST", f"/api/v1/events/{lesson.event}/participants",
                        {"name": unique("Khách Ví Dụ")}, Idempotency_Key=unique("k"))
    answer = phone.client.call("GET", address, If_None_Match=tag)
    assert (answer.status, len(answer.json["items"])) == (200, 5)


def test_roster_goes_to_nobody_but_staff_of_an_open_session(venue, lesson):
    address = f"/api/v1/sessions/{lesson.session}/desk-roster"
    assert venue.stranger.call("GET", address).status == 401
    assert venue.enrol("desk").call("GET", address).status == 401
    assert venue.enrol("kiosk").call("GET", address).status == 403
    assert venue.kiosk.call("GET", address).status == 403
    desk = venue.desk()
    assert desk.call("GET", f"/api/v1/sessions/{lesson.planned}/desk-roster").status == 409
    assert desk.call("GET", f"/api/v1/sessions/{lesson.event}/desk-roster").status == 404


def test_roster_cannot_be_copied_again_and_again(venue, lesson):
    desk = venue.desk()
    answers = [desk.call("GET", f"/api/v1/sessions/{lesson.session}/desk-roster") for _ in range(22)]
    assert {answer.status for answer in answers[:20]} == {200}
    assert answers[21].status == 429


def test_queue_is_recorded_in_order_and_once(venue, phone, lesson):
    entries = [phone.scan(person["code"]) for person in lesson.people]
    first = phone.upload(*entries)
    assert [item["id"] for item in first] == [entry["id"] for entry in entries]
    assert {item["status"] for item in first} == {"recorded"}
    assert [item["participant"]["name"] for item in first] == [person["name"] for person in lesson.people]
    assert phone.upload(*entries) == first
    assert present(venue, lesson) == 4


def test_scan_is_dated_by_how_long_ago_it_was(venue, phone, lesson):
    entry = phone.scan(lesson.code, ago=600)
    # The phone's clock is three years behind; both of its times are.
    behind = 3 * 365 * 86_400
    wrong = phone.scan(lesson.people[1]["code"], ago=600 + behind)
    wrong["sent_at"] = moment(-behind)
    phone.upload(entry, wrong)
    answer = venue.organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")
    came = {item["name"]: item["first_entry_at"] for item in answer["items"] if item["first_entry_at"]}
    assert len(came) == 2
    for at in came.values():
        assert abs(time.time() - 600 - time.mktime(time.strptime(at[:19], "%Y-%m-%dT%H:%M:%S")) + 7 * 3600
                   + time.timezone) < 30, came


def test_bad_entries_are_flagged_and_stop_nobody(venue, phone, lesson):
    good = [phone.scan(person["code"]) for person in lesson.people[:2]]
    foreign = good[0] | {"id": str(uuid.uuid4()), "sealed": encode(b"\x04" + bytes(200))}
    renamed = phone.scan(lesson.people[2]["code"]) | {"id": str(uuid.uuid4())}
    strange = phone.entry(session=str(uuid.uuid4()), scan={"code": lesson.code})
    empty = phone.entry()
    nobody = phone.entry(scan={"participant_id": "0190b3a2-5c02-7a11-8b22-3c44d55e6679"})
    items = phone.upload(foreign, good[0], renamed, strange, empty, nobody, good[1])
    assert [(item["status"], item.get("reason")) for item in items] == [
        ("flagged", "unreadable"), ("recorded", None), ("flagged", "malformed"), ("flagged", "not_found"),
        ("flagged", "malformed"), ("flagged", "not_found"), ("recorded", None)]
    assert present(venue, lesson) == 2
    kept = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"]
    assert [item["reason"] for item in kept] == ["unreadable", "malformed", "not_found", "malformed", "not_found"]
    assert phone.upload(foreign)[0]["reason"] == "unreadable"
    assert len(phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"]) == 5


def test_entry_that_is_too_long_is_refused_and_nothing_is_kept(phone, lesson):
    long = phone.scan(lesson.code) | {"sealed": "A" * (16 * 1024 + 4)}
    answer = phone.client.call("POST", "/api/v1/desk/queue", {"entries": [phone.scan(lesson.code), long]})
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/entries/1/sealed")
    assert phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"] == []


def test_device_that_brings_only_rubbish_is_told_to_wait_until_somebody_has_looked(venue, phone, lesson):
    rubbish = [phone.scan(lesson.code) | {"id": str(uuid.uuid4()), "sealed": encode(b"\x04" + bytes(99))}
               for _ in range(200)]
    assert {item["status"] for item in phone.upload(*rubbish)} == {"flagged"}
    refused = phone.client.call("POST", "/api/v1/desk/queue", {"entries": [phone.scan(lesson.code)]})
    assert (refused.status, refused.code) == (429, "slow_down")
    # Nobody else has to wait, and it may go on when one of them was looked at.
    assert upload(venue.desk(), phone.scan(lesson.people[1]["code"]))[0]["status"] == "recorded"
    conflicts = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"]
    venue.organiser.expect(204, "POST", f"/api/v1/desk/conflicts/{conflicts[0]['id']}/review")
    assert phone.upload(phone.scan(lesson.code))[0]["status"] == "recorded"
    for conflict in conflicts[1:]:
        venue.organiser.expect(204, "POST", f"/api/v1/desk/conflicts/{conflict['id']}/review")


@pytest.mark.parametrize("later", [-3600, 25 * 3600, 170 * 365 * 86_400])
def test_time_that_makes_no_sense_is_recorded_and_flagged(venue, phone, lesson, later):
    item = phone.upload(phone.scan(lesson.code) | {"sent_at": moment(later)})[0]
    assert (item["status"], item["reason"]) == ("flagged", "implausible_time")
    assert present(venue, lesson) == 1
    kept = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"]
    assert [(one["reason"], one["participant"]["name"]) for one in kept] == [
        ("implausible_time", lesson.people[0]["name"])]


def test_one_half_of_a_queue_may_come_twice(venue, phone, lesson):
    entries = [phone.scan(person["code"]) for person in lesson.people]
    first = phone.upload(*entries[:3])
    assert phone.upload(*entries)[:3] == first
    assert present(venue, lesson) == 4


def test_changed_entry_under_a_known_mark_is_flagged(phone, lesson):
    entry = phone.scan(lesson.code)
    phone.upload(entry)
    other = phone.scan(lesson.people[1]["code"], scan={"nonce": entry["id"]})
    assert phone.upload(other)[0] | {"participant": None} == {
        "id": entry["id"], "status": "flagged", "reason": "nonce_reused", "participant": None}


@pytest.mark.parametrize("told, status", [(None, "flagged"), ("already_redeemed", "recorded")])
def test_refusal_is_flagged_unless_the_guest_was_told(venue, phone, lesson, told, status):
    venue.organiser.redeem(lesson.session, code=lesson.code)
    answer = phone.upload(phone.scan(lesson.code, ago=0, **({"told": told} if told else {})))[0]
    assert (answer["status"], answer["reason"]) == (status, "already_redeemed")


@pytest.mark.parametrize("code, reason", [("00000000", "unknown_code"), ("1" + "0" * 24, "bad_badge")])
def test_codes_of_nobody_are_recorded_and_flagged(phone, code, reason):
    assert phone.upload(phone.scan(code))[0]["reason"] == reason


def test_revoked_since_then_is_flagged_with_the_name(venue, phone, lesson):
    entry = phone.scan("00000000")
    assert phone.upload(entry)[0]["reason"] == "unknown_code"
    conflict = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"][0]
    assert conflict["session"] == lesson.session and conflict["participant"] is None


def test_walk_in_gets_the_code_that_the_slip_lacked(venue, phone, lesson):
    name = unique("Lò Thị Khách")
    entry = phone.entry(walk_in={"name": name, "consent": True}, walk_in_key=str(uuid.uuid4()))
    first = phone.upload(entry)[0]
    assert first["status"] == "recorded" and len(first["participant"]["code"]) == 8
    assert phone.upload(entry)[0] == first
    counts = venue.organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["counts"]
    assert counts["walk_in"]["present"] == 1


def test_another_operator_brings_it_in_under_the_first_ones_name(venue, phone, lesson):
    entry = phone.scan(lesson.code)
    second = venue.desk()
    assert upload(second, entry)[0]["status"] == "recorded"
    register = venue.organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/export?format=json")
    names = [scan["operator"] for scan in register["scans"]]
    first = phone.client.expect(200, "GET", "/api/v1/me")["operator"]
    assert names == [first] and second.expect(200, "GET", "/api/v1/me")["operator"] != first


def test_operator_without_a_roster_is_not_believed(venue, phone, lesson):
    entry = phone.scan(lesson.code, operator=str(uuid.uuid4()))
    assert (phone.upload(entry)[0]["status"], phone.upload(entry)[0]["reason"]) == ("flagged", "unconfirmed_operator")
    assert present(venue, lesson) == 1


def test_revoked_station_brings_nothing_in(venue, phone, lesson):
    entry = phone.scan(lesson.code)
    station = phone.client.expect(200, "GET", "/api/v1/me")["station"]
    venue.organiser.expect(200, "DELETE", f"/api/v1/stations/{station}")
    assert phone.client.call("POST", "/api/v1/desk/queue", {"entries": [entry]}).status == 401
    assert present(venue, lesson) == 0
    again = venue.desk()
    assert upload(again, entry)[0]["status"] == "recorded"


def test_upload_needs_the_csrf_token(phone, lesson):
    body = {"entries": [phone.scan(lesson.code)]}
    assert phone.client.call("POST", "/api/v1/desk/queue", body, X_CSRF_Token="0").status == 403


@pytest.mark.parametrize("entries", [[], [{"id": "", "sealed": "", "sent_at": ""}], [{"id": "n"}], "n"])
def test_body_that_is_no_queue_is_refused(phone, entries):
    assert phone.client.call("POST", "/api/v1/desk/queue", {"entries": entries}).status == 422


def test_organiser_looks_at_a_conflict_and_it_is_off_the_list(venue, phone, lesson):
    phone.upload(phone.scan("00000000"))
    conflict = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"][0]
    everything = venue.organiser.expect(200, "GET", "/api/v1/desk/conflicts")["items"]
    assert conflict in everything
    assert phone.client.call("POST", f"/api/v1/desk/conflicts/{conflict['id']}/review").status == 403
    assert venue.organiser.call("POST", f"/api/v1/desk/conflicts/{conflict['id']}/review").status == 204
    assert phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"] == []


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 1, 0)])
def test_scan_taken_back_offline_is_annulled_once_in_any_order(venue, phone, lesson, order):
    wrong, other = phone.scan(lesson.code), phone.scan(lesson.people[1]["code"])
    entries = [wrong, phone.take_back(scan_nonce=wrong["id"]), other]
    for _ in range(2):
        for place in order:
            phone.upload(entries[place])
    assert present(venue, lesson) == 1
    recorded = venue.organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/export?format=json")["scans"]
    assert len(recorded) == 2 and {scan["result"] for scan in recorded} == {"accepted"}
    assert [scan["code"] for scan in recorded if scan["annulled"]] == [lesson.code]
    assert phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"] == []


def test_annulment_without_its_scan_is_shown_until_the_scan_comes(phone, lesson):
    scan = phone.scan(lesson.code)
    entry = phone.take_back(scan_nonce=scan["id"])
    for _ in range(2):
        assert phone.upload(entry)[0] | {"participant": None} == {
            "id": entry["id"], "status": "flagged", "reason": "scan_missing", "participant": None}
    conflicts = phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"]
    assert [item["reason"] for item in conflicts] == ["scan_missing"]
    phone.upload(scan)
    assert phone.client.expect(200, "GET", "/api/v1/desk/conflicts")["items"] == []


def test_scan_that_the_box_had_taken_is_taken_back_by_its_id(venue, phone, lesson):
    scan = venue.organiser.redeem(lesson.session, code=lesson.code)["scan"]["id"]
    entry = phone.take_back(scan=scan)
    for _ in range(2):
        assert phone.upload(entry) == [
            {"id": entry["id"], "status": "recorded", "scan": scan, "participant": None}]
    assert present(venue, lesson) == 0


def test_wrong_walk_in_counts_nowhere(venue, phone, lesson):
    entry = phone.entry(walk_in={"name": unique("Lò Thị Khách"), "consent": True}, walk_in_key=str(uuid.uuid4()))
    assert {item["status"] for item in phone.upload(entry, phone.take_back(scan_nonce=entry["id"]))} == {"recorded"}
    counts = venue.organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["counts"]
    assert counts["walk_in"] == {"present": 0, "late": 0}


@pytest.mark.parametrize("content, reason", [
    ({}, "malformed"), ({"scan_nonce": "n", "scan": "0190b3a2-5c02-7a11-8b22-3c44d55e6679"}, "malformed"),
    ({"scan": "no id"}, "malformed"), ({"scan_nonce": "n", "reason": " "}, "malformed"),
    ({"scan": "0190b3a2-5c02-7a11-8b22-3c44d55e6679"}, "not_found")])
def test_annulment_of_nothing_is_flagged(phone, content, reason):
    item = phone.upload(phone.take_back(**content))[0]
    assert (item["status"], item["reason"]) == ("flagged", reason)
