"""The connection is cut at every tenth of the upload."""

import pytest

from sending import agree, make_sender
from proxy import Wire


@pytest.fixture
def wire(province):
    made = Wire(province.port)
    yield made
    made.close()


@pytest.fixture
def sender(tmp_path, province, wire):
    made = make_sender(tmp_path, province=province.settings(wire.url))
    yield made
    if made.box.process:
        made.box.kill()


def test_upload_cut_at_every_tenth_arrives_in_the_end(sender, province, wire):
    sender.check_in(25)
    province.closed = True
    sender.push()
    whole = wire.carried
    province.closed = False
    for tenth in range(1, 10):
        wire.limit = whole * tenth // 10
        outbox = sender.push()
        assert outbox["items"][0]["problem"]["code"] == "cut_off", outbox
        assert province.scans == {}, "a part of a bundle counts for nothing"
    wire.limit = None
    outbox = sender.push()
    assert outbox["items"][0]["attempts"] == 11
    agree(sender, province)
