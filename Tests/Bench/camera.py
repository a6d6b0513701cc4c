"""Badges before a camera: frames made here, read by the box."""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import people  # noqa: E402
from box import Box  # noqa: E402
from references import OUT  # noqa: E402
from table import Row, Table  # noqa: E402

WIDTH, HEIGHT = 640, 480
PEOPLE, EACH = 20, 60
# What is done to a badge of 210 dots a side: degrees turned and leant, side in dots, blur and noise as σ, contrast.
KINDS = {
    "held straight": {},
    "turned any way": {"turn": 180},
    "leant up to 25°": {"lean": 25},
    "leant up to 45°": {"lean": 45},
    "small, 100 dots": {"side": 100},
    "small, 70 dots": {"side": 70},
    "blurred, σ 2": {"blur": 2},
    "blurred, σ 4": {"blur": 4},
    "noisy, σ 30": {"noise": 30},
    "noisy, σ 60": {"noise": 60},
    "a quarter of the contrast": {"contrast": 0.25},
    "all of it mildly": {"turn": 30, "lean": 20, "side": 150, "blur": 1.2, "noise": 15, "contrast": 0.6},
}
USUAL = KINDS["all of it mildly"]


def badges(box: Box) -> list[tuple[str, Image.Image]]:
    """What badges say, and their pictures as the box makes them."""
    event, _ = box.create_event(name="Trước máy ảnh")
    box.import_roster(event, people.roster(0, PEOPLE))
    made = []
    for person in box.participants(event):
        picture = box.fetch(f"/qr/{person['code']}.png")
        [text] = box.expect(200, "POST", "/decode", picture, Content_Type="image/png")["texts"]
        made.append((text, Image.open(io.BytesIO(picture)).convert("L")))
    return made


def frame(badge: Image.Image, chance: random.Random, turn=0, lean=0, side=210, blur=0, noise=0, contrast=1.0) -> bytes:
    """A grey map of the badge in a room, somewhere near the middle."""
    held = badge.resize((side, side), Image.BICUBIC)
    held = leant(held, chance.uniform(-lean, lean))
    held = held.rotate(chance.uniform(-turn, turn), fillcolor=120, expand=True, resample=Image.BICUBIC)
    room = Image.linear_gradient("L").resize((WIDTH, HEIGHT)).point(lambda grey: 90 + grey // 4)
    room.paste(held, ((WIDTH - held.width) // 2 + chance.randint(-40, 40), (HEIGHT - held.height) // 2 + chance.randint(-30, 30)))
    dots = numpy.asarray(room.filter(ImageFilter.GaussianBlur(blur)), dtype=float)
    dots = 128 + (dots - 128) * contrast
    dots = dots + numpy.random.default_rng(chance.getrandbits(32)).normal(0, noise or 1e-9, dots.shape)
    return f"P5\n{WIDTH} {HEIGHT}\n255\n".encode() + dots.clip(0, 255).astype(numpy.uint8).tobytes()


def leant(picture: Image.Image, degrees: float) -> Image.Image:
    """As seen when its right side leans away from the camera, or its left."""
    side, cut = picture.width, int(picture.width * abs(degrees) / 200)
    near, far = (0, cut) if degrees > 0 else (cut, 0)
    narrow = max(1, int(side * numpy.cos(numpy.radians(degrees))))
    corners = [(0, near), (0, side - near), (narrow, side - far), (narrow, far)]
    return picture.transform((narrow, side), Image.PERSPECTIVE, perspective(corners, side), Image.BICUBIC, fillcolor=120)


def perspective(corners: list[tuple[int, int]], side: int) -> list[float]:
    """The eight numbers that Pillow wants to draw a square picture between four corners."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (0, side), (side, side), (side, 0)]):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return list(numpy.linalg.solve(numpy.array(rows, dtype=float), numpy.array(wanted, dtype=float)))


def read(box: Box, picture: bytes) -> list[str]:
    return box.expect(200, "POST", "/decode", picture, Content_Type="image/x-portable-graymap")["texts"]


def decode_milliseconds(box: Box, frames: list[bytes]) -> float:
    """Median of one client alone: frame sent, text back."""
    times = []
    for picture in frames:
        begun = time.perf_counter()
        assert read(box, picture)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def frames_a_second(box: Box, frames: list[bytes], clients: int = 4, seconds: float = 5) -> float:
    """Frames that all clients together get read."""
    end, done = time.monotonic() + seconds, [0] * clients

    def work(client: int) -> None:
        while time.monotonic() < end:
            read(box, frames[done[client] % len(frames)])
            done[client] += 1

    threads = [threading.Thread(target=work, args=(client,)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds


def alone_milliseconds(frames: list[bytes]) -> float:
    """What zxing-cpp alone takes for the same frames, called from C++."""
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / f"{number}.pgm" for number in range(len(frames))]
        for name, picture in zip(names, frames):
            name.write_bytes(picture)
        done = subprocess.run([OUT / "frames", *names], capture_output=True, text=True, check=True)
    return statistics.median(map(float, done.stdout.split()))


def measure(table: Table, box: Box) -> None:
    """Adds the rows of the camera."""
    chance = random.Random(20_240_815)
    shown = badges(box)
    frames = [frame(picture, chance, **USUAL) for _, picture in shown * 5]
    frames = [picture for picture in frames if read(box, picture)]
    once, alone = decode_milliseconds(box, frames), alone_milliseconds(frames)
    table.add(Row(f"QR frame {WIDTH}×{HEIGHT} decoded, sent and answered", "≤ 5 ms", f"{once:.1f} ms",
                  f"zxing-cpp alone {alone:.1f} ms", once <= 5))
    table.add(Row("frames decoded a second, 4 clients", "–", f"{frames_a_second(box, frames):,.0f}",
                  f"zxing-cpp alone on one core {1000 / alone:,.0f}", None))
    for kind, changes in KINDS.items():
        right = 0
        for number in range(EACH):
            text, picture = shown[number % len(shown)]
            right += read(box, frame(picture, chance, **changes)) == [text]
        table.add(Row(f"badges read, {kind}", "–", f"{100 * right / EACH:.0f} %", f"{EACH} frames", None))


def main() -> None:
    """Only these rows, on a box of their own."""
    with tempfile.TemporaryDirectory(prefix="diemdanh-bench-") as folder:
        box, table = Box.create(Path(folder) / "box"), Table()
        box.start()
        try:
            measure(table, box)
        finally:
            box.stop()
            print(table)


if __name__ == "__main__":
    main()
