"""The server is killed at random moments, again and again, while people check in."""

import itertools
import random
import time
import uuid
from dataclasses import replace

from crowd import Crowd, problems

ROUNDS = 50


def test_fifty_kills_lose_nothing_double_nothing_and_leave_a_clean_ledger(new_class):
    class_ = new_class(10_000, sessions=12)
    pairs = list(itertools.product(class_.sessions, class_.codes))
    chance = random.Random(2024)
    acknowledged_before = 0
    with Crowd(class_.box, pairs) as crowd:
        for round_ in range(ROUNDS):
            deadline = time.monotonic() + 30
            while len(crowd.acknowledged) <= acknowledged_before and time.monotonic() < deadline:
                time.sleep(0.005)
            assert len(crowd.acknowledged) > acknowledged_before, f"no answer after restart {round_}"
            acknowledged_before = len(crowd.acknowledged)
            time.sleep(chance.uniform(0, 0.3))
            class_.box.kill()
            class_.box.start()
    assert crowd.unexpected == []
    assert len(crowd.acknowledged) < len(pairs), "the crowd was through before the last kill"
    assert problems(class_.box, crowd.acknowledged) == []
    class_.box.stop()
    class_.box.command("verify")


def test_the_check_itself_finds_a_lost_scan(new_class):
    class_ = new_class(3)
    with Crowd(class_.box, [(class_.sessions[0], code) for code in class_.codes]) as crowd:
        while len(crowd.acknowledged) < 3:
            time.sleep(0.01)
    lost = replace(crowd.acknowledged[0], nonce=str(uuid.uuid4()))
    assert len(problems(class_.box, [*crowd.acknowledged[1:], lost])) == 1
