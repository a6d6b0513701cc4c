"""A running box and everybody who calls it."""

import time
import uuid
from dataclasses import dataclass

from box import Box
from client import Client
from document import Document

ROSTER = """STT,Họ và tên,Năm sinh,Giới tính,Xã/phường
1,Bùi Thị Ví Dụ,1990,Nữ,Xã Tiến Xuân
2,Triệu Văn Ví Dụ,1985,Nam,Xã Yên Bình
3,Quách Thị Ví Dụ,1971,Nữ,Xã Ba Vì
4,Đinh Công Ví Dụ,1964,Nam,Xã Vân Hòa
"""


@dataclass
class Lesson:
    """An event of this test's own: four people, a session that is open and one that is planned."""

    event: str
    session: str
    planned: str
    people: list[dict]

    @property
    def code(self) -> str:
        return self.people[0]["code"]


@dataclass
class Venue:
    """A running box and its callers."""

    box: Box
    pin: str
    document: Document
    kiosk_port: int

    @property
    def organiser(self) -> Client:
        """With the API token."""
        return Client(self.document, self.box.port, {"Authorization": f"Bearer {self.box.token}"})

    @property
    def stranger(self) -> Client:
        return Client(self.document, self.box.port)

    @property
    def page(self) -> Client:
        """A page of the box in a browser that has no cookie yet."""
        return self.stranger.with_headers(Origin=f"http://127.0.0.1:{self.box.port}")

    @property
    def kiosk(self) -> Client:
        """The kiosk's own screen."""
        origin = {"Origin": f"http://localhost:{self.kiosk_port}"}
        return Client(self.document, self.kiosk_port, origin, host="localhost")

    def enrol(self, role: str) -> Client:
        """A device that has just become a station of the role."""
        station = self.organiser.expect(201, "POST", "/api/v1/stations", {"name": unique(role), "role": role})
        token = station["url"].rpartition("/")[2]
        answer = self.page.call("POST", "/api/v1/enrol", {"token": token})
        assert answer.status == 200
        device = self.page.with_headers(Cookie=f"diemdanh_station={answer.cookie('diemdanh_station')}")
        return with_csrf(device)

    def log_in(self, device: Client, **login: str) -> Client:
        """The device after somebody has typed a PIN."""
        answer = device.call("POST", "/api/v1/login", login)
        assert answer.status == 200, answer.body
        cookie = f"diemdanh_session={answer.cookie('diemdanh_session')}"
        if known := device.headers.get("Cookie"):
            cookie = f"{known}; {cookie}"
        return device.with_headers(Cookie=cookie, X_CSRF_Token=answer.json["csrf"])

    def desk(self) -> Client:
        """An enrolled desk whose operator has typed the PIN."""
        operator = {"name": unique("Quách Thị Ví Dụ"), "role": "desk", "pin": "482157"}
        self.organiser.expect(201, "POST", "/api/v1/operators", operator)
        return self.log_in(self.enrol("desk"), name=operator["name"], pin=operator["pin"])

    def lesson(self, roster: str = ROSTER) -> Lesson:
        """A new event; its sessions begin in some hours, so that whoever comes now is on time."""
        event = self.organiser.expect(201, "POST", "/api/v1/events", new_event())
        sessions = [session["id"] for session in event["sessions"]]
        self.organiser.expect(
            200, "POST", f"/api/v1/events/{event['id']}/roster", roster.encode(), Content_Type="text/csv")
        self.organiser.expect(200, "POST", f"/api/v1/sessions/{sessions[0]}/open")
        page = self.organiser.expect(200, "GET", f"/api/v1/events/{event['id']}/participants")
        return Lesson(event["id"], sessions[0], sessions[1], page["items"])


def new_event(sessions: int = 2) -> dict:
    """The body of an event whose sessions begin in some hours."""
    return {
        "name": "Tập huấn ví dụ", "kind": "class", "venue": "Hội trường xã Tiến Xuân",
        "sessions": [
            {"title": f"Buổi {i + 1}", "starts_at": in_hours(2 + 4 * i), "ends_at": in_hours(5 + 4 * i)}
            for i in range(sessions)
        ]}


def in_hours(hours: float) -> str:
    """RFC 3339 of a moment from now, in Vietnam."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+07:00", time.gmtime(time.time() + (7 + hours) * 3600))


def unique(name: str) -> str:
    """A name that no other test has."""
    return f"{name} {uuid.uuid4().hex[:8]}"


def with_csrf(device: Client) -> Client:
    """The device with the token that its pages learn from the box."""
    return device.with_headers(X_CSRF_Token=device.expect(200, "GET", "/api/v1/me")["csrf"])
