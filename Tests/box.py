"""A box driven as its users drive it: by the command line and by HTTP."""

import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path

PROGRAM = os.environ.get("DIEMDANH", str(Path(__file__).resolve().parents[1] / ".build/debug/diemdanh"))
PROJECT = Path(__file__).resolve().parents[1]


class Box:
    """One data folder and, while it runs, its server on a free port of the loopback address."""

    def __init__(self, folder: Path, token: str):
        self.folder, self.token = folder, token
        self.process: subprocess.Popen | None = None
        self.port = 0
        self._starts = 0
        self._connections = threading.local()

    @classmethod
    def create(cls, folder: Path) -> "Box":
        """A new box in a folder that does not exist yet."""
        return cls(folder, json.loads(run("init", "--data", str(folder), "--json"))["api_token"])

    def command(self, *arguments: str) -> str:
        """What a command on this box's data prints; CalledProcessError unless it ends with 0."""
        return run(*arguments, "--data", str(self.folder))

    def key(self) -> str:
        """The key that doctor shows; its finding that there is no backup yet is of no interest."""
        command = [PROGRAM, "doctor", "--data", str(self.folder), "--json"]
        return json.loads(subprocess.run(command, capture_output=True, text=True, cwd=PROJECT).stdout)["key"]

    def share(self, event: str, other: "Box") -> None:
        """Makes the other box a second box of the event."""
        self.carry(other, "event", "share", event)

    def bring(self, event: str, other: "Box", *options: str) -> dict:
        """Carries everything that this box has of an event to another one; what that one says of it."""
        return self.carry(other, "export", event, "--format", "bundle", *options)

    def carry(self, other: "Box", *command: str) -> dict:
        """Takes a file that a command writes for another box there."""
        with tempfile.TemporaryDirectory() as folder:
            file = f"{folder}/carried.age"
            self.command(*command, "--to", other.key(), "--out", file)
            return json.loads(other.command("import", "bundle", file, "--json"))

    def start(self, *options: str, environment: dict[str, str] | None = None, listen: str = "127.0.0.1") -> None:
        """Returns when the server says that it listens."""
        self._log = tempfile.TemporaryFile()
        self._starts += 1
        self.process = subprocess.Popen(
            # Port 0 the first time; later the same port, so that clients can come back to it.
            [PROGRAM, "serve", "--data", str(self.folder), "--listen", f"{listen}:{self.port}", *options],
            stdout=subprocess.PIPE, stderr=self._log, text=True, cwd=PROJECT, env=os.environ | (environment or {}))
        for line in self.process.stdout:
            if found := re.match(r"listening on http://[^ ]*:(\d+)", line):
                self.port = int(found[1])
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return
        raise RuntimeError(f"serve ended with {self.process.wait()}: {self.log()}")

    def log(self) -> str:
        """What the server wrote to standard error since its start."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def stop(self) -> int:
        """Ends the server as systemd does; the exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends the server without a warning."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        status = self.process.wait(30)
        self.process = None
        return status

    def call(self, method: str, path: str, body=None, timeout: float = 30, **headers: str) -> tuple[int, dict]:
        """Status and JSON of one call with the API token, on this thread's keep-alive connection."""
        if not isinstance(body, (bytes, type(None))):
            body = json.dumps(body).encode()
            headers.setdefault("Content_Type", "application/json")
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        start, connection = getattr(self._connections, "open", (0, None))
        if start != self._starts:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
            self._connections.open = self._starts, connection
        connection.timeout = timeout
        try:
            connection.request(method, "/api/v1" + path, body, fields | {"Authorization": f"Bearer {self.token}"})
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            raise
        return answer.status, json.loads(text) if text else {}

    def expect(self, status: int, method: str, path: str, body=None, **options) -> dict:
        """The JSON of a call that must be answered with the status."""
        answered, content = self.call(method, path, body, **options)
        assert answered == status, f"{method} {path}: {answered} {content}"
        return content

    def fetch(self, path: str) -> bytes:
        """What an address outside of the API answers to the API token."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Authorization": f"Bearer {self.token}"})
        answer = connection.getresponse()
        assert answer.status == 200, f"GET {path}: {answer.status}"
        return answer.read()

    def create_event(self, sessions: int = 1, name: str = "Lớp thử") -> tuple[str, list[str]]:
        """An event whose sessions, one a day from today, are all open: its id and theirs."""
        today = time.time()
        event = self.expect(201, "POST", "/events", {
            "name": name, "kind": "class",
            "sessions": [
                {"title": f"Buổi {i + 1}", "starts_at": day(today, i, "07:30"), "ends_at": day(today, i, "11:00")}
                for i in range(sessions)
            ]})
        ids = [session["id"] for session in event["sessions"]]
        for session in ids:
            self.expect(200, "POST", f"/sessions/{session}/open")
        return event["id"], ids

    def import_roster(self, event: str, csv: str) -> dict:
        """The answer to a roster sent as CSV."""
        return self.expect(200, "POST", f"/events/{event}/roster", csv.encode(), Content_Type="text/csv", timeout=300)

    def participants(self, event: str) -> list[dict]:
        """Everybody of an event, page after page."""
        people: list[dict] = []
        cursor = ""
        while cursor is not None:
            page = self.expect(200, "GET", f"/events/{event}/participants?limit=1000" + (cursor and f"&cursor={cursor}"))
            people += page["items"]
            cursor = page.get("next")
        return people

    def redeem(self, session: str, code: str, nonce: str | None = None, **options) -> tuple[int, dict]:
        """One check-in by code; a fresh nonce unless one is given."""
        return self.call(
            "POST", f"/sessions/{session}/redeem", {"code": code, "nonce": nonce or str(uuid.uuid4())}, **options)

    def resident(self) -> dict[str, float]:
        """VmRSS and RssAnon of the server in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return {name: int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("VmRSS", "RssAnon")}

    def context_switches(self) -> int:
        """Of all threads of the server since its start."""
        return context_switches(self.process.pid)


def free_port() -> int:
    """A port below those that the kernel gives to connections, which would else take it before the box does."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def run(*arguments: str) -> str:
    """What the program prints; CalledProcessError, with what it said, unless it ends with 0."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=PROJECT)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def context_switches(process: int) -> int:
    """Voluntary and other context switches of all threads of a process."""
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        total += sum(int(count) for count in re.findall(r"ctxt_switches:\s+(\d+)", (task / "status").read_text()))
    return total


def day(start: float, days: int, clock: str) -> str:
    """RFC 3339 of a clock time in Vietnam, some days after a moment."""
    date = time.strftime("%Y-%m-%d", time.gmtime(start + 7 * 3600 + days * 86400))
    return f"{date}T{clock}:00+07:00"
