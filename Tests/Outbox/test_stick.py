"""The stick is pulled: what was said to be on it is on it, whole."""

import os
import subprocess

import pytest

import disks
from box import PROGRAM, PROJECT
from sending import agree

pytestmark = disks.needs_root


@pytest.fixture
def stick(tmp_path):
    """A file system of its own, to be pulled with `disks.cut_power`."""
    folder = tmp_path / "stick"
    disks.make_disk(tmp_path / "stick.img", folder, 16)
    yield folder
    disks.unmount(folder)


@pytest.fixture
def liar(tmp_path):
    library = tmp_path / "nosync.so"
    source = PROJECT / "Tests/Outbox/nosync.c"
    subprocess.run(["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source], check=True)
    return {"LD_PRELOAD": str(library)}


def carry(sender, stick, environment=None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [PROGRAM, "outbox", "carry", "--out", stick, "--data", sender.box.folder, "--config", sender.settings],
        capture_output=True, text=True, env=os.environ | (environment or {}))


def pull_and_look(stick) -> dict[str, bytes]:
    """The files of a stick that was pulled and put in again."""
    disks.cut_power(stick)
    subprocess.run(["umount", stick], check=True)
    assert disks.mount(stick.with_name("stick.img"), stick) == 0
    return {file.name: file.read_bytes() for file in stick.glob("*.ddb.age")}


@pytest.fixture(autouse=True)
def without_network(sender, province):
    sender.configure(province=province.settings() | {"url": "http://127.0.0.1:9"})
    sender.box.stop()
    sender.start()


def test_stick_pulled_right_after_the_word_has_the_whole_bundle(sender, province, stick, tmp_path):
    sender.check_in(20)
    assert carry(sender, stick).returncode == 0
    ((name, content),) = pull_and_look(stick).items()
    file = tmp_path / name
    file.write_bytes(content)
    receipt = province.take_file(file)
    sender.box.expect(200, "POST", "/outbox/receipts", receipt, Content_Type="application/zip")
    agree(sender, province)


def test_stick_that_nobody_waits_for_loses_it(sender, stick, liar):
    sender.check_in(20)
    assert carry(sender, stick, liar).returncode == 0
    assert not any(pull_and_look(stick).values())


def test_stick_pulled_in_the_middle_costs_nothing(sender, province, stick, tmp_path):
    sender.check_in(20)
    sender.box.expect(200, "POST", "/outbox/bundles")
    disks.cut_power(stick)
    done = carry(sender, stick)
    assert done.returncode == 3, done
    assert sender.outbox()["items"][0]["state"] == "waiting"
    other = tmp_path / "other"
    other.mkdir()
    assert carry(sender, other).returncode == 0
    (bundle,) = other.glob("*.ddb.age")
    sender.box.expect(200, "POST", "/outbox/receipts", province.take_file(bundle), Content_Type="application/zip")
    agree(sender, province)


def test_full_stick_is_refused_before_anything_is_written(sender, stick):
    sender.check_in(2)
    with (stick / "ảnh.bin").open("wb") as file:
        while True:
            try:
                file.write(b"\0" * (64 << 10))
                file.flush()
            except OSError:
                break
    before = set(stick.iterdir())
    done = carry(sender, stick)
    assert done.returncode == 1 and "too small" in done.stderr, done
    assert set(stick.iterdir()) == before
