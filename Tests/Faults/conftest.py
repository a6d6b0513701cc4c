"""A running box with one class, and small file systems to break."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

import disks
import people
from box import PROJECT, Box


@dataclass
class Class:
    """A running box, one event with open sessions, and the codes of its people."""

    box: Box
    event: str
    sessions: list[str]
    codes: list[str]


def open_class(folder: Path, count: int, sessions: int = 1, *options: str) -> Class:
    """A new box in a folder that does not exist yet, running, with so many people and sessions."""
    box = Box.create(folder)
    box.start(*options)
    event, ids = box.create_event(sessions)
    assert box.import_roster(event, people.roster(0, count))["imported"] == count
    return Class(box, event, ids, [person["code"] for person in box.participants(event)])


@pytest.fixture
def new_class(tmp_path):
    """Makes a class; its server is ended after the test."""
    made = []

    def make(count: int, sessions: int = 1, *options: str, folder: Path = tmp_path / "box") -> Class:
        made.append(open_class(folder, count, sessions, *options))
        return made[-1]

    yield make
    for one in made:
        if one.box.process:
            one.box.kill()


@pytest.fixture
def small_disk(tmp_path):
    """An ext4 file system of its own of the given size, on a file."""
    folders = []

    def make(megabytes: int) -> Path:
        folder = tmp_path / "disk"
        disks.make_disk(tmp_path / "disk.img", folder, megabytes)
        folders.append(folder)
        return folder

    yield make
    for folder in folders:
        disks.unmount(folder)


@pytest.fixture(scope="session")
def no_sync(tmp_path_factory) -> Path:
    """A shim that makes a server forget to wait for the disk: what a test of durability must be able to catch."""
    library = tmp_path_factory.mktemp("shim") / "nosync.so"
    source = PROJECT / "Tests/Faults/nosync.c"
    subprocess.run(["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source], check=True)
    return library
