"""Boxes that hold classes of the Quảng Ninh scenario, and their bundles."""

import os
import subprocess
from pathlib import Path

from box import PROGRAM, PROJECT, Box

SCENARIO = PROJECT / "Tests/Fixtures/scenarios/quang-ninh-2024"
CLASSES = ["lop-1", "lop-2", "lop-3", "lop-4", "lop-5", "lop-6", "tham-quan"]


class VenueBox:
    """A box that knows its province."""

    def __init__(self, folder: Path, settings: Path):
        self.box = Box.create(folder)
        self.environment = os.environ | {"DIEMDANH_CONFIG": str(settings)}

    def hold(self, name: str) -> str:
        """Holds a class of the scenario, roster and scans; the event's id."""
        event = self.command("event", "create", str(SCENARIO / name / "event.yaml")).strip()
        self.command("import", "roster", str(SCENARIO / name / "roster.csv"), "--event", event)
        self.command("import", "scans", str(SCENARIO / name / "scans.csv"), "--event", event)
        return event

    def bundle(self, event: str, *options: str) -> bytes:
        """What happened at the event, as the file that leaves the box."""
        path = self.box.folder.parent / f"{event}.ddb"
        self.command("export", event, "--format", "bundle", "--out", str(path), *(options or ["--plain"]))
        return path.read_bytes()

    def command(self, *arguments: str) -> str:
        """What a command prints; AssertionError unless it ends with 0."""
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", str(self.box.folder)], capture_output=True, text=True, cwd=PROJECT,
            env=self.environment)
        assert done.returncode == 0, f"{' '.join(arguments)}: {done.stderr}"
        return done.stdout
