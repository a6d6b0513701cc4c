"""What a camera sees while badges are shown to it, as a file that Chromium takes for a camera."""

import io
from pathlib import Path

from PIL import Image

from venue import Venue

WIDTH, HEIGHT, RATE = 480, 360, 5


def badge(venue: Venue, name: str) -> Image.Image:
    """The picture of a person's badge, as the box makes it."""
    return Image.open(io.BytesIO(venue.box.fetch(f"/qr/{venue.codes[name]}.png"))).convert("L")


def film(path: Path, *scenes: tuple[Image.Image | None, float]) -> Path:
    """Writes scenes of a number of seconds (YUV4MPEG2); the browser plays them from the camera's opening, in a loop."""
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n".encode())
        for shown, seconds in scenes:
            for frame in range(round(seconds * RATE)):
                file.write(b"FRAME\n" + view(shown, frame).tobytes() + bytes([128]) * (WIDTH * HEIGHT // 2))
    return path


def view(shown: Image.Image | None, frame: int) -> Image.Image:
    """A grey room, and in it the badge, held in a hand that is never quite still."""
    room = Image.new("L", (WIDTH, HEIGHT), 120)
    if shown is not None:
        held = shown.resize((220, 220)).rotate(6 + frame % 3, fillcolor=120, expand=True, resample=Image.BICUBIC)
        room.paste(held, (110 + frame % 4, 60 + frame % 5))
    return room
