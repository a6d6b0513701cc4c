"""What is measured of a box beside the check-ins."""

import http.client
import statistics
import threading
import time
import unicodedata
import urllib.parse
from pathlib import Path

import openpyxl

import people
from box import Box


def p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def peak_resident(box: Box, load) -> dict[str, float]:
    """The most memory while a load runs, in MB."""
    worker = threading.Thread(target=load)
    worker.start()
    samples = []
    while worker.is_alive():
        samples.append(box.resident())
        time.sleep(0.1)
    return {name: max(sample[name] for sample in samples) for name in samples[0]}


def start_milliseconds(box: Box, rounds: int = 5) -> float:
    """Median time from starting the process to its first answer to a client that keeps knocking."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        starter = threading.Thread(target=box.start)
        starter.start()
        _knock(box.port)
        times.append((time.perf_counter() - begun) * 1000)
        starter.join()
        box.stop()
    return statistics.median(times)


def _knock(port: int) -> None:
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/api/v1/health")
            assert connection.getresponse().status == 200
            return
        except ConnectionError:
            time.sleep(0.001)


def switches_a_second(box: Box, seconds: float = 20) -> float:
    """Context switches of a server that nobody asks anything."""
    before = box.context_switches()
    time.sleep(seconds)
    return (box.context_switches() - before) / seconds


def search_p99_milliseconds(box: Box, event: str, count: int) -> float:
    """Searches as a desk makes them: with and without tone marks, one syllable or a whole name."""
    times = []
    for query in queries(count):
        begun = time.perf_counter()
        box.expect(200, "GET", f"/events/{event}/participants?limit=20&q={urllib.parse.quote(query)}")
        times.append((time.perf_counter() - begun) * 1000)
    return p99(times)


def queries(count: int, wanted: int = 1_000) -> list[str]:
    """Each third: a whole name, its last two syllables without tone marks, its given name."""
    names = [row[1] for row in people.people(0, count)[::max(1, count // wanted)]][:wanted]
    made = []
    for index, name in enumerate(names):
        syllables = name.split()
        made.append([name, bare(" ".join(syllables[-2:])), syllables[-1]][index % 3])
    return made


def bare(text: str) -> str:
    """Without tone marks, in small letters."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def import_xlsx(box: Box, path: Path, rows: int = 20_000) -> tuple[float, int, float]:
    """Seconds to import a roster into a new event, its rows, and seconds that openpyxl needs to read it."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("DS")
    for row in [people.HEADER, *people.people(1_000_000, rows)]:
        sheet.append(row)
    book.save(path)
    event, _ = box.create_event(name="Lớp đông")
    begun = time.perf_counter()
    answer = box.expect(
        200, "POST", f"/events/{event}/roster", path.read_bytes(), timeout=300,
        Content_Type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    imported = time.perf_counter() - begun
    assert answer["imported"] == rows, answer["imported"]
    begun = time.perf_counter()
    read = sum(1 for _ in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True))
    assert read == rows + 1
    return imported, rows, time.perf_counter() - begun
