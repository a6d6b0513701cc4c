"""A primary and a streaming standby that confirms each commit: what was acknowledged is there when the primary is lost."""

import pytest

from boxes import VenueBox
from cluster import Cluster
from delivered import database
from province import Province


@pytest.fixture
def pair():
    """A primary whose commits wait for its standby."""
    primary = Cluster()
    primary.start()
    standby = Cluster(standby_of=primary)
    standby.start()
    primary.query("ALTER SYSTEM SET synchronous_standby_names = '*'", "postgres")
    primary.query("SELECT pg_reload_conf()", "postgres")
    yield primary, standby
    primary.remove()
    standby.remove()


@pytest.fixture
def province(tmp_path, pair):
    """A province that is told of both servers."""
    primary, standby = pair
    url = primary.database().replace(str(primary.folder), f"{primary.folder},{standby.folder}")
    province = Province(tmp_path / "province", url + "&target_session_attrs=read-write")
    province.start()
    yield province
    assert province.stop() == 0


def test_a_lost_primary_loses_nothing_that_was_acknowledged(tmp_path, pair, province):
    primary, standby = pair
    venue = VenueBox(tmp_path / "box", province.settings)
    bundles = [venue.bundle(venue.hold(name)) for name in ["lop-1", "lop-2", "lop-3"]]
    province.register(bundles[0], "hộp")
    assert primary.query("SELECT sync_state FROM pg_stat_replication", "postgres") == "sync"
    receipts = [province.send(bundles[0]), province.send(bundles[1])]
    primary.kill()
    standby.promote()
    receipts.append(province.send(bundles[2]))
    assert [status for status, _ in receipts] == [201, 201, 201]
    scans = "SELECT count(*) FROM report.scan"
    assert standby.query(scans, database(province)) == str(sum(len(receipt["scans"]) for _, receipt in receipts))
    # Who sends again gets the receipts that were given before the primary was lost.
    assert [province.send(bundle) for bundle in bundles] == [(200, receipt) for _, receipt in receipts]
