"""Clients that never give up: each keeps its own journal of what the box acknowledged."""

import http.client
import itertools
import threading
import time
import uuid
from dataclasses import dataclass, field

from box import Box


@dataclass
class Acknowledged:
    """One answer that a client got: after it, the scan must be there for ever."""

    session: str
    code: str
    nonce: str
    scan: str


@dataclass
class Crowd:
    """Threads that check people in, one after the other, and send the same nonce again until there is an answer."""

    box: Box
    pairs: list[tuple[str, str]]
    clients: int = 8
    acknowledged: list[Acknowledged] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    unexpected: list[str] = field(default_factory=list)

    def __post_init__(self):
        self._next = itertools.count()
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._work) for _ in range(self.clients)]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.finish()

    def finish(self) -> None:
        """Lets every client get the answer it waits for, and no new one begin."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(120)
            assert not thread.is_alive(), "a client has waited two minutes for an answer"

    def abandon(self) -> None:
        """Ends the clients where they are, as when their machine is switched off too."""
        self.box = None
        self.finish()

    def _work(self) -> None:
        while not self._stopping.is_set() and (number := next(self._next)) < len(self.pairs):
            self._check_in(*self.pairs[number], str(uuid.uuid4()))

    def _check_in(self, session: str, code: str, nonce: str) -> None:
        while box := self.box:
            try:
                status, answer = box.redeem(session, code, nonce)
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)
                continue
            self.statuses[status] = self.statuses.get(status, 0) + 1
            if status in (200, 201):
                if answer["result"] != "accepted":
                    self.unexpected.append(f"{code}: {answer}")
                self.acknowledged.append(Acknowledged(session, code, nonce, answer["scan"]["id"]))
                return
            if status != 503:
                self.unexpected.append(f"{code}: {status} {answer}")
                return
            time.sleep(0.05)


def problems(box: Box, acknowledged: list[Acknowledged]) -> list[str]:
    """What is wrong with the box, judged by the clients' own journals: empty if nothing is lost and nothing doubled."""
    found = []
    for one in acknowledged:
        status, answer = box.redeem(one.session, one.code, one.nonce)
        if (status, answer.get("scan", {}).get("id")) != (200, one.scan):
            found.append(f"acknowledged scan {one.scan} of {one.code} is gone: {status} {answer}")
    for session in {one.session for one in acknowledged}:
        expected = {one.code for one in acknowledged if one.session == session}
        counts = box.expect(200, "GET", f"/sessions/{session}/attendance")["counts"]
        there = counts["present"] + counts["late"]
        if there != len(expected):
            found.append(f"session {session}: {there} are there, {len(expected)} were acknowledged")
    return found
