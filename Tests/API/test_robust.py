"""Bodies, parameters and queries bent out of shape: the box refuses them as documented and never fails."""

import copy
import random
import re

import pytest

from document import Document

DOCUMENT = Document()
ODD = [
    None, True, False, 0, -1, 2**63, 2**200, 1e308, 0.5, "", " ", "\0", "\u202e", "e\u0301" * 200, "𝔘" * 50,
    "'; DROP TABLE", "x" * 5_000, "../../etc/passwd", "2024-08-15T07:30:00+07:00", "9999-12-31T23:59:60-23:59", "0000-01-01T00:00:00Z",
    [], [[]], {}, {"a": {}}, [None], ["x"] * 300]
ODD_TEXTS = ["%00", "%ff", "%F0%9F%92%A9", "..", "a" * 4_000, "%25%32%65", "-1", "'", "%C4%83", "%"]
BODIES = [
    (method, path) for method, path in DOCUMENT.operations()
    if "application/json" in DOCUMENT.operation(method, path).get("requestBody", {}).get("content", {})]
READS = [call for call in DOCUMENT.operations() if call[0] == "GET" and not call[1].endswith("/live")]


def examples(method: str, path: str) -> list[dict]:
    media = DOCUMENT.operation(method, path)["requestBody"]["content"]["application/json"]
    given = [example["value"] for example in media.get("examples", {}).values()]
    return given or [{"reason": "x", "name": "Bàn", "role": "desk", "token": "x"}]


def bent(chance: random.Random, body: dict) -> object:
    """The body with one or two of its values replaced, left out or added."""
    body = copy.deepcopy(body)
    for _ in range(chance.randint(1, 2)):
        place = body
        while nested := [key for key, value in place.items() if value and isinstance(value, (dict, list))]:
            if chance.random() < 0.5:
                break
            inner = place[chance.choice(nested)]
            place = inner[0] if isinstance(inner, list) and isinstance(inner[0], dict) else inner
            if not isinstance(place, dict):
                return chance.choice(ODD)
        key = chance.choice([*place, "extra", "force", "occurred_at", "sent_at", "gate"])
        if chance.random() < 0.2:
            place.pop(key, None)
        else:
            place[key] = chance.choice(ODD)
    return body


def address_of(path: str, lesson) -> str:
    subject = lesson.event if "/events/" in path else lesson.session
    return path.replace("{id}", subject).replace("{participant}", lesson.people[0]["id"])


@pytest.mark.parametrize("method, path", [call for call in BODIES if call[1] not in ("/api/v1/login", "/api/v1/clock")])
def test_bent_body_is_answered_as_documented(venue, lesson, method, path):
    # Argon2 makes these two slow.
    tries = 10 if "operators" in path else 60
    for number in range(tries):
        chance = random.Random(f"{path} {number}")
        body = bent(chance, chance.choice(examples(method, path)))
        answer = venue.organiser.call(method, address_of(path, lesson), body, Idempotency_Key=f"bent-{number}")
        assert answer.status < 500, f"{body}: {answer.body}"


@pytest.mark.parametrize("method, path", READS)
def test_odd_query_and_path_are_refused_without_failing(venue, lesson, method, path):
    parameters = DOCUMENT.operation(method, path).get("parameters", [])
    queries = [one["name"] for one in parameters if one.get("in") == "query"]
    address = address_of(re.sub(r"\{(file|token)\}", "x", path), lesson)
    for text in ODD_TEXTS:
        odd = [f"{address}?{text}", *(f"{address}?{query}={text}" for query in queries)]
        for place in odd + ([re.sub(r"\{\w+\}", text, path)] if "{" in path else []):
            answer = venue.organiser.raw(method, place)
            assert answer.status < 500, f"{place}: {answer.body}"


def test_record_is_whole_after_all_that(venue):
    assert venue.stranger.expect(200, "GET", "/api/v1/health")["status"] in ("ok", "clock")
    venue.box.command("verify")
