"""`make bench`: every target of the product, measured, with its reference measured in the same run.

Environment: DIEMDANH (the release program); BENCH_PEOPLE, BENCH_SCANS, BENCH_BUNDLES and BENCH_STORED for a smaller,
quicker run. `bench.py day` measures the province's day alone.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import camera  # noqa: E402
import day  # noqa: E402
import measures  # noqa: E402
import pushing  # noqa: E402
import queue500  # noqa: E402
import references  # noqa: E402
from table import Row, Table, machine  # noqa: E402
from venue import Venue  # noqa: E402

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "100000"))
SCANS = int(os.environ.get("BENCH_SCANS", "1000000"))
BUNDLES = int(os.environ.get("BENCH_BUNDLES", "500"))
STORED = int(os.environ.get("BENCH_STORED", "10000000"))
FEW = 1_000


def say(text: str) -> None:
    print(f"[{time.monotonic() - STARTED:6.1f} s] {text}", file=sys.stderr, flush=True)


def door(table: Table, venue: Venue, hello: dict) -> None:
    """Check-ins on this machine's own disk, with few and with many stored scans."""
    few = venue.redeem(clients=64, seconds=8)
    say(f"64 clients, few stored: {few}")
    quarter = hello["per_second"] / 4
    table.add(Row("durable check-ins a second, 64 clients", f"≥ 25,000 and ≥ {quarter:,.0f}",
                  f"{few['per_second']:,.0f}", f"bare C hello {hello['per_second']:,.0f}/s",
                  few["per_second"] >= max(25_000, quarter)))
    table.add(Row("the same, p99", "≤ 20 ms", f"{few['p99_ms']:.1f} ms", f"bare C hello {hello['p99_ms']:.1f} ms",
                  few["p99_ms"] <= 20))
    table.add(Row("one client alone, p50", "–", f"{venue.redeem(clients=1, seconds=2)['p50_ms']:.2f} ms",
                  f"one 4 kB write + fdatasync {references.sync_milliseconds(venue.box.folder):.2f} ms", None))
    venue.fill(SCANS, say)
    many = venue.redeem(clients=64, seconds=8)
    say(f"64 clients, many stored: {many}")
    growth = many["p50_ms"] / few["p50_ms"]
    table.add(Row(f"latency growth from {FEW:,} to {SCANS:,} stored scans", "≤ 1.3 ×", f"{growth:.2f} ×",
                  f"p50 {few['p50_ms']:.2f} → {many['p50_ms']:.2f} ms, p99 {few['p99_ms']:.1f} → {many['p99_ms']:.1f} ms",
                  growth <= 1.3))


def crowd_memory(table: Table, venue: Venue) -> None:
    """Memory while 256 clients are checking in."""
    peak = measures.peak_resident(venue.box, lambda: venue.redeem(clients=256, seconds=5))
    table.add(Row("memory, 256 clients", "VmRSS ≤ 55 MB", f"VmRSS {peak['VmRSS']:.1f} MB, RssAnon {peak['RssAnon']:.1f} MB",
                  f"bare C hello VmRSS {references.hello_resident():.1f} MB", peak["VmRSS"] <= 55))


def slow_disk(table: Table, venue: Venue, stored: str) -> None:
    """Check-ins when every fsync takes 20 ms longer, as on a memory card."""
    venue.box.start(environment={"LD_PRELOAD": str(references.OUT / "slowsync.so"), "SLOWSYNC_US": "20000"})
    alone = venue.redeem(clients=1, seconds=2)
    crowd = venue.redeem(clients=256, seconds=8)
    venue.box.stop()
    say(f"slow disk, {stored} stored: alone {alone}, crowd {crowd}")
    table.add(Row(f"fsync + 20 ms, 256 clients, {stored} stored", "≥ 5,000/s", f"{crowd['per_second']:,.0f}/s",
                  f"one client alone {alone['per_second']:.0f}/s (more than 50 would mean that the disk is not slow)",
                  crowd["per_second"] >= 5_000 and alone["per_second"] <= 50))
    table.add(Row("the same, p99", "≤ 150 ms", f"{crowd['p99_ms']:.0f} ms", f"one client alone {alone['p99_ms']:.0f} ms",
                  crowd["p99_ms"] <= 150))


def rest(table: Table, venue: Venue) -> None:
    """Start, memory and wake-ups of a server that nobody asks anything."""
    start = measures.start_milliseconds(venue.box)
    table.add(Row(f"start to first answer, {SCANS:,} stored", "≤ 150 ms", f"{start:.0f} ms",
                  f"bare C hello {references.hello_start_milliseconds():.0f} ms", start <= 150))
    venue.box.start()
    time.sleep(5)
    resident, switches = venue.box.resident(), measures.switches_a_second(venue.box)
    venue.box.stop()
    table.add(Row("memory, idle", "VmRSS ≤ 40 MB, RssAnon ≤ 12 MB",
                  f"VmRSS {resident['VmRSS']:.1f} MB, RssAnon {resident['RssAnon']:.1f} MB",
                  f"bare C hello VmRSS {references.hello_resident():.1f} MB",
                  resident["VmRSS"] <= 40 and resident["RssAnon"] <= 12))
    table.add(Row("idle context switches a second", "≤ 2", f"{switches:.2f}",
                  f"bare C hello {references.hello_switches():.2f}", switches <= 2))


def office(table: Table, venue: Venue) -> None:
    """Search and import."""
    p99 = measures.search_p99_milliseconds(venue.box, venue.event, PEOPLE)
    table.add(Row(f"name search among {PEOPLE:,} people, p99", "≤ 10 ms", f"{p99:.1f} ms",
                  f"SQLite LIKE on the same names {references.like_p99_milliseconds(PEOPLE):.1f} ms", p99 <= 10))
    seconds, rows, reading = measures.import_xlsx(venue.box, venue.folder / "roster.xlsx")
    table.add(Row(f"{rows:,}-row XLSX imported", "≤ 3 s", f"{seconds:.2f} s", f"openpyxl only reads it in {reading:.2f} s",
                  seconds <= 3))


def desk_queue(table: Table, venue: Venue) -> None:
    """A desk that was offline comes back, and every second answer is lost."""
    found = queue500.upload(venue.box)
    say(f"queue of a desk: {found}")
    once = found["present"] == found["written"] == queue500.SCANS and found["dropped"] > 0
    table.add(Row(f"offline queue of {queue500.SCANS} scans uploaded, every second answer lost", "each counts once",
                  f"{found['seconds']:.2f} s in {found['tries']} uploads, {found['present']} present, "
                  f"{found['written']} ledger entries",
                  f"the same sent live, one by one, {found['live_seconds']:.2f} s", once))


def delivery(table: Table, folder: Path) -> None:
    """Memory while a large bundle goes to the province."""
    rest, peak, speed = pushing.push_memory(folder)
    grown = peak["VmRSS"] - rest["VmRSS"]
    table.add(Row("memory, pushing a bundle of 100 MB", "≤ 16 MB more than at rest", f"{grown:.1f} MB more",
                  f"at rest VmRSS {rest['VmRSS']:.1f} MB; {speed:.0f} MB/s to a receiver in Python", grown <= 16))


def province_day(table: Table, folder: Path) -> None:
    """What 500 classes deliver in a day, and how the province bears ten years of them."""
    found = day.measure(folder, BUNDLES, STORED, say)
    say(f"a province's day: {found}")
    scans = day.PEOPLE * day.SESSIONS
    table.add(Row(f"a province's day: {BUNDLES} bundles of {day.PEOPLE} people × {day.SESSIONS} sessions", "–",
                  f"{found['per_second']:,.0f} scans/s, all in {found['seconds']:.0f} s, one p50 {found['p50']:.0f} ms",
                  f"psql COPY of the same rows {found['copied']:,.0f}/s", None))
    table.add(Row("memory of the service, that day · afterwards", "VmHWM ≤ 64 MB",
                  f"VmHWM {found['peak']:.0f} MB · {found['peak_all']:.0f} MB", "–", found["peak_all"] <= 64))
    table.add(Row("size on disk of a scan, with its person, attendance and indexes", "–", f"{found['bytes']:,.0f} bytes",
                  f"a scan's own row, as text, {found['row_bytes']:,.0f} bytes", None))
    growth = found["all"] / found["tenth"]
    table.add(Row(f"time of a bundle, growth from {STORED // 10:,} to {STORED:,} stored scans", "≤ 1.5 ×",
                  f"{growth:.2f} ×: {found['tenth']:.0f} → {found['all']:.0f} ms, "
                  f"{found['tenth'] / scans:.2f} → {found['all'] / scans:.2f} ms a scan",
                  f"psql COPY {found['tenth_copied']:,.0f} → {found['all_copied']:,.0f} rows/s", growth <= 1.5))
    table.add(Row(f"summary of all years, {STORED // 10:,} · {STORED:,} stored scans", "–",
                  f"{found['tenth_summary']:.1f} s · {found['all_summary']:.1f} s",
                  f"SELECT count(*) of its rows {found['tenth_count']:.2f} s · {found['all_count']:.2f} s", None))
    table.add(Row("summary of one programme of six and one year, the same", "–",
                  f"{found['tenth_programme']:.1f} s · {found['all_programme']:.1f} s", "–", None))


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="diemdanh-bench-", dir=os.environ.get("BENCH_FOLDER")))
    table = Table()
    try:
        if sys.argv[1:] == ["day"]:
            return province_day(table, folder)
        hello = references.hello_speed(PEOPLE)
        say(f"bare C hello: {hello}")
        venue = Venue.build(folder, PEOPLE, SCANS, say)
        office(table, venue)
        camera.measure(table, venue.box)
        desk_queue(table, venue)
        venue.fill(FEW, say)
        venue.box.stop()
        little = venue.copy(folder / "few")
        venue.box.start()
        door(table, venue, hello)
        crowd_memory(table, venue)
        venue.box.stop()
        slow_disk(table, little, f"{FEW:,}")
        slow_disk(table, venue, f"{SCANS:,}")
        rest(table, venue)
        delivery(table, folder)
        province_day(table, folder)
    finally:
        # Also what was measured before a failure.
        print(machine())
        print(table)
        shutil.rmtree(folder)


STARTED = time.monotonic()
if __name__ == "__main__":
    main()
