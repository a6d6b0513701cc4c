"""The disk fills up under load, and is emptied again."""

import itertools
import os
import time

import disks
from crowd import Crowd, problems

pytestmark = disks.needs_root


def fill(ballast) -> None:
    """Takes all the space that is left."""
    with ballast.open("ab", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
                    if size > 1:
                        os.fdatasync(file.fileno())
            except OSError:
                continue


def wait_for(condition, seconds: float, what: str) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def test_full_disk_answers_503_and_the_same_nonces_go_through_once_there_is_space(new_class, small_disk):
    disk = small_disk(64)
    class_ = new_class(1_000, 20, folder=disk / "box")
    process = class_.box.process.pid
    with Crowd(class_.box, list(itertools.product(class_.sessions, class_.codes))) as crowd:
        wait_for(lambda: len(crowd.acknowledged) > 50, 30, "no check-ins at all")
        fill(disk / "ballast")
        wait_for(lambda: crowd.statuses.get(503, 0) > 20, 60, f"never answered 503: {crowd.statuses}")
        assert class_.box.expect(200, "GET", "/health")["status"] == "disk_full"
        while_full = len(crowd.acknowledged)
        (disk / "ballast").unlink()
        wait_for(lambda: len(crowd.acknowledged) > while_full + 100, 60, "did not recover by itself")
    assert class_.box.process.pid == process and class_.box.process.poll() is None
    assert crowd.unexpected == []
    assert problems(class_.box, crowd.acknowledged) == []
    class_.box.stop()
    class_.box.command("verify")
