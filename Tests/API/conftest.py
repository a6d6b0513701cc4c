"""A running box with its kiosk listener, shared by all tests of the folder; every test makes its own event."""

import json

import pytest

from box import Box, free_port, run
from client import Client
from document import Document
from venue import Lesson, Venue


@pytest.fixture(scope="session")
def document() -> Document:
    return Document()


@pytest.fixture(scope="session")
def venue(tmp_path_factory, document):
    folder = tmp_path_factory.mktemp("api") / "box"
    made = json.loads(run("init", "--data", str(folder), "--json"))
    box, kiosk_port = Box(folder, made["api_token"]), free_port()
    box.start("--kiosk-listen", f"127.0.0.1:{kiosk_port}", "--tls-listen", "127.0.0.1:0")
    yield Venue(box, made["organiser_pin"], document, kiosk_port)
    assert box.stop() == 0


@pytest.fixture
def organiser(venue) -> Client:
    return venue.organiser


@pytest.fixture
def lesson(venue) -> Lesson:
    return venue.lesson()


@pytest.fixture
def own_venue(tmp_path, document):
    """A box of the test's own, whose clock nobody has confirmed."""
    made = json.loads(run("init", "--data", str(tmp_path / "box"), "--json"))
    box, kiosk_port = Box(tmp_path / "box", made["api_token"]), free_port()
    box.start("--kiosk-listen", f"127.0.0.1:{kiosk_port}")
    yield Venue(box, made["organiser_pin"], document, kiosk_port)
    box.stop()
