"""The push client's memory while it sends a bundle of 100 MB."""

import sys
import time
from pathlib import Path

import yaml

import people
from box import Box

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Outbox"))

from receivers import Province  # noqa: E402

SIZE = 100 << 20


class Swallower(Province):
    """Takes whatever comes, and answers with a genuine receipt: here only the sender is measured."""

    genuine: bytes

    def take(self, path, headers, body):
        return 201, self.genuine


def push_memory(folder: Path) -> tuple[dict[str, float], dict[str, float], float]:
    """Memory of a server at rest, the most while it pushes 100 MB, and megabytes a second."""
    province = Swallower(folder / "province")
    settings = folder / "diemdanh.yaml"
    settings.write_text(yaml.safe_dump({"province": province.settings()}))
    box = Box.create(folder / "sender")
    box.start("--config", str(settings))
    event, (session,) = box.create_event()
    box.import_roster(event, people.roster(0, 10))
    for person in box.participants(event):
        box.redeem(session, person["code"])
    box.expect(200, "POST", "/outbox/bundles")
    (item,) = box.expect(200, "GET", "/outbox")["items"]
    file = box.folder / "outbox" / f"{item['name']}.ddb"
    province.genuine = province.take_bundle(file.read_bytes())
    with file.open("ab") as bundle:
        bundle.truncate(SIZE)
    time.sleep(2)
    rest = box.resident()
    peak, seconds = dict(rest), time.monotonic()
    box.expect(202, "POST", "/outbox/push")
    while box.expect(200, "GET", "/outbox")["pushing"]:
        peak = {name: max(value, peak[name]) for name, value in box.resident().items()}
        time.sleep(0.02)
    seconds = time.monotonic() - seconds
    assert box.expect(200, "GET", "/outbox")["counts"]["sent"] == 1
    box.stop()
    province.close()
    return rest, peak, SIZE / 1e6 / seconds
