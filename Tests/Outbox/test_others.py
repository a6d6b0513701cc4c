"""The main systems of others: a store of learning records, and an address that wants to know of sealed sessions."""

import pytest

from sending import make_sender
from receivers import Listener, RecordStore

SECRET = "bí mật chung"


def every_second(number: int) -> bool:
    return number % 2 == 0


@pytest.fixture
def record_store():
    made = RecordStore("hộp", "bãi cỏ", loses=every_second)
    yield made
    made.close()


@pytest.fixture
def listener():
    made = Listener(SECRET, loses=every_second)
    yield made
    made.close()


@pytest.fixture
def sender(tmp_path, province, record_store, listener):
    made = make_sender(
        tmp_path, count=250, province=province.settings(), webhook={"url": listener.url + "/seals", "secret": SECRET},
        lrs={"url": record_store.url + "/xapi", "username": "hộp", "password": "bãi cỏ"})
    yield made
    if made.box.process:
        made.box.kill()


def destination(outbox: dict, name: str) -> dict:
    return next(one for one in outbox["destinations"] if one["name"] == name)


def push_until_all_arrived(sender) -> dict:
    """Every second answer is lost, so somebody has to press the button more than once."""
    for _ in range(12):
        outbox = sender.push()
        if all(one["failures"] == 0 for one in outbox["destinations"]):
            return outbox
    raise AssertionError(outbox)


def test_each_statement_is_in_the_store_once_whatever_answers_are_lost(sender, record_store):
    sender.check_in(240)
    sender.close()
    outbox = push_until_all_arrived(sender)
    assert record_store.problems == []
    assert len(record_store.statements) == 240
    assert destination(outbox, "lrs")["sent"] == 240
    asked = record_store.requests
    sender.box.kill()
    sender.start()
    push_until_all_arrived(sender)
    assert record_store.requests == asked, "what was acknowledged is not sent again"


def test_others_are_told_without_a_province(tmp_path, record_store):
    sender = make_sender(
        tmp_path, lrs={"url": record_store.url + "/xapi", "username": "hộp", "password": "bãi cỏ"})
    sender.check_in(3)
    sender.close()
    push_until_all_arrived(sender)
    assert len(record_store.statements) == 3
    sender.box.command("outbox", "push")
    sender.box.stop()
    sender.box.command("outbox", "push", "--config", str(sender.settings))


def test_correction_reaches_the_store_as_a_statement_of_its_own(sender, record_store):
    sender.check_in(2)
    sender.close()
    push_until_all_arrived(sender)
    before = set(record_store.statements)
    sender.box.expect(200, "POST", f"/scans/{sender.scans[0]}/annul", {"reason": "Quét nhầm"})
    push_until_all_arrived(sender)
    new = [record_store.statements[name] for name in record_store.statements.keys() - before]
    assert "http://adlnet.gov/expapi/verbs/voided" in {statement["verb"]["id"] for statement in new}


def test_seal_is_told_with_its_figures_and_the_same_key_each_time(sender, listener):
    sender.check_in(7)
    sender.close()
    push_until_all_arrived(sender)
    assert listener.problems == []
    (seal,) = listener.seals.values()
    assert seal["type"] == "session.sealed"
    assert seal["event"]["id"] == sender.event and seal["session"]["id"] == sender.session
    assert seal["counts"]["present"] + seal["counts"]["late"] == 7
    assert seal["counts"]["enrolled"] == 250
    sender.box.expect(200, "POST", f"/scans/{sender.scans[0]}/annul", {"reason": "Quét nhầm"})
    push_until_all_arrived(sender)
    assert sorted(seal["seal"]["number"] for seal in listener.seals.values()) == [1, 2]


def test_one_that_is_away_holds_up_no_other(sender, record_store, listener, province):
    listener.close()
    sender.check_in(3)
    sender.close()
    for _ in range(3):
        outbox = sender.push()
    assert destination(outbox, "webhook")["problem"]["code"] == "unreachable"
    assert outbox["counts"]["sent"] == 1
    assert len(record_store.statements) == len(province.scans) == 3
