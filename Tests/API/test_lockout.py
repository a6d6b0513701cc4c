"""Guessing PINs: on a box of its own, since the guesser's address is locked for minutes."""

import pytest


@pytest.fixture
def wrong(own_venue) -> str:
    return "0" * 8 if own_venue.pin != "0" * 8 else "1" * 8


def test_fifth_wrong_pin_locks_the_right_one_out_and_no_bearer(own_venue, wrong):
    for _ in range(5):
        answer = own_venue.page.call("POST", "/api/v1/login", {"pin": wrong})
        assert (answer.status, answer.code) == (401, "wrong_pin")
    answer = own_venue.page.call("POST", "/api/v1/login", {"pin": own_venue.pin})
    assert (answer.status, answer.code) == (429, "slow_down")
    assert 0 < int(answer.headers["retry-after"]) <= 60
    for _ in range(20):
        own_venue.organiser.expect(200, "GET", "/api/v1/events")


def test_wrong_pins_at_one_place_lock_no_other(own_venue, wrong):
    for _ in range(5):
        own_venue.page.call("POST", "/api/v1/login", {"pin": wrong})
    assert own_venue.enrol("desk").call("POST", "/api/v1/login", {"pin": own_venue.pin}).status == 200
    assert own_venue.page.call("POST", "/api/v1/login", {"pin": own_venue.pin}).status == 429
