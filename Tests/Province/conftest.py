"""A PostgreSQL for the folder's tests, and provinces with databases of their own on it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Outbox"))

from boxes import CLASSES, VenueBox  # noqa: E402
from cluster import Cluster  # noqa: E402
from delivered import bundle  # noqa: E402
from province import Province  # noqa: E402
from proxy import Wire  # noqa: E402
from sending import make_sender  # noqa: E402


@pytest.fixture(scope="session")
def cluster():
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.remove()


@pytest.fixture
def province(tmp_path, cluster):
    """An empty province, serving."""
    province = Province(tmp_path / "province", cluster.database())
    province.start()
    yield province
    assert province.stop() == 0


@pytest.fixture(scope="session")
def quang_ninh(tmp_path_factory, cluster):
    """A serving province with the scenario's classes, delivered from three boxes in no order."""
    folder = tmp_path_factory.mktemp("quang-ninh")
    province = Province(folder / "province", cluster.database())
    province.start()
    boxes = [VenueBox(folder / f"box-{number}", province.settings) for number in range(3)]
    bundles = []
    for number, name in enumerate(CLASSES):
        box = boxes[number % 3]
        bundles.append(box.bundle(box.hold(name)))
    for number in range(3):
        province.register(bundles[number], f"hộp {number}")
    for one in reversed(bundles):
        status, receipt = province.send(one)
        assert status == 201 and receipt["refused"] == 0
    yield province
    assert province.stop() == 0


@pytest.fixture
def wire(province):
    """The way of a box to the province."""
    made = Wire(province.port)
    yield made
    made.close()


@pytest.fixture
def sender(tmp_path, province, wire):
    """A running box with 40 people, registered at the province, its way there through a wire."""
    made = make_sender(tmp_path, count=40, province={
        "url": wire.url, "sign_key": province.sign_key, "age_key": province.age_key})
    made.check_in(5)
    province.register(bundle(made), "hộp thử")
    yield made
    if made.box.process:
        made.box.kill()
