"""Every call of the document once, on the class of Tiến Xuân; each answer is held against the document."""

from dataclasses import dataclass

import pytest

from box import PROJECT
from client import XLSX
from document import Document
from venue import Venue, new_event, unique

SCENARIO = PROJECT / "Tests/Fixtures/scenarios/tien-xuan-2024"
PICTURES = PROJECT / "Tests/Fixtures/pictures"


@dataclass
class Demo:
    """The class of Tiến Xuân with its roster, and what later calls need to name."""

    venue: Venue
    event: str
    sessions: list[str]
    people: list[dict]
    # A scan that was refused as too early, and the roll-call sheets of the first session.
    early: str
    printing: dict

    def scan(self) -> str:
        """An accepted scan: an exit always is."""
        fields = {"code": self.people[0]["code"], "direction": "exit"}
        return self.venue.organiser.redeem(self.sessions[0], **fields)["scan"]["id"]

    def conflict(self) -> str:
        """An entry of a desk's queue that nobody can open."""
        entry = {"id": unique("q"), "sealed": "AAAA", "sent_at": "2024-08-15T08:00:00Z"}
        self.venue.organiser.expect(200, "POST", "/api/v1/desk/queue", {"entries": [entry]})
        return self.venue.organiser.expect(200, "GET", "/api/v1/desk/conflicts")["items"][-1]["id"]

    def operator(self) -> str:
        """Somebody who may sign in at a desk."""
        body = {"name": unique("Người"), "role": "desk", "pin": "482157"}
        return self.venue.organiser.expect(201, "POST", "/api/v1/operators", body)["name"]

    def station(self) -> dict:
        """A station that no device has become yet."""
        body = {"name": unique("Bàn"), "role": "desk"}
        return self.venue.organiser.expect(201, "POST", "/api/v1/stations", body)


@pytest.fixture(scope="module")
def demo(venue) -> Demo:
    event = venue.box.command("event", "create", str(SCENARIO / "event.yaml")).strip()
    roster = (SCENARIO / "roster.xlsx").read_bytes()
    report = venue.organiser.expect(200, "POST", f"/api/v1/events/{event}/roster", roster, Content_Type=XLSX)
    assert report["imported"] == 80
    sessions = [session["id"] for session in venue.organiser.expect(200, "GET", f"/api/v1/events/{event}")["sessions"]]
    people = venue.organiser.expect(200, "GET", f"/api/v1/events/{event}/participants?limit=1000")["items"]
    early = venue.organiser.redeem(sessions[0], code=people[4]["code"])["scan"]["id"]
    venue.organiser.expect(200, "POST", f"/api/v1/sessions/{sessions[0]}/open")
    printing = venue.organiser.expect(201, "POST", f"/api/v1/sessions/{sessions[0]}/sheets")
    return Demo(venue, event, sessions, people, early, printing)


def say_time(demo: Demo) -> dict:
    return {"now": demo.venue.organiser.expect(200, "GET", "/api/v1/clock")["now"], "round_trip_ms": 10}


def own_bundle(demo: Demo) -> bytes:
    """A bundle of the demo's event: everything in it is known already."""
    return demo.venue.organiser.call("GET", f"/api/v1/events/{demo.event}/export?format=bundle&plain=true").body


# A key of minisign that nobody has the secret half of.
OTHER_BOX = "RWSe8jWl01av0yWSWNygx/fX1jk+f31S1SOS7sOkilFUrorFXSWUFDj+"

# What each call needs: status, the parameters in its path, its query, its body; functions are given the demo.
CALLS = {
    "GET /api/v1/events": (200, {}),
    "POST /api/v1/events": (201, {"body": lambda demo: new_event()}),
    "GET /api/v1/events/{id}": (200, {"id": lambda demo: demo.event}),
    "POST /api/v1/events/{id}/roster": (
        200, {"id": lambda demo: demo.event, "query": "?dry_run=true", "file": "roster.xlsx", "type": XLSX}),
    "POST /api/v1/events/{id}/scans": (200, {"id": lambda demo: demo.event, "file": "scans.csv", "type": "text/csv"}),
    "GET /api/v1/events/{id}/export": (200, {"id": lambda demo: demo.event, "query": "?format=json"}),
    "POST /api/v1/events/{id}/share": (200, {"id": lambda demo: demo.event, "body": {"to": OTHER_BOX}}),
    "POST /api/v1/bundles": (200, {"bytes": own_bundle}),
    "GET /api/v1/events/{id}/statistics": (200, {"id": lambda demo: demo.event}),
    "GET /api/v1/events/{id}/codes": (200, {"id": lambda demo: demo.event, "query": "?format=json"}),
    "GET /qr/{file}": (200, {"file_name": lambda demo: demo.people[0]["code"] + ".svg"}),
    "GET /api/v1/events/{id}/participants": (
        200, {"id": lambda demo: demo.event, "query": lambda demo: f"?q=bui&session={demo.sessions[0]}"}),
    "POST /api/v1/events/{id}/participants": (
        201, {"id": lambda demo: demo.event, "body": lambda demo: {"name": unique("Khách Ví Dụ")}, "key": True}),
    "POST /api/v1/events/{id}/card": (
        200, {"id": lambda demo: demo.event, "body": lambda demo: {"card": "001190000123||Bùi Ví Dụ|1990|Nữ|Hà Nội|"}}),
    "POST /api/v1/sessions/{id}/open": (200, {"id": lambda demo: demo.sessions[1]}),
    "POST /api/v1/sessions/{id}/close": (200, {"id": lambda demo: demo.sessions[2]}),
    "POST /api/v1/sessions/{id}/redeem": (
        201, {"id": lambda demo: demo.sessions[0], "body": lambda demo: {"code": demo.people[0]["code"], "nonce": "n-1"}}),
    "GET /api/v1/sessions/{id}/attendance": (200, {"id": lambda demo: demo.sessions[0]}),
    "PUT /api/v1/sessions/{id}/attendance/{participant}": (
        200, {"id": lambda demo: demo.sessions[0], "participant": lambda demo: demo.people[1]["id"],
              "body": lambda demo: {"status": "excused", "reason": "Ốm, có giấy"}}),
    "POST /api/v1/scans/{id}/annul": (
        200, {"id": lambda demo: demo.scan(), "body": lambda demo: {"reason": "Quét nhầm người"}}),
    "POST /api/v1/decode": (200, {"picture": "badge.jpg", "type": "image/jpeg"}),
    "GET /api/v1/sessions/{id}/desk-roster": (200, {"id": lambda demo: demo.sessions[0]}),
    "POST /api/v1/desk/queue": (
        200, {"body": lambda demo: {"entries": [{"id": unique("q"), "sealed": "AAAA", "sent_at": "2024-08-15T08:00:00Z"}]}}),
    "GET /api/v1/desk/conflicts": (200, {}),
    "POST /api/v1/desk/conflicts/{id}/review": (204, {"id": lambda demo: demo.conflict()}),
    "GET /api/v1/sessions/{id}/early": (200, {"id": lambda demo: demo.sessions[0]}),
    "POST /api/v1/sessions/{id}/early": (
        200, {"id": lambda demo: demo.sessions[0], "body": lambda demo: {"scans": [demo.early]}}),
    "GET /api/v1/events/{id}/participants/{participant}/companions": (
        200, {"id": lambda demo: demo.event, "participant": lambda demo: demo.people[0]["id"],
              "query": lambda demo: f"?session={demo.sessions[0]}"}),
    "POST /api/v1/events/{id}/participants/{participant}/reissue": (
        200, {"id": lambda demo: demo.event, "participant": lambda demo: demo.people[2]["id"],
              "body": lambda demo: {"reason": "Mất thẻ", "code": demo.people[2]["code"]}}),
    "PUT /api/v1/events/{id}/participants/{participant}/standing": (
        200, {"id": lambda demo: demo.event, "participant": lambda demo: demo.people[3]["id"],
              "body": lambda demo: {"standing": "blocked", "reason": "Chờ xác minh"}}),
    "POST /api/v1/sessions/{id}/sheets": (201, {"id": lambda demo: demo.sessions[3]}),
    "GET /admin/print/{printing}": (200, {"printing": lambda demo: demo.printing["page"].rpartition("/")[2]}),
    "GET /api/v1/sheets/{code}": (200, {"code": lambda demo: demo.printing["sheets"][0]["code"]}),
    "POST /api/v1/sheets/{code}/rows": (
        200, {"code": lambda demo: demo.printing["sheets"][0]["code"], "body": {"rows": "70-72, 80"}}),
    "GET /api/v1/kiosk": (200, {}),
    "GET /api/v1/me": (200, {}),
    "POST /api/v1/login": (200, {"body": lambda demo: {"pin": demo.venue.pin}}),
    "POST /api/v1/logout": (204, {}),
    "GET /api/v1/operators": (200, {}),
    "POST /api/v1/operators": (201, {"body": lambda demo: {"name": unique("Người"), "role": "desk", "pin": "482157"}}),
    "DELETE /api/v1/operators/{name}": (204, {"name": lambda demo: demo.operator()}),
    "PUT /api/v1/operators/{name}/pin": (200, {"name": lambda demo: demo.operator(), "body": {"pin": "593826"}}),
    "GET /api/v1/stations": (200, {}),
    "POST /api/v1/stations": (201, {"body": lambda demo: {"name": unique("Bàn"), "role": "kiosk"}}),
    "DELETE /api/v1/stations/{name}": (200, {"name": lambda demo: demo.station()["name"]}),
    "POST /api/v1/stations/{name}/link": (201, {"name": lambda demo: demo.station()["name"]}),
    "GET /api/v1/stations/{name}/scans": (200, {"name": lambda demo: demo.station()["name"]}),
    "POST /api/v1/enrol": (200, {"body": lambda demo: {"token": demo.station()["url"].rpartition("/")[2]}}),
    "GET /api/v1/health": (200, {}),
    "GET /health": (200, {}),
    "GET /api/v1/openapi.json": (200, {}),
    "GET /api/v1/clock": (200, {}),
    "POST /api/v1/clock": (200, {"body": say_time}),
    "GET /api/v1/outbox": (200, {}),
    "POST /api/v1/outbox/push": (409, {}),
    "GET /api/v1/province": (200, {}),
    "PUT /api/v1/province": (422, {"body": {"line": "https://example.vn"}}),
    "POST /api/v1/outbox/bundles": (200, {}),
    "GET /api/v1/outbox/bundles/{id}": (404, {"id": lambda demo: demo.event}),
    "POST /api/v1/outbox/carried": (200, {"body": lambda demo: {"bundles": []}}),
    "POST /api/v1/outbox/receipts": (409, {"body": lambda demo: {}}),
    "POST /api/v1/store/rebuild": (200, {}),
    "POST /api/v1/store/backup": (200, {}),
    "GET /": (200, {}), "GET /kiosk": (200, {}), "GET /desk": (200, {}), "GET /admin": (200, {}),
    "GET /desk-worker.js": (200, {}), "GET /desk/carry": (200, {}), "GET /desk/paper": (200, {}),
    "GET /api/v1/events/{id}/venue-code": (200, {"id": lambda demo: demo.event}),
    "GET /display": (302, {}),
    "GET /display/{event}": (200, {"event": lambda demo: demo.event}),
    "GET /v/{token}": (410, {"token": "nobody"}),
    "POST /v/{token}": (
        410, {"token": "nobody", "form": b"ticket=nobody", "type": "application/x-www-form-urlencoded"}),
    "GET /selftest": (200, {}),
    "GET /enrol/{token}": (200, {"token": "nobody"}),
    "GET /https": (200, {}), "GET /ca.crt": (200, {}), "GET /ca.mobileconfig": (200, {}),
    "GET /favicon.ico": (302, {}),
}
# The names in braces that a call's needs may give.
PARAMETERS = ("id", "event", "participant", "name", "token", "printing", "code")
# Tried by test_live.py: its answer ends only after 25 seconds; by test_stations.py and test_kiosk.py: for devices.
ELSEWHERE = {"GET /api/v1/sessions/{id}/live", "POST /api/v1/stations/self",
             "POST /api/v1/sessions/{id}/open-with-pin"}


def test_every_documented_call_is_tried():
    assert {" ".join(call) for call in Document().operations()} == CALLS.keys() | ELSEWHERE


@pytest.mark.parametrize("call", CALLS)
def test_answers_as_documented(demo, call):
    status, needs = CALLS[call]
    given = {name: need(demo) if callable(need) else need for name, need in needs.items()}
    method, path = call.split(" ")
    names = {name: given[name] for name in PARAMETERS if name in given}
    address = path.format(**names, file=given.get("file_name")) + given.get("query", "")
    headers = {"Idempotency_Key": unique("key")} if given.get("key") else {}
    body = given.get("body")
    if "file" in given:
        body, headers["Content_Type"] = (SCENARIO / given["file"]).read_bytes(), given["type"]
    if "form" in given:
        body, headers["Content_Type"] = given["form"], given["type"]
    if "bytes" in given:
        body, headers["Content_Type"] = given["bytes"], "application/octet-stream"
    if "picture" in given:
        body, headers["Content_Type"] = (PICTURES / given["picture"]).read_bytes(), given["type"]
    answer = demo.venue.organiser.call(method, address, body, **headers)
    assert answer.status == status, answer.body[:1000].decode()


@pytest.mark.parametrize("format, start", [("xlsx", b"PK\x03\x04"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")])
def test_register_comes_in_each_format(demo, format, start):
    answer = demo.venue.organiser.call("GET", f"/api/v1/events/{demo.event}/export?format={format}")
    assert answer.status == 200
    assert answer.body.startswith(start)
    assert answer.headers["content-disposition"].startswith("attachment")


def test_sessions_stand_in_order_of_their_start(demo):
    event = demo.venue.organiser.expect(200, "GET", f"/api/v1/events/{demo.event}")
    assert [session["key"] for session in event["sessions"]] == ["d1-sang", "d1-chieu", "d2-sang", "d2-chieu"]


def test_head_is_answered_like_get(demo):
    answer = demo.venue.organiser.raw("HEAD", "/api/v1/events")
    assert (answer.status, answer.body) == (200, b"")
