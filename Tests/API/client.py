"""One caller of the box, whose every answer is held against the document."""

import http.client
import json
import uuid
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from document import Document

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The stable end of a problem's `type`."""
        return self.json["type"].rpartition("/")[2]

    def cookie(self, name: str) -> str:
        """The value of a cookie that was set."""
        start = f"{name}="
        found = next(value for value in self.headers["set-cookie"].split("\n") if value.startswith(start))
        return found.removeprefix(start).partition(";")[0]


@dataclass
class Client:
    """Calls one listener with the same headers each time: a token, cookies, an origin, or nothing."""

    document: Document
    port: int
    headers: dict[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"

    def call(self, method: str, address: str, body=None, **headers: str) -> Answer:
        """One call; a body that is not bytes is sent as JSON. `Content_Type=` and the like set headers."""
        answer = self.raw(method, address, body, **headers)
        self.document.check(
            method, urlsplit(address).path, answer.status, answer.headers.get("content-type"), answer.body)
        return answer

    def raw(self, method: str, address: str, body=None, **headers: str) -> Answer:
        """One call whose answer nobody holds against the document."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if not isinstance(body, (bytes, type(None))):
            body = json.dumps(body).encode()
            fields.setdefault("Content-Type", "application/json")
        fields = {"Host": f"{self.host}:{self.port}"} | self.headers | fields
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, quote(address, safe="/?&=%:"), skip_host=True)
            for name, value in fields.items():
                connection.putheader(name, value)
            if body is not None or method in ("POST", "PUT"):
                connection.putheader("Content-Length", str(len(body or b"")))
            connection.endheaders(body)
            answer = connection.getresponse()
            found: dict[str, str] = {}
            for name, value in answer.getheaders():
                found[name.lower()] = f"{found[name.lower()]}\n{value}" if name.lower() in found else value
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()

    def expect(self, status: int, method: str, address: str, body=None, **headers: str) -> dict:
        """The JSON of a call that must be answered with the status."""
        answer = self.call(method, address, body, **headers)
        assert answer.status == status, f"{method} {address}: {answer.status} {answer.body[:1000].decode()}"
        return answer.json if answer.body else {}

    def redeem(self, session: str, expected: int = 201, **fields) -> dict:
        """A check-in with a nonce of its own, unless one is given."""
        fields.setdefault("nonce", str(uuid.uuid4()))
        return self.expect(expected, "POST", f"/api/v1/sessions/{session}/redeem", fields)

    def with_headers(self, **headers: str) -> "Client":
        """The same caller with more headers."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        return Client(self.document, self.port, self.headers | fields, self.host)


def form(content: bytes, name: str = "file") -> tuple[bytes, str]:
    """A multipart form with one file, and its Content-Type."""
    boundary = "ranh-gioi-7f3a"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="ds.csv"\r\n' \
        "Content-Type: text/csv\r\n\r\n"
    return head.encode() + content + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
