"""A province, and a running box that sends to it."""

import pytest

from receivers import Province
from sending import make_sender


@pytest.fixture
def province(tmp_path):
    made = Province(tmp_path / "province")
    yield made
    made.close()


@pytest.fixture
def sender(tmp_path, province):
    made = make_sender(tmp_path, province=province.settings())
    yield made
    if made.box.process:
        made.box.kill()
