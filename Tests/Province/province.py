"""The province's side driven as its users drive it: by the command line and by HTTP."""

import http.client
import io
import json
import os
import re
import signal
import subprocess
import threading
import zipfile
from pathlib import Path

from box import PROGRAM as BOX_PROGRAM
from box import PROJECT

PROGRAM = os.environ.get("DIEMDANH_PROVINCE", str(Path(BOX_PROGRAM).parent / "diemdanh-province"))


class Province:
    """One data folder and database, and while it runs, its server on a free port."""

    def __init__(self, folder: Path, database: str):
        self.folder, self.url = folder, database
        made = json.loads(run("init", "--data", str(folder), "--json"))
        self.sign_key, self.age_key, self.token = made["sign_key"], made["age_key"], made["token"]
        self.settings = folder.parent / f"{folder.name}.yaml"
        self.settings.write_text(f"province:\n  sign_key: {self.sign_key}\n  age_key: {self.age_key}\n")
        self.process: subprocess.Popen | None = None
        self.port = 0

    def command(self, *arguments: str) -> str:
        """What a command on this data prints; AssertionError unless it ends with 0."""
        return run(*arguments, "--data", str(self.folder))

    def start(self) -> None:
        """Returns when the server says that it listens."""
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", str(self.folder), "--database", self.url,
             "--listen", f"127.0.0.1:{self.port}"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT)
        for line in self.process.stdout:
            if found := re.match(r"listening on http://[^ ]*:(\d+)", line):
                self.port = int(found[1])
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return
        raise RuntimeError(f"serve ended with {self.process.wait()}: {self.process.stderr.read()}")

    def stop(self) -> int:
        """Ends the server as systemd does; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def peak(self) -> float:
        """The most memory that the server has taken, in MB."""
        return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def register(self, bundle: bytes, name: str) -> None:
        """Registers the box that made a bundle."""
        self.command("box", "add", name, "--key", manifest(bundle)["public_key"])

    def request(self, method: str, path: str, body=None, timeout: float = 60, **headers: str) -> tuple[int, dict, bytes]:
        """Status, headers and body of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def send(self, bundle: bytes) -> tuple[int, dict]:
        """A bundle as a box sends it, by its signature alone: the status and the receipt, or the problem."""
        status, _, body = self.request("POST", "/api/v1/bundles", bundle)
        return status, receipt(body) if status in (200, 201) else json.loads(body)

    def get(self, path: str) -> dict:
        """The answer to a call with the token."""
        status, _, body = self.request("GET", "/api/v1" + path, Authorization=f"Bearer {self.token}")
        assert status == 200, f"{path}: {status} {body[:300]}"
        return json.loads(body)


def run(*arguments: str) -> str:
    """What the program prints; AssertionError, with what it said, unless it ends with 0."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=PROJECT)
    assert done.returncode == 0, f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}"
    return done.stdout


def manifest(bundle: bytes) -> dict:
    """What a bundle says of itself."""
    return json.loads(zipfile.ZipFile(io.BytesIO(bundle)).read("manifest.json"))


def receipt(file: bytes) -> dict:
    """What a receipt says."""
    return json.loads(zipfile.ZipFile(io.BytesIO(file)).read("receipt.json"))
