"""What the box answers to requests that it does not take."""

import http.client
import re
import uuid

import pytest

from document import Document

NOBODY = str(uuid.uuid4())
# A body that every call with an id in its path can read.
EVERYTHING = {
    "code": "1", "nonce": "n", "status": "late", "reason": "x", "name": "Lò Thị Khách", "standing": "valid",
    "scans": [NOBODY], "card": "001190000123||Bùi Ví Dụ|1990|Nữ|Hà Nội|"}
CHANGES = [call for call in Document().operations() if call[0] != "GET"]
BODIES = [call for call in CHANGES if "application/json" in str(Document().operation(*call).get("requestBody"))]
FOR_STAFF = [call for call in Document().operations() if {} not in Document().operation(*call)["security"]]


def address_of(path: str) -> str:
    """The path with parameters behind which there is nothing."""
    return re.sub(r"\{(id|participant)\}", NOBODY, path).replace("{file}", "00000003.svg").replace("{name}", "x")


def caller(venue, path: str):
    """Who may make the call: the organiser, but for the one that is the kiosk's alone."""
    return venue.kiosk if path.endswith("/open-with-pin") else venue.organiser


def body_for(method: str, fields: dict = EVERYTHING) -> dict | None:
    """A body for a method that takes one."""
    return None if method == "GET" else fields


@pytest.mark.parametrize("method, path", FOR_STAFF)
def test_stranger_is_unauthenticated(venue, method, path):
    answer = venue.page.call(method, address_of(path), body_for(method, {}))
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("method, path", FOR_STAFF)
def test_wrong_token_is_unauthenticated(venue, method, path):
    client = venue.stranger.with_headers(Authorization="Bearer 0000")
    answer = client.call(method, address_of(path), body_for(method, {}))
    assert answer.status == 401


@pytest.mark.parametrize("method, path", [call for call in Document().operations() if "{id}" in call[1]])
def test_unknown_id_is_not_found(venue, method, path):
    answer = caller(venue, path).call(method, address_of(path), body_for(method), Idempotency_Key="k")
    assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize("method, path", [call for call in Document().operations() if "{id}" in call[1]])
def test_text_that_is_no_id_is_not_found(venue, method, path):
    address = path.replace("{id}", "không-có").replace("{participant}", NOBODY)
    assert caller(venue, path).call(method, address, body_for(method), Idempotency_Key="k").status == 404


@pytest.mark.parametrize("address", [
    "/api/v1/nothing", "/api/v2/events", "/api/v1", "/nothing", "/assets/../../etc/passwd",
    "/assets/%2e%2e/pages/home.mustache", "/qr/12345678.svg", "/qr/x", "/api/v1/events/x/y/z"])
def test_unknown_address_is_not_found(organiser, address):
    answer = organiser.call("GET", address)
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("method", ["PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_unknown_method_is_not_allowed(organiser, method):
    answer = organiser.raw(method, "/api/v1/events")
    assert answer.status == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("method, path", BODIES)
def test_body_of_another_type_is_unsupported(venue, lesson, method, path):
    subject = lesson.event if "/events/" in path else lesson.session
    address = path.replace("{participant}", NOBODY).replace("{id}", subject)
    client = venue.page if "login" in path else venue.desk() if path.endswith("/self") else caller(venue, path)
    kind = "application/x-www-form-urlencoded"
    answer = client.call(method, address, b"code=1", Content_Type=kind, Idempotency_Key="k")
    assert answer.status == 415


@pytest.mark.parametrize("method, path", CHANGES)
def test_body_beyond_the_limit_is_too_large(organiser, method, path):
    port, host = organiser.port, f"{organiser.host}:{organiser.port}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest(method, address_of(path), skip_host=True)
    for name, value in {"Host": host, "Content-Length": str(257 << 20), "Expect": "100-continue"}.items():
        connection.putheader(name, value)
    for name, value in organiser.headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("host, status", [
    ("example.org", 421), ("192.0.2.1", 421), ("127.0.0.1", 200), ("localhost", 200), ("a b", 400)])
def test_host_must_be_of_the_box(venue, host, status):
    answer = venue.stranger.raw("GET", "/api/v1/health", Host=f"{host}:{venue.box.port}")
    assert answer.status == status


def test_headers_beyond_the_limit_are_431(venue):
    assert venue.stranger.raw("GET", "/api/v1/health", X_Long="x" * 20_000).status == 431


def test_problem_of_a_field_points_at_it(organiser):
    body = {"name": "x", "kind": "class", "sessions": [
        {"title": "x", "starts_at": "2024-08-15T11:00:00+07:00", "ends_at": "2024-08-15T07:30:00+07:00"}]}
    answer = organiser.call("POST", "/api/v1/events", body)
    assert (answer.status, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json["errors"][0]["pointer"] == "/sessions/0/ends_at"


@pytest.mark.parametrize("change", [
    {"name": ""}, {"name": "x" * 301}, {"kind": "party"}, {"sessions": []}, {"sessions": "x"}, {"name": None},
    {"sessions": [{"title": "x", "starts_at": "2024-08-15 07:30", "ends_at": "2024-08-15T11:00:00+07:00"}]},
    {"sessions": [{"title": "x", "starts_at": "2024-08-15T07:30:00+07:00", "ends_at": "2024-08-15T11:00:00+07:00",
                   "late_after_minutes": -1}]}])
def test_event_that_cannot_be_used_is_refused(organiser, change):
    body = {"name": "x", "kind": "class", "sessions": [
        {"title": "x", "starts_at": "2024-08-15T07:30:00+07:00", "ends_at": "2024-08-15T11:00:00+07:00"}]}
    answer = organiser.call("POST", "/api/v1/events", body | change)
    assert answer.status == 422
    assert answer.json["errors"]
