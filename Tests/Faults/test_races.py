"""Everybody at once."""

import threading
import uuid

from concurrent.futures import ThreadPoolExecutor


def at_once(count: int, work) -> list:
    """The results of so many threads that all begin in the same moment."""
    barrier = threading.Barrier(count)

    def begin(number: int):
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(begin, range(count)))


def test_two_hundred_clients_racing_for_one_person_give_one_record(new_class):
    class_ = new_class(5)
    session, code = class_.sessions[0], class_.codes[0]
    answers = at_once(200, lambda _: class_.box.redeem(session, code))
    assert {status for status, _ in answers} == {201}
    accepted = [answer for _, answer in answers if answer["result"] == "accepted"]
    refused = [answer for _, answer in answers if answer["result"] == "refused"]
    assert (len(accepted), len(refused)) == (1, 199)
    assert {answer["reason"] for answer in refused} == {"already_redeemed"}
    assert {answer["first"]["scan"] for answer in refused} == {accepted[0]["scan"]["id"]}
    counts = class_.box.expect(200, "GET", f"/sessions/{session}/attendance")["counts"]
    assert counts["present"] + counts["late"] == 1


def test_the_same_nonce_from_two_connections_counts_once(new_class):
    class_ = new_class(30)
    session = class_.sessions[0]
    for code in class_.codes:
        nonce = str(uuid.uuid4())
        answers = at_once(2, lambda _: class_.box.redeem(session, code, nonce))
        assert sorted(status for status, _ in answers) == [200, 201]
        assert len({answer["scan"]["id"] for _, answer in answers}) == 1
        assert {answer["result"] for _, answer in answers} == {"accepted"}


def test_the_same_nonce_for_another_person_is_a_conflict(new_class):
    class_ = new_class(2)
    nonce = str(uuid.uuid4())
    assert class_.box.redeem(class_.sessions[0], class_.codes[0], nonce)[0] == 201
    status, answer = class_.box.redeem(class_.sessions[0], class_.codes[1], nonce)
    assert status == 409 and "participant" not in answer
