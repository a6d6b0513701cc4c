"""A box full of people, and the clients in front of it."""

import json
import shutil
import subprocess
from pathlib import Path

import people
from box import Box
from references import OUT

CHUNK = 20_000


class Venue:
    """An event with open sessions. `next` counts the check-ins that were sent: each uses a pair of session and person once."""

    def __init__(self, folder: Path, box: Box, event: str, sessions: list[str]):
        self.folder, self.box, self.event, self.sessions, self.next = folder, box, event, sessions, 0

    @classmethod
    def build(cls, folder: Path, count: int, scans: int, say) -> "Venue":
        """A new box with so many people, and sessions enough for the scans and the measurements after them."""
        box = Box.create(folder / "box")
        box.start()
        event, sessions = box.create_event(sessions=scans // count + 15)
        for first in range(0, count, CHUNK):
            answer = box.import_roster(event, people.roster(first, min(CHUNK, count - first)))
            assert answer["imported"] == min(CHUNK, count - first), {k: len(v) for k, v in answer.items() if type(v) is list}
        codes = [person["code"] for person in box.participants(event)]
        assert len(codes) == count
        (folder / "codes.txt").write_text("\n".join(codes) + "\n")
        say(f"{count:,} people imported")
        return cls(folder, box, event, sessions)

    def copy(self, folder: Path) -> "Venue":
        """The same venue in another folder; only while the server is stopped."""
        shutil.copytree(self.box.folder, folder)
        copied = Venue(self.folder, Box(folder, self.box.token), self.event, self.sessions)
        copied.next = self.next
        return copied

    def redeem(self, clients: int, seconds: float, last: int | None = None) -> dict:
        """First check-ins by so many clients for so long, or up to the number `last`; every one must be accepted."""
        done = subprocess.run(
            [OUT / "redeem", str(self.box.port), self.box.token, str(clients), str(seconds), str(self.next),
             str(last or 10**9), self.folder / "codes.txt", *self.sessions],
            capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        answer = json.loads(done.stdout)
        self.next = answer["next"]
        assert answer["accepted"] == answer["answered"] > 0 and answer["broken"] == 0, answer
        return answer

    def fill(self, scans: int, say) -> None:
        """Check-ins until so many are stored."""
        if self.next < scans:
            say(f"{scans:,} scans stored: {self.redeem(clients=256, seconds=3600, last=scans)}")
