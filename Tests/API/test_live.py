"""The stream of a session's events."""

import http.client
import json

import pytest

from client import Client


class Stream:
    """Server-sent events, read one by one."""

    def __init__(self, client: Client, session: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=10)
        headers = {"Host": f"{client.host}:{client.port}"} | client.headers
        self._connection.request("GET", f"/api/v1/sessions/{session}/live", headers=headers)
        self.answer = self._connection.getresponse()

    def next(self) -> dict[str, str]:
        """The fields of the next block."""
        fields = {}
        while line := self.answer.readline().decode().rstrip("\n"):
            name, _, value = line.partition(": ")
            fields[name] = value
        return fields

    def until(self, event: str) -> dict:
        """The data of the next event of that name."""
        while (block := self.next()).get("event") != event:
            pass
        return json.loads(block["data"])

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def watch():
    streams = []

    def open_stream(client: Client, session: str) -> Stream:
        streams.append(Stream(client, session))
        return streams[-1]

    yield open_stream
    for stream in streams:
        stream.close()


def errors(document, schema: str, value) -> list[str]:
    return document.errors({"$ref": f"#/components/schemas/{schema}"}, value)


def test_begins_with_the_counts(venue, document, lesson, watch):
    stream = watch(venue.organiser, lesson.session)
    assert stream.answer.status == 200
    assert stream.answer.getheader("Content-Type").startswith("text/event-stream")
    assert stream.next() == {"retry": "1000"}
    counts = stream.until("counts")
    assert errors(document, "Counts", counts) == []
    assert counts["absent"] == 4


def test_tells_scans_with_masked_names_then_counts(venue, document, lesson, watch):
    stream = watch(venue.kiosk, lesson.session)
    stream.until("counts")
    answer = venue.organiser.redeem(lesson.session, code=lesson.code, gate="Cửa A")
    scan = stream.until("scan")
    assert errors(document, "LiveScan", scan) == []
    assert (scan["id"], scan["result"], scan["gate"]) == (answer["scan"]["id"], "accepted", "Cửa A")
    assert scan["name"] != lesson.people[0]["name"]
    assert stream.until("counts")["present"] == 1


def test_tells_annulments(venue, lesson, watch):
    scan = venue.organiser.redeem(lesson.session, code=lesson.code)["scan"]["id"]
    stream = watch(venue.enrol("display"), lesson.session)
    venue.organiser.expect(200, "POST", f"/api/v1/scans/{scan}/annul", {"reason": "Quét nhầm người"})
    assert stream.until("annul") == {"scan": scan}


def test_repetition_of_a_nonce_is_not_told_again(venue, lesson, watch):
    stream = watch(venue.organiser, lesson.session)
    first = venue.organiser.redeem(lesson.session, code=lesson.code, nonce="live-1")["scan"]["id"]
    venue.organiser.redeem(lesson.session, 200, code=lesson.code, nonce="live-1")
    second = venue.organiser.redeem(lesson.session, code=lesson.people[1]["code"])["scan"]["id"]
    assert [stream.until("scan")["id"], stream.until("scan")["id"]] == [first, second]


def test_needs_a_caller(venue, lesson, watch):
    assert watch(venue.stranger, lesson.session).answer.status == 401
