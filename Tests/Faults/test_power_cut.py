"""The power goes: what the file system had not on disk is gone, and so is the server."""

import itertools
import os
import subprocess
import time

import disks
from crowd import Crowd, problems

pytestmark = disks.needs_root


def check_in_until_the_power_goes(new_class, disk, environment=None) -> tuple:
    """The class after the cut, its disk mounted again and its server started, and what clients had been told before."""
    class_ = new_class(500, 4, folder=disk / "box")
    class_.box.stop()
    os.sync()
    class_.box.start(environment=environment)
    crowd = Crowd(class_.box, list(itertools.product(class_.sessions, class_.codes)))
    for thread in crowd._threads:
        thread.start()
    while len(crowd.acknowledged) < 300:
        time.sleep(0.005)
    disks.cut_power(disk)
    told = list(crowd.acknowledged)
    crowd.abandon()
    class_.box.kill()
    subprocess.run(["umount", disk], check=True)
    assert disks.mount(disk.with_name("disk.img"), disk) == 0
    class_.box.start()
    return class_, told


def test_nothing_acknowledged_is_lost(new_class, small_disk):
    class_, told = check_in_until_the_power_goes(new_class, small_disk(128))
    assert len(told) >= 300
    # Scans that were on disk but not yet answered may be there too: only what was told is asked for.
    assert [line for line in problems(class_.box, told) if "gone" in line] == []
    class_.box.stop()
    class_.box.command("verify")


def test_a_server_that_does_not_wait_for_the_disk_is_caught(new_class, small_disk, no_sync):
    class_, told = check_in_until_the_power_goes(new_class, small_disk(128), {"LD_PRELOAD": str(no_sync)})
    assert any("gone" in line for line in problems(class_.box, told))
