"""A province's day: 500 bundles of 150 people × 4 sessions into a real PostgreSQL, and what ten million stored scans change.

The bundles are signed by real boxes, made from one that each has held, and come by HTTP. What lies between the
measurements is filled in by SQL.
"""

import concurrent.futures
import os
import re
import statistics
import sys
import time
import urllib.parse
from pathlib import Path

import classes
import people
import yaml
from box import Box, day

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Province"))

from cluster import Cluster  # noqa: E402
from filling import fill  # noqa: E402
from province import Province  # noqa: E402

PEOPLE, SESSIONS, BOXES, CLIENTS = 150, 4, 5, 4
SAMPLE = int(os.environ.get("BENCH_SAMPLE", "30"))


class Day:
    """A province with a PostgreSQL of its own, and boxes that have held classes."""

    def __init__(self, folder: Path, say):
        self.say = say
        self.cluster = Cluster()
        self.cluster.start("-c fsync=on -c shared_buffers=512MB -c max_wal_size=4GB -c maintenance_work_mem=512MB "
                           "-c wal_level=minimal -c max_wal_senders=0 -c max_parallel_maintenance_workers=1")
        self.database = "test_1"
        self.province = Province(folder / "province", self.cluster.database())
        settings = folder / "province-day.yaml"
        settings.write_text(yaml.safe_dump({"province": {
            "sign_key": self.province.sign_key, "age_key": self.province.age_key}}))
        self.settings = settings
        self.boxes = [Box.create(folder / f"day-{number}") for number in range(BOXES)]

    def close(self) -> None:
        for box in self.boxes:
            if box.process:
                box.stop()
        if self.province.process:
            self.province.stop()
        self.cluster.remove()

    def bundles(self, count: int) -> list[bytes]:
        """One bundle for each of so many classes: each box holds one, and the others are made from that."""
        for box in self.boxes:
            box.start("--config", str(self.settings))
        real = [hold(box, number) for number, box in enumerate(self.boxes)]
        for box in self.boxes:
            box.stop()
        with concurrent.futures.ProcessPoolExecutor() as pool:
            made = list(pool.map(classes.held, real, [box.folder for box in self.boxes], [self.province.age_key] * BOXES,
                                 [{number: attendees(number) for number in range(first, count, BOXES)}
                                  for first in range(BOXES)]))
        return [made[number % BOXES][number // BOXES] for number in range(count)]

    def send(self, bundles: list[bytes]) -> tuple[float, list[float]]:
        """Seconds for all of them, and for each; every scan must be accepted."""
        def one(bundle: bytes) -> float:
            begun = time.perf_counter()
            status, receipt = self.province.send(bundle)
            assert (status, receipt["accepted"], receipt["refused"]) == (201, PEOPLE * SESSIONS, 0), receipt
            return time.perf_counter() - begun

        begun = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
            each = list(pool.map(one, bundles))
        return time.perf_counter() - begun, each

    def alone(self, bundles: list[bytes]) -> float:
        """Median milliseconds of one bundle, sent one after the other."""
        times = []
        for bundle in bundles:
            begun = time.perf_counter()
            status, receipt = self.province.send(bundle)
            assert (status, receipt["accepted"]) == (201, PEOPLE * SESSIONS)
            times.append((time.perf_counter() - begun) * 1000)
        return statistics.median(times)

    def peak(self) -> float:
        """The most memory that the service has used, in MB."""
        status = Path(f"/proc/{self.province.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def query(self, sql: str) -> str:
        return self.cluster.query(sql, self.database)

    def scans(self) -> int:
        return int(self.query("SELECT count(*) FROM province.entry WHERE kind = 'redeem'"))

    def copied(self) -> float:
        """Scans a second that psql copies into a table like ours: the same rows and indexes, and no question asked."""
        rows = self.cluster.folder / "rows"
        self.query(f"""
            COPY (SELECT * FROM province.entry_{YEAR} WHERE kind = 'redeem' LIMIT 300000) TO '{rows}';
            CREATE TABLE copied (LIKE province.entry_{YEAR} INCLUDING ALL)""")
        self.query("CHECKPOINT")
        begun = time.perf_counter()
        self.query(f"COPY copied FROM '{rows}'")
        seconds = time.perf_counter() - begun
        count = int(self.query("SELECT count(*) FROM copied"))
        self.query("DROP TABLE copied")
        rows.unlink()
        return count / seconds

    def summary_seconds(self, query: str = "") -> float:
        """The figures by programme, commune and month: of everything, or of what the query chooses."""
        begun = time.perf_counter()
        status, _, _ = self.province.request(
            "GET", f"/api/v1/summary?{query}", Authorization=f"Bearer {self.province.token}", timeout=300)
        assert status == 200
        return time.perf_counter() - begun

    def count_seconds(self) -> float:
        """Seconds in which PostgreSQL only counts the rows that the figures are of."""
        begun = time.perf_counter()
        self.query("SELECT count(*) FROM report.attendance WHERE status IN ('present', 'late')")
        return time.perf_counter() - begun


YEAR = int(time.strftime("%Y", time.gmtime(time.time() + 7 * 3600)))
# One of the six programmes, in one year.
PROGRAMME = urllib.parse.urlencode({"programme": "Chương trình 1", "from": f"{YEAR}-01-01", "to": f"{YEAR}-12-31"})


def hold(box: Box, number: int) -> bytes:
    """Holds a class: roster, four sessions in which everybody is present, and the bundle of it.

    A connection for each call: between two classes the box would give an idle one up.
    """
    start = time.mktime((YEAR, 1, 1 + number % 28, 3, 0, 0, 0, 0, 0))
    event = box.expect(201, "POST", "/events", {
        "name": f"Lớp {number + 1}", "kind": "class", "programme": f"Chương trình {number % 6 + 1}",
        "sessions": [{"key": f"b{session}", "title": f"Buổi {session + 1}", "starts_at": day(start, session, "07:30"),
                      "ends_at": day(start, session, "11:00")} for session in range(SESSIONS)]}, Connection="close")["id"]
    answer = box.expect(200, "POST", f"/events/{event}/roster", roster(number).encode(), Connection="close",
                        Content_Type="text/csv")
    assert answer["imported"] == PEOPLE, answer
    lines = ["seq,sheet,row,session,local_time,direction,method,kiosk"]
    for session in range(SESSIONS):
        date = day(start, session, "07")[:10]
        lines += [f"{session * PEOPLE + row + 1},,{row + 2},b{session},{date}T07:{row // 4 % 60:02}:{row % 60:02},in,badge,K1"
                  for row in range(PEOPLE)]
    answer = box.expect(200, "POST", f"/events/{event}/scans", "\n".join(lines).encode(), timeout=300,
                        Connection="close", Content_Type="text/csv")
    assert answer["imported"] == PEOPLE * SESSIONS, answer
    return box.fetch(f"/api/v1/events/{event}/export?format=bundle&plain=true")


def attendees(number: int) -> list[list[str]]:
    """150 people, three in four with a citizen number; one in ten was at the class before."""
    return [[*row, citizen(row)] for row in people.people(number * PEOPLE * 9 // 10, PEOPLE)]


def roster(number: int) -> str:
    """The list of a class as CSV."""
    return "\n".join(",".join(row) for row in [[*people.HEADER, "Số căn cước"], *attendees(number)]) + "\n"


def citizen(row: list[str]) -> str:
    """A number that goes with sex and birth year."""
    number = int(row[0])
    return f"025{1 if row[3] == 'Nữ' else 0}{row[2][-2:]}{number:06}" if number % 4 else ""


def measure(folder: Path, bundles: int, stored: int, say) -> dict:
    """All figures of the day."""
    found = {"bundles": bundles, "stored": stored}
    made = Day(folder, say)
    try:
        begun = time.perf_counter()
        all_bundles = made.bundles(bundles + 2 * SAMPLE)
        few, many = all_bundles[:bundles], [all_bundles[bundles:][:SAMPLE], all_bundles[-SAMPLE:]]
        say(f"{bundles} bundles made in {time.perf_counter() - begun:.0f} s, {sum(map(len, few)) / 1e6:.0f} MB")
        for number in range(BOXES):
            made.province.register(few[number], f"hộp {number}")
        made.province.start()
        size = int(made.query("SELECT pg_database_size(current_database())"))
        seconds, each = made.send(few)
        found |= {"seconds": seconds, "p50": statistics.median(each) * 1000, "peak": made.peak(),
                  "per_second": made.scans() / seconds}
        made.query("CHECKPOINT")
        found["bytes"] = (int(made.query("SELECT pg_database_size(current_database())")) - size) / made.scans()
        found["row_bytes"] = float(made.query("SELECT avg(length(entry::text)) FROM province.entry WHERE kind = 'redeem'"))
        found["copied"] = made.copied()
        say(f"the day: {found}")
        for name, count, bundle in [("tenth", stored // 10, many[0]), ("all", stored, many[1])]:
            begun = time.perf_counter()
            fill(made.query, count - made.scans(), YEAR)
            say(f"{made.scans():,} scans stored, filled in {time.perf_counter() - begun:.0f} s")
            found[name], found[name + "_summary"] = made.alone(bundle), made.summary_seconds()
            found[name + "_programme"] = made.summary_seconds(PROGRAMME)
            found[name + "_count"], found[name + "_copied"] = made.count_seconds(), made.copied()
            say(f"{name}: {found[name]:.0f} ms a bundle, summary {found[name + '_summary']:.2f} s")
        found["peak_all"] = made.peak()
        return found
    finally:
        made.close()
