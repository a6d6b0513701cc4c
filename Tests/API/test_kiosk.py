"""What staff do at the unattended screen, on a box of its own: the first session that nobody has opened is due there."""

import uuid

import pytest

from venue import new_event


@pytest.fixture
def venue(own_venue):
    return own_venue


@pytest.fixture
def event(venue) -> dict:
    return venue.organiser.expect(201, "POST", "/api/v1/events", new_event())


def address(event: dict, number: int = 0) -> str:
    return f"/api/v1/sessions/{event['sessions'][number]['id']}/open-with-pin"


def come_early(venue, event: dict, name: str) -> None:
    person = venue.organiser.expect(201, "POST", f"/api/v1/events/{event['id']}/participants", {"name": name},
                                    Idempotency_Key=str(uuid.uuid4()))
    answer = venue.kiosk.redeem(event["sessions"][0]["id"], code=person["code"])
    assert answer["reason"] == "session_not_open"


def test_staff_open_what_is_due_and_take_the_early_ones_in(venue, event):
    for name in ("Bùi Thị Một", "Bùi Văn Hai"):
        come_early(venue, event, name)
    due = venue.kiosk.expect(200, "GET", "/api/v1/kiosk")["due"]
    assert [(item["id"], item["early"]) for item in due] == [(event["sessions"][0]["id"], 2)]
    answer = venue.kiosk.call("POST", address(event), {"pin": venue.pin, "accept_early": True})
    assert (answer.status, answer.json["accepted_early"], answer.json["session"]["state"]) == (200, 2, "open")
    register = venue.organiser.expect(200, "GET", f"/api/v1/events/{event['id']}/export?format=json")
    assert [scan["result"] for scan in register["scans"]] == ["refused", "refused", "accepted", "accepted"]


def test_early_ones_wait_for_the_desk_where_nobody_takes_them_in(venue, event):
    come_early(venue, event, "Bùi Thị Một")
    answer = venue.kiosk.expect(200, "POST", address(event), {"pin": venue.pin})
    assert answer["accepted_early"] == 0
    session = event["sessions"][0]["id"]
    assert len(venue.organiser.expect(200, "GET", f"/api/v1/sessions/{session}/early")["items"]) == 1


def test_pin_is_for_this_one_act(venue, event):
    answer = venue.kiosk.call("POST", address(event), {"pin": venue.pin})
    assert answer.status == 200 and "set-cookie" not in answer.headers
    assert venue.kiosk.expect(200, "GET", "/api/v1/me")["role"] == "kiosk"
    assert venue.kiosk.call("POST", f"/api/v1/sessions/{event['sessions'][0]['id']}/close").status == 403


def test_only_a_kiosk_opens_so_and_only_what_is_due(venue, event):
    pin = {"pin": venue.pin}
    assert venue.kiosk.call("POST", address(event, 1), pin).status == 403
    assert venue.kiosk.call("POST", f"/api/v1/sessions/{event['id']}/open-with-pin", pin).status == 404
    assert venue.kiosk.call("POST", address(event), {}).status == 422
    assert venue.desk().call("POST", address(event), pin).status == 403
    assert venue.organiser.call("POST", address(event), pin).status == 403
    assert venue.stranger.call("POST", address(event), pin).status == 401
    # The box's own keyboard may enrol a device for the door, which the organiser names.
    assert venue.enrol("kiosk").call("POST", address(event), pin).status == 200


def test_guesses_at_the_kiosk_lock_nothing_but_its_own_pin(venue, event):
    wrong = "0" * 8 if venue.pin != "0" * 8 else "1" * 8
    for _ in range(5):
        assert venue.kiosk.call("POST", address(event), {"pin": wrong}).code == "wrong_pin"
    assert venue.kiosk.call("POST", address(event), {"pin": venue.pin}).code == "slow_down"
    assert venue.page.call("POST", "/api/v1/login", {"pin": venue.pin}).status == 200
    session = event["sessions"][0]["id"]
    venue.organiser.expect(200, "POST", f"/api/v1/sessions/{session}/open")
    assert venue.kiosk.redeem(session, code="00000000")["reason"] == "unknown_code"
