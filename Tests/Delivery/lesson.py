"""A box with one class of the scenarios on it, driven by the command line alone."""

import hashlib
import json
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from box import PROGRAM, PROJECT, Box

SCENARIOS = Path(__file__).resolve().parents[1] / "Fixtures/scenarios"
SCENARIO = SCENARIOS / "tien-xuan-2024"


@dataclass
class File:
    """A bundle that was written to a file, not encrypted."""

    path: Path

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @property
    def manifest(self) -> dict:
        return json.loads(self.parts["manifest.json"])

    def lines(self, name: str) -> list[dict]:
        return [json.loads(line) for line in self.parts[name].splitlines()]

    @property
    def entries(self) -> list[dict]:
        return [line for line in self.lines("ledger.jsonl") if "kind" in line]

    def scans(self) -> list[dict]:
        return [entry for entry in self.entries if entry["kind"] == "redeem"]

    def with_parts(self, changed: dict[str, bytes], path: Path) -> Path:
        """The same archive with other contents of some parts; None leaves a part out."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in (self.parts | changed).items():
                if content is not None:
                    archive.writestr(name, content)
        return path


@dataclass
class Lesson:
    """One event on a box."""

    box: Box
    event: str

    def ask(self, method: str, path: str, body=None, **headers: str) -> dict:
        """The JSON of a call that succeeds."""
        status, answer = self.box.call(method, path, body, **headers)
        assert status < 300, f"{method} {path}: {status} {answer}"
        return answer

    def export(self, path: Path, *options: str) -> File:
        self.box.command("export", self.event, "--format", "bundle", "--out", str(path), *options)
        return File(path)

    def statements(self, path: Path, *options: str) -> list[dict]:
        self.box.command("export", self.event, "--format", "xapi", "--out", str(path), *options)
        return [json.loads(line) for line in path.read_text().splitlines()]

    def register(self, path: Path) -> dict:
        self.box.command("export", self.event, "--format", "json", "--out", str(path))
        return json.loads(path.read_text())

    def attendance(self, path: Path) -> dict[tuple[str, str], tuple]:
        """What every person comes to in every session, by code and session, without those who were not there."""
        found = {}
        for person in self.register(path)["participants"]:
            for record in person["attendance"]:
                if record["status"] not in ("absent", None) or record.get("first_entry_at"):
                    found[person["code"], record["session"]] = (
                        record["status"], record.get("first_entry_at"), record.get("last_exit_at"),
                        record.get("minutes_present"))
        return found


def new_lesson(folder: Path, with_scans: bool = True) -> Lesson:
    """A new box with the class of Tiến Xuân."""
    box = Box.create(folder)
    event = box.command("event", "create", str(SCENARIO / "event.yaml")).strip()
    box.command("import", "roster", str(SCENARIO / "roster.xlsx"), "--event", event)
    if with_scans:
        box.command("import", "scans", str(SCENARIO / "scans.csv"), "--event", event)
    return Lesson(box, event)


def refusal(box: Box, *arguments: str) -> str:
    """What a command says that is refused; an error if it is not."""
    done = subprocess.run(
        [PROGRAM, *arguments, "--data", str(box.folder)], capture_output=True, text=True, cwd=PROJECT)
    assert done.returncode == 1, f"{arguments} ended with {done.returncode}: {done.stderr}"
    assert done.stderr.strip()
    return done.stderr


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def age_keys(folder: Path) -> tuple[Path, str]:
    """An identity file of age and its recipient."""
    path = folder / "province.age"
    subprocess.run(["age-keygen", "-o", str(path)], check=True, capture_output=True)
    return path, subprocess.run(["age-keygen", "-y", str(path)], check=True, capture_output=True, text=True).stdout.strip()


def minisign_keys(folder: Path) -> tuple[Path, str]:
    """A key of minisign without a passphrase, and its public key."""
    secret, public = folder / "province.key", folder / "province.pub"
    subprocess.run(["minisign", "-GW", "-s", str(secret), "-p", str(public)], check=True, capture_output=True)
    return secret, public.read_text().splitlines()[-1]
