"""The table that `make bench` prints."""

import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Row:
    """One target. `met` is None where there is only something to know."""

    what: str
    target: str
    measured: str
    reference: str
    met: bool | None

    def __str__(self) -> str:
        verdict = {True: "met", False: "**missed**", None: ""}[self.met]
        return f"| {self.what} | {self.target} | {self.measured} | {self.reference} | {verdict} |"


class Table:
    """Rows in the order of their measurement, as Markdown."""

    def __init__(self):
        self.rows: list[Row] = []

    def add(self, row: Row) -> None:
        self.rows.append(row)

    def __str__(self) -> str:
        head = "| what | target | measured | reference, same run | |\n|---|---|---|---|---|"
        return "\n".join([head, *map(str, self.rows)])


def machine() -> str:
    """The machine in one line: figures mean nothing without it."""
    processors = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")]
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    name = processors[0] if processors else platform.machine()
    return f"{len(processors) or '?'} × {name}, {memory:.0f} GB, Linux {platform.release()}; client and server share it\n"
