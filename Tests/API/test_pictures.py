"""Small files that promise huge pictures are refused before memory is taken."""

import re
import struct
import zlib
from pathlib import Path

import pytest

from box import PROJECT, Box

SIDE = 30_000


@pytest.fixture
def box(tmp_path):
    made = Box.create(tmp_path / "box")
    made.start()
    yield made
    made.kill()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb() -> bytes:
    """A whole, valid PNG of 900 million dots."""
    dots = zlib.compress(bytes((1 + SIDE // 8) * SIDE))
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def jpeg_bomb() -> bytes:
    """A photo whose head says that it is that large."""
    photo = (PROJECT / "Tests/Fixtures/pictures/badge.jpg").read_bytes()
    size = photo.index(b"\xff\xc0") + 5
    return photo[:size] + struct.pack(">HH", SIDE, SIDE) + photo[size + 4:]


def peak_megabytes(box: Box) -> float:
    status = Path(f"/proc/{box.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


@pytest.mark.parametrize(("kind", "bomb"), [("image/png", png_bomb), ("image/jpeg", jpeg_bomb)])
def test_small_file_of_a_huge_picture_is_refused_before_memory_is_taken(box, kind, bomb):
    file = bomb()
    assert len(file) < 2 << 20
    before = peak_megabytes(box)
    for _ in range(3):
        answer = box.expect(422, "POST", "/decode", file, Content_Type=kind)
        assert answer["type"].endswith("picture_too_large"), answer
    assert peak_megabytes(box) - before < 16
