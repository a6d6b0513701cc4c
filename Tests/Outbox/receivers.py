"""Small real servers for what leaves the box: each checks what it gets and can lose its answer on purpose."""

import base64
import hashlib
import hmac
import http.server
import io
import json
import subprocess
import threading
import time
import zipfile
from pathlib import Path


class Receiver:
    """An HTTP server on a free port of loopback. `loses` says before each answer whether it is lost on the way."""

    def __init__(self, loses=lambda number: False):
        self.loses, self.requests, self.problems = loses, 0, []
        self.lock = threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                # A body cut short has not arrived.
                if len(body) != int(self.headers["Content-Length"]):
                    return self.close_connection_now()
                with receiver.lock:
                    receiver.requests += 1
                    status, answer = receiver.take(self.path, self.headers, body)
                    is_lost = receiver.loses(receiver.requests)
                if is_lost:
                    return self.close_connection_now()
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def close_connection_now(self):
                self.close_connection = True
                self.connection.close()

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                """A client that went away in the middle is what the tests are about."""

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self.server.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def take(self, path: str, headers, body: bytes) -> tuple[int, bytes]:
        raise NotImplementedError

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Province(Receiver):
    """Takes bundles as the province does: the signature first, then each scan once; the receipt is signed."""

    def __init__(self, folder: Path, **options):
        folder.mkdir()
        self.folder, self.scans, self.bundles, self.receipts = folder, {}, [], {}
        self.token = "thẻ-thử".encode().hex()
        self.refuses: set[str] = set()
        self.closed = False
        public, self.secret = folder / "sign.pub", folder / "sign.key"
        subprocess.run(["minisign", "-G", "-W", "-p", public, "-s", self.secret], check=True, capture_output=True)
        self.sign_key = public.read_text().splitlines()[1]
        self.identity = folder / "age.key"
        subprocess.run(["age-keygen", "-o", self.identity], check=True, capture_output=True)
        self.age_key = next(
            line.split()[-1] for line in self.identity.read_text().splitlines() if line.startswith("# public key"))
        super().__init__(**options)

    def settings(self, url: str | None = None) -> dict:
        return {"url": url or self.url, "sign_key": self.sign_key, "age_key": self.age_key, "token": self.token}

    def take(self, path, headers, body):
        expected = None if self.token is None else f"Bearer {self.token}"
        if path != "/api/v1/bundles" or headers["Authorization"] != expected:
            return 404, b""
        return (403, b"unknown box") if self.closed else (201, self.take_bundle(body))

    def take_file(self, path: Path) -> bytes:
        """A bundle brought by hand, encrypted; the receipt."""
        done = subprocess.run(["age", "-d", "-i", self.identity, path], check=True, capture_output=True)
        return self.take_bundle(done.stdout)

    def take_bundle(self, body: bytes) -> bytes:
        archive = zipfile.ZipFile(io.BytesIO(body))
        manifest = self.verified(archive)
        if manifest["id"] in self.receipts:
            return self.receipts[manifest["id"]]
        self.bundles.append(manifest)
        lines = [self.line(entry) for entry in json_lines(archive, "ledger.jsonl") if entry.get("kind") == "redeem"]
        return self.receipts.setdefault(manifest["id"], self.receipt(manifest, lines))

    def line(self, entry: dict) -> dict:
        if entry["id"] in self.refuses:
            return {"id": entry["id"], "result": "refused", "reason": "unknown_person"}
        result = "duplicate" if entry["id"] in self.scans else "accepted"
        self.scans[entry["id"]] = entry
        return {"id": entry["id"], "result": result}

    def verified(self, archive: zipfile.ZipFile) -> dict:
        """The manifest, after minisign itself has checked its signature and every part is the one it names."""
        manifest = json.loads(archive.read("manifest.json"))
        (self.folder / "m").write_bytes(archive.read("manifest.json"))
        (self.folder / "m.minisig").write_bytes(archive.read("manifest.json.minisig"))
        subprocess.run(["minisign", "-V", "-P", manifest["public_key"], "-m", self.folder / "m"],
                       check=True, capture_output=True)
        for part in manifest["parts"]:
            assert hashlib.sha256(archive.read(part["name"])).hexdigest() == part["sha256"], part
        return manifest

    def receipt(self, manifest: dict, lines: list[dict], secret: Path | None = None) -> bytes:
        counts = {result: sum(line["result"] == result for line in lines)
                  for result in ("accepted", "duplicate", "refused")}
        content = json.dumps(counts | {
            "bundle": manifest["id"], "box": manifest["box"], "scans": lines,
            "received_at": "2026-01-01T00:00:00+07:00"}).encode()
        file = self.folder / "receipt.json"
        file.write_bytes(content)
        subprocess.run(["minisign", "-S", "-s", secret or self.secret, "-m", file], check=True, capture_output=True)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.write(file, "receipt.json")
            archive.write(f"{file}.minisig", "receipt.json.minisig")
        return made.getvalue()


class RecordStore(Receiver):
    """A store of learning records: xAPI 1.0.3, part three, 2.1.2. A batch is taken whole or not at all."""

    def __init__(self, user: str, password: str, **options):
        self.statements: dict[str, dict] = {}
        self.credentials = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        super().__init__(**options)

    def take(self, path, headers, body):
        if path != "/xapi/statements" or headers["Authorization"] != self.credentials:
            return 401, b""
        if headers["X-Experience-API-Version"] not in ("1.0.3", "2.0.0"):
            return 400, b"version"
        batch = json.loads(body)
        if any(statement["id"] in self.statements and self.statements[statement["id"]] != statement for statement in batch):
            return 409, b""
        for statement in batch:
            self.check(statement)
            self.statements[statement["id"]] = statement
        return 200, json.dumps([statement["id"] for statement in batch]).encode()

    def check(self, statement: dict) -> None:
        if not {"id", "actor", "verb", "object", "timestamp"} <= statement.keys():
            self.problems.append(statement)


class Listener(Receiver):
    """Wants to know of sealed sessions."""

    def __init__(self, secret: str, **options):
        self.secret, self.seals, self.deliveries = secret.encode(), {}, 0
        super().__init__(**options)

    def take(self, path, headers, body):
        timestamp, signature = headers["X-Diemdanh-Timestamp"], headers["X-Diemdanh-Signature"]
        expected = hmac.new(self.secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        if signature != f"v1={expected}" or abs(int(timestamp) - time.time()) > 300:
            self.problems.append(headers)
            return 401, b""
        self.deliveries += 1
        self.seals[headers["Idempotency-Key"]] = json.loads(body)
        return 204, b""


def json_lines(archive: zipfile.ZipFile, name: str) -> list[dict]:
    return [json.loads(line) for line in archive.read(name).splitlines()]
