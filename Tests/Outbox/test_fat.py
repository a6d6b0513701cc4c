"""The stick is pulled while it is written to, with the file systems that sticks have, by a real kernel over a real USB.

FAT keeps a file's length in the entry of its name: a file that was renamed is empty until it is synchronised again. The
control trusts the rename, and must lose. exFAT takes the length along; there only a program that waits for nothing loses.
"""

import os
import platform
import random
import re
import subprocess
import tarfile
import time
from pathlib import Path

import pytest

from guest import Guest
from receivers import Province
from sending import make_sender

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="the guest is a PC")

BUNDLES = 24
MAKERS = {"vfat": ["mkfs.vfat", "-F", "32"], "exfat": ["mkfs.exfat"]}
# As whoever mounts a stick by hand: nothing that writes sooner than it must.
OPTIONS = {"vfat": "utf8", "exfat": "iocharset=utf8"}
DONE = "it may be pulled out"


class Desk:
    """A box in a guest, whose bundles wait and go nowhere but onto sticks; the sticks and the province are here."""

    def __init__(self, folder: Path):
        self.folder, self.images, self.province = folder, 0, Province(folder / "province")
        settings = {name: key for name, key in self.province.settings().items() if name != "url"}
        self.sender = make_sender(folder, count=2 * BUNDLES, province=settings)
        for _ in range(BUNDLES):
            self.sender.check_in(2)
            self.sender.box.expect(200, "POST", "/outbox/bundles")
        self.sender.box.stop()
        self.bundles = {f"{file.name}.age": file.read_bytes() for file in (folder / "box/outbox").glob("*.ddb")}
        self.guest = Guest(folder / "guest", {
            "box": folder / "box", "diemdanh.yaml": self.sender.settings,
            "trustful.so": built("trustful", folder), "nosync.so": built("nosync", folder)})
        self.guest.expect("serve")

    def close(self) -> None:
        self.guest.close()
        self.province.close()

    def image(self, system: str | None, megabytes: int = 64) -> Path:
        """A new stick with a file system, or none."""
        self.images += 1
        image = self.folder / f"stick{self.images}.img"
        with image.open("wb") as file:
            file.truncate(megabytes << 20)
        if system:
            subprocess.run([*MAKERS[system], image], check=True, capture_output=True)
        return image

    def put_in(self, image: Path, system: str, is_protected: bool = False) -> None:
        self.guest.plug(image, is_protected)
        self.guest.expect(f"mounted {system} {OPTIONS[system]}{',ro' if is_protected else ''}")

    def pulled_while_writing(self, image: Path, runs: int) -> set[str]:
        """Carries again and again, and pulls while the run after so many is writing; what was said to be on the stick."""
        self.guest.begin("again")
        lines = [line for _ in range(runs) for line in self.report()]
        before, end = image.stat().st_mtime_ns, time.monotonic() + 60
        while image.stat().st_mtime_ns == before:
            assert time.monotonic() < end, "nothing is written"
            time.sleep(0.01)
        time.sleep(random.uniform(0, 2))
        self.guest.pull()
        status, rest = self.guest.answer()
        assert status == 3, rest
        self.guest.forget()
        return names(lines + rest)

    def pulled_at_once(self, command: str) -> set[str]:
        """Carries, and pulls when that is said to be allowed, without unmounting; what was said to be on the stick."""
        self.guest.begin(command)
        lines = self.report()
        self.guest.pull()
        self.guest.answer()
        self.guest.forget()
        return names(lines)

    def report(self) -> list[str]:
        """The lines of one run."""
        lines = []
        while not lines or DONE not in lines[-1]:
            lines.append(self.guest.line())
            assert not lines[-1].startswith("["), lines
        return lines

    def files(self, image: Path, system: str) -> dict[str, bytes]:
        """What a computer that the stick is brought to finds on it."""
        if system == "vfat":
            return mtools_files(image)
        self.put_in(image, system, is_protected=True)
        self.guest.expect("kept")
        self.guest.pull()
        self.guest.forget()
        copy = self.image(None)
        self.guest.plug(copy)
        self.guest.expect("given")
        self.guest.pull()
        self.guest.forget()
        with tarfile.open(copy) as archive:
            return {Path(file.name).name: archive.extractfile(file).read() for file in archive if file.isfile()}

    def whole(self, files: dict[str, bytes]) -> set[str]:
        """Those that open with the province's key and hold what the box made."""
        return {name for name, made in self.bundles.items() if self.opened(files.get(name, b"")) == made}

    def opened(self, content: bytes) -> bytes | None:
        done = subprocess.run(["age", "-d", "-i", self.province.identity], input=content, capture_output=True)
        return done.stdout if done.returncode == 0 else None


def built(name: str, folder: Path) -> Path:
    """A library of this folder that takes calls away from a program."""
    library, source = folder / f"{name}.so", Path(__file__).with_name(f"{name}.c")
    subprocess.run(["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source], check=True)
    return library


def names(lines: list[str]) -> set[str]:
    return {line.split()[0] for line in lines if line.endswith(" bytes")}


def mtools(*command) -> bytes:
    """What is printed; nothing of a file whose entry on the stick leads nowhere."""
    return subprocess.run(command, capture_output=True, env=os.environ | {"MTOOLS_SKIP_CHECK": "1"}).stdout


def mtools_files(image: Path) -> dict[str, bytes]:
    """Read by mtools, which shares no code with the kernel that wrote."""
    paths = mtools("mdir", "-i", image, "-b", "::").decode().split()
    return {path.removeprefix("::/"): mtools("mcopy", "-i", image, path, "-") for path in paths}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"))
    yield made
    made.close()


@pytest.mark.parametrize(("system", "runs"), [("vfat", 0), ("vfat", 1), ("vfat", 1), ("exfat", 0)])
def test_what_was_said_to_be_on_a_stick_is_on_it_whenever_it_is_pulled(desk, system, runs):
    image = desk.image(system)
    desk.put_in(image, system)
    said = desk.pulled_while_writing(image, runs)
    assert said <= desk.whole(desk.files(image, system)), said
    assert said == set(desk.bundles) or not runs


def test_stick_that_was_pulled_in_the_middle_takes_the_rest_or_says_that_it_needs_repair(desk):
    image = desk.image("vfat")
    desk.put_in(image, "vfat")
    said = desk.pulled_while_writing(image, 0)
    desk.put_in(image, "vfat")
    status, lines = desk.guest.run("carry")
    desk.guest.pull()
    desk.guest.forget()
    whole = desk.whole(desk.files(image, "vfat"))
    # Pulled between two sectors that belong together: the kernel locks such a stick as soon as it meets the damage.
    is_damaged = status == 3 and "may need repair" in lines[-1]
    assert said <= whole if is_damaged else (status, whole) == (0, set(desk.bundles)), lines


@pytest.mark.parametrize("system", OPTIONS)
def test_stick_pulled_right_after_the_word_has_everything(desk, system):
    image = desk.image(system)
    desk.put_in(image, system)
    assert desk.pulled_at_once("carry") == set(desk.bundles)
    files = desk.files(image, system)
    assert desk.whole(files) == set(desk.bundles) == set(files)
    for content in files.values():
        desk.province.take_bundle(desk.opened(content))
    assert sorted(desk.province.scans) == sorted(desk.sender.scans)


@pytest.mark.parametrize(("system", "library"), [("vfat", "trustful"), ("exfat", "nosync")])
def test_program_that_does_not_wait_loses_what_it_said(desk, system, library):
    image = desk.image(system)
    desk.put_in(image, system)
    said = desk.pulled_at_once(f"carry /{library}.so")
    assert said == set(desk.bundles)
    # The kernel may happen to write one or two.
    assert len(desk.whole(desk.files(image, system))) < BUNDLES / 2


def test_full_stick_is_refused_before_anything_is_written(desk):
    image, filling = desk.image("vfat"), desk.image(None, 62)
    mtools("mcopy", "-i", image, filling, "::full")
    before = mtools_files(image)
    desk.put_in(image, "vfat")
    status, lines = desk.guest.run("carry")
    desk.guest.pull()
    desk.guest.forget()
    assert status == 1 and re.search(r"/stick is too small: \d+ bytes are needed, \d+ are free", lines[-1]), lines
    assert mtools_files(image) == before


def test_protected_stick_is_said_to_be_protected(desk):
    desk.put_in(desk.image("vfat"), "vfat", is_protected=True)
    status, lines = desk.guest.run("carry")
    desk.guest.pull()
    desk.guest.forget()
    assert status == 3 and "cannot be written to" in lines[-1], lines
