"""Guessing PINs: on a box of its own, since the guesser's address is locked for minutes."""

import json

import pytest

from box import Box, run
from venue import Venue


@pytest.fixture
def venue(tmp_path, document):
    made = json.loads(run("init", "--data", str(tmp_path / "box"), "--json"))
    box = Box(tmp_path / "box", made["api_token"])
    box.start()
    yield Venue(box, made["organiser_pin"], document, kiosk_port=0)
    box.stop()


def test_fifth_wrong_pin_locks_the_right_one_out_and_no_bearer(venue):
    wrong = "0" * 8 if venue.pin != "0" * 8 else "1" * 8
    for _ in range(5):
        answer = venue.page.call("POST", "/api/v1/login", {"pin": wrong})
        assert (answer.status, answer.code) == (401, "wrong_pin")
    answer = venue.page.call("POST", "/api/v1/login", {"pin": venue.pin})
    assert (answer.status, answer.code) == (429, "slow_down")
    assert 0 < int(answer.headers["retry-after"]) <= 60
    for _ in range(20):
        venue.organiser.expect(200, "GET", "/api/v1/events")
