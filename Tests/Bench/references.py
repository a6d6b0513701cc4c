"""What the figures are compared with, measured on the same machine in the same run."""

import contextlib
import http.client
import json
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import measures
import people
from box import context_switches

OUT = Path(__file__).resolve().parents[2] / ".build/bench"


@contextlib.contextmanager
def hello():
    """The bare C server on a free port: process and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([OUT / "hello", str(port)], stdout=subprocess.PIPE, text=True)
    try:
        process.stdout.readline()
        yield process.pid, port
    finally:
        process.kill()
        process.wait()


def hello_speed(codes: int) -> dict:
    """Its answers to the very requests that the box gets."""
    with hello() as (_, port), tempfile.NamedTemporaryFile("w") as file:
        file.writelines(f"{code:08}\n" for code in range(codes))
        file.flush()
        session = "01890a5d-ac96-774b-bcce-b302099a8057"
        done = subprocess.run(
            [OUT / "redeem", str(port), "t" * 43, "64", "8", "0", str(10**8), file.name, *[session] * 100],
            capture_output=True, text=True, check=True)
        return json.loads(done.stdout)


def hello_resident() -> float:
    """Its VmRSS in MB, idle."""
    with hello() as (process, _):
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())[1]) / 1024


def hello_switches(seconds: float = 5) -> float:
    """Its context switches a second, idle."""
    with hello() as (process, _):
        before = context_switches(process)
        time.sleep(seconds)
        return (context_switches(process) - before) / seconds


def hello_start_milliseconds() -> float:
    """From start to first answer, median of five."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        with hello() as (_, port):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/")
            connection.getresponse().read()
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def sync_milliseconds(folder: Path) -> float:
    """Median of one 4 kB append and fdatasync on the disk of the measurement."""
    times = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(200):
            begun = time.perf_counter()
            os.write(file.fileno(), b"x" * 4096)
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def like_p99_milliseconds(count: int) -> float:
    """A plain SQLite LIKE over the same names, which finds less and in no order."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE person (name TEXT)")
    database.executemany("INSERT INTO person VALUES (?)", ((measures.bare(row[1]),) for row in people.people(0, count)))
    times = []
    for query in measures.queries(count):
        begun = time.perf_counter()
        database.execute("SELECT name FROM person WHERE name LIKE ? LIMIT 20", (f"%{measures.bare(query)}%",)).fetchall()
        times.append((time.perf_counter() - begun) * 1000)
    return measures.p99(times)
