"""The installed tree, made by `make install` from the program in DIEMDANH."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def make(target: str, destination: Path, **settings: str) -> None:
    """Runs `make TARGET DESTDIR=destination`, with more settings if given."""
    arguments = [f"{name}={value}" for name, value in settings.items()]
    subprocess.run(
        ["make", "--silent", target, f"DESTDIR={destination}", f"BINARY={os.environ['DIEMDANH']}", *arguments],
        cwd=PROJECT, check=True, capture_output=True, text=True)


def files_in(folder: Path) -> list[str]:
    """Every file and link under a folder, as paths relative to it."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir())


@pytest.fixture(scope="session")
def tree(tmp_path_factory) -> Path:
    """What `make install` puts on a box, to be read only."""
    destination = tmp_path_factory.mktemp("installed")
    make("install", destination)
    yield destination
    shutil.rmtree(destination)
