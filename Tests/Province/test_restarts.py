"""PostgreSQL or the service goes away in the middle of one import: the box has its receipt in the end, each scan is there once."""

import subprocess
import time

import pytest

from cluster import PROGRAMS
from delivered import agree, database


class Blockade:
    """Another session that holds a table which an import needs late in its transaction."""

    def __init__(self, cluster, province):
        self.cluster, self.database = cluster, database(province)
        self.process = subprocess.Popen(
            [PROGRAMS / "psql", province.url, "-Xqc",
             "BEGIN; LOCK TABLE province.attendance IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(3600)"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._until("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'psql' AND wait_event = 'PgSleep'")

    def holds_an_import(self) -> None:
        """Returns when an import has written and waits: it is in the middle of its transaction."""
        self._until("""
            SELECT count(*) FROM pg_stat_activity
            WHERE application_name = 'diemdanh-province' AND wait_event_type = 'Lock' AND backend_xid IS NOT NULL""")

    def end(self) -> None:
        """Gives the table free: the server would not notice that psql is gone."""
        self.cluster.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", "postgres")
        self.process.wait()

    def _until(self, sql: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while self.cluster.query(sql, self.database) != "1":
            assert time.monotonic() < end, "it never came to that"
            time.sleep(0.05)


def arrived(sender, province, cluster, database: str) -> None:
    """Pushes until the receipt is there; then both sides' counts agree and nothing is there twice."""
    end = time.monotonic() + 60
    while sender.push()["counts"]["sent"] == 0:
        assert time.monotonic() < end, sender.outbox()
    agree(sender, province, cluster)
    for sql, expected in [
        ("SELECT count(*) FROM province.entry WHERE kind = 'redeem'", len(sender.scans)),
        ("SELECT count(*) FROM report.attendance WHERE status IN ('present', 'late')", len(sender.scans)),
        ("SELECT count(*) FROM province.bundle", 1),
        ("SELECT sum(accepted) FROM province.bundle", len(sender.scans)),
        ("SELECT count(*) FROM province.attendance_history", 0),
    ]:
        assert cluster.query(sql, database) == str(expected), sql


@pytest.mark.parametrize("how", ["fast", "immediate", "killed"])
def test_postgresql_goes_away_in_the_middle_of_an_import(sender, province, cluster, how):
    blockade = Blockade(cluster, province)
    sender.close()
    blockade.holds_an_import()
    assert cluster.query("SELECT count(*) FROM province.bundle", blockade.database) == "0"
    if how == "killed":
        cluster.kill()
    else:
        cluster.stop(how)
    blockade.process.wait()
    cluster.start()
    arrived(sender, province, cluster, blockade.database)


def test_the_service_is_killed_in_the_middle_of_an_import(sender, province, cluster):
    blockade = Blockade(cluster, province)
    sender.close()
    blockade.holds_an_import()
    province.process.kill()
    province.process.wait()
    blockade.end()
    province.start()
    arrived(sender, province, cluster, blockade.database)
