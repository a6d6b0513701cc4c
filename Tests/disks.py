"""Small file systems to break."""

import fcntl
import os
import struct
import subprocess
from pathlib import Path

import pytest

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to mount")

# EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h): nothing reaches the disk from here on.
SHUTDOWN, NO_LOG_FLUSH = (2 << 30) | (4 << 16) | (ord("X") << 8) | 125, 2


def make_disk(image: Path, folder: Path, megabytes: int) -> None:
    """An ext4 file system of its own on a file, mounted; skips the test where nothing can be mounted."""
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", image], check=True)
    if mount(image, folder) != 0:
        pytest.skip("no loop device can be mounted here")


def mount(image: Path, folder: Path) -> int:
    return subprocess.run(["mount", "-o", "loop", image, folder], capture_output=True).returncode


def unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", folder], check=False)


def cut_power(disk: Path) -> None:
    """What the file system has not on disk is gone."""
    folder = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
    os.close(folder)
