"""A box with one class whose record goes to a province."""

import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import yaml

import people
from box import Box
from receivers import Province


@dataclass
class Sender:
    """A running box with one class, and the settings by which it delivers."""

    box: Box
    settings: Path
    event: str
    session: str
    people: list[dict]
    scans: list[str] = field(default_factory=list)

    def start(self, **options) -> None:
        self.box.start("--config", str(self.settings), **options)

    def configure(self, **settings) -> None:
        """Changes the settings; they count from the next start on."""
        self.settings.write_text(yaml.safe_dump(settings))

    def command(self, *arguments: str) -> str:
        return self.box.command(*arguments, "--config", str(self.settings))

    def check_in(self, count: int) -> None:
        """The next people of the list come in."""
        first = len(self.scans)
        for person in self.people[first:first + count]:
            status, answer = self.box.redeem(self.session, person["code"], str(uuid.uuid4()))
            assert (status, answer["result"]) == (201, "accepted"), answer
            self.scans.append(answer["scan"]["id"])

    def close(self) -> None:
        self.box.expect(200, "POST", f"/sessions/{self.session}/close")

    def outbox(self) -> dict:
        return self.box.expect(200, "GET", "/outbox")

    def waits_for(self, condition, seconds: float = 20) -> dict:
        """The outbox once it is so."""
        end = time.monotonic() + seconds
        while not condition(outbox := self.outbox()):
            assert time.monotonic() < end, outbox
            time.sleep(0.05)
        return outbox

    def push(self) -> dict:
        """The outbox after somebody has pressed "Gửi ngay" and all has been tried."""
        self.box.expect(202, "POST", "/outbox/push")
        return self.waits_for(lambda outbox: not outbox["pushing"], 120)


def make_sender(tmp_path: Path, count: int = 30, **settings) -> Sender:
    box = Box.create(tmp_path / "box")
    file = tmp_path / "diemdanh.yaml"
    file.write_text(yaml.safe_dump(settings))
    box.start("--config", str(file))
    event, (session,) = box.create_event()
    assert box.import_roster(event, people.roster(0, count))["imported"] == count
    return Sender(box, file, event, session, box.participants(event))


def agree(sender: Sender, province: Province) -> None:
    """Each scan is at the province exactly once, and both sides' counts agree."""
    assert sorted(province.scans) == sorted(sender.scans)
    scans = sender.outbox()["scans"]
    assert scans["accepted"] == len(sender.scans), scans
    assert scans["refused"] == 0
