"""A PostgreSQL for the folder's tests, and provinces with databases of their own on it."""

import pytest

from boxes import CLASSES, VenueBox
from cluster import Cluster
from province import Province


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
    for bundle in reversed(bundles):
        status, receipt = province.send(bundle)
        assert status == 201 and receipt["refused"] == 0
    yield province
    assert province.stop() == 0
