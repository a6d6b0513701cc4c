"""A desk comes back with 500 scans, and the network loses every second answer."""

import http.client
import json
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import people
from box import Box
from browserbox import decode, encode, seal

SCANS = 500
# What the desk's page sends at once.
BATCH = 50


class Proxy(ThreadingHTTPServer):
    """Hands requests on to the box, and drops its first, third, fifth … answer."""

    daemon_threads = True

    def __init__(self, port: int):
        super().__init__(("127.0.0.1", 0), Handler)
        self.box_port, self.answers, self.dropped = port, 0, 0
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        connection = http.client.HTTPConnection("127.0.0.1", self.server.box_port, timeout=30)
        connection.request("POST", self.path, body, dict(self.headers))
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self.server.answers += 1
        if self.server.answers % 2 == 1:
            self.server.dropped += 1
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments) -> None:
        """The bench says itself what happened."""


def upload(box: Box) -> dict:
    """Uploads a queue of 500 scans: seconds, and how often each counted; the same scans live as the reference."""
    event, sessions = box.create_event(sessions=2, name="Bàn mất mạng")
    assert box.import_roster(event, people.roster(2_000_000, SCANS))["imported"] == SCANS
    codes = [person["code"] for person in box.participants(event)]
    queue = sealed_queue(box, sessions[0], codes)
    proxy = Proxy(box.port)
    try:
        before = entries(box)
        seconds, tries = timed(lambda: send_queue(proxy, box.token, queue))
        written = entries(box) - before
        live, _ = timed(lambda: send_live(proxy, box.token, sessions[1], codes))
    finally:
        proxy.shutdown()
        proxy.server_close()
    counts = box.expect(200, "GET", f"/sessions/{sessions[0]}/attendance")["counts"]
    return {"seconds": seconds, "tries": tries, "present": counts["present"] + counts["late"], "written": written,
            "live_seconds": live, "dropped": proxy.dropped}


def sealed_queue(box: Box, session: str, codes: list[str]) -> list[dict]:
    """The scans as they lie on the phone."""
    key = decode(box.expect(200, "GET", f"/sessions/{session}/desk-roster")["key"])
    occurred_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 600))
    queue = []
    for code in codes:
        nonce = str(uuid.uuid4())
        inside = {"session": session, "scan": {"code": code, "nonce": nonce, "occurred_at": occurred_at}}
        queue.append({"id": nonce, "sealed": encode(seal(json.dumps(inside).encode(), key))})
    return queue


def send_queue(proxy: Proxy, token: str, queue: list[dict]) -> int:
    """As the page does: a batch is repeated until its answer comes. How many tries that took."""
    tries = 0
    for start in range(0, len(queue), BATCH):
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        batch = [entry | {"sent_at": now} for entry in queue[start:start + BATCH]]
        items = None
        while items is None:
            tries += 1
            items = post(proxy, token, "/api/v1/desk/queue", {"entries": batch})
        assert {item["status"] for item in items["items"]} == {"recorded"}, items
    return tries


def send_live(proxy: Proxy, token: str, session: str, codes: list[str]) -> None:
    """One call for each scan, repeated until its answer comes."""
    for code in codes:
        body = {"code": code, "nonce": str(uuid.uuid4())}
        while post(proxy, token, f"/api/v1/sessions/{session}/redeem", body) is None:
            pass


def post(proxy: Proxy, token: str, path: str, body: dict) -> dict | None:
    """The JSON of the answer; None where it was lost."""
    connection = http.client.HTTPConnection("127.0.0.1", proxy.server_port, timeout=30)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    try:
        connection.request("POST", path, json.dumps(body), headers)
        return json.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def entries(box: Box) -> int:
    """How many entries the ledger has."""
    return box.expect(200, "GET", "/health")["ledger"]["entries"]


def timed(work) -> tuple[float, object]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result
