"""One phone at 10.99.0.2 opens 10,000 connections while desk and kiosk work. Run in a network of its own.

usage: flood.py FOLDER       prints one JSON object
"""

import http.client
import json
import resource
import socket
import sys
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conftest import open_class  # noqa: E402

CONNECTIONS, CHECK_INS = 10_000, 50
KIOSK_PORT = 8081  # the network is our own, so every port is free


def flood(port: int, count: int) -> list[socket.socket]:
    """So many connections begun, answered or not."""
    sockets = []
    for _ in range(count):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(("10.99.0.2", port))
        sockets.append(one)
    return sockets


def check_in(port: int, host: str, session: str, code: str, token: str | None) -> bool:
    """One check-in on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Content-Type": "application/json", "Host": f"{host}:{port}"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    try:
        body = json.dumps({"code": code, "nonce": str(uuid.uuid4())})
        connection.request("POST", f"/api/v1/sessions/{session}/redeem", body, headers)
        return connection.getresponse().status == 201
    except OSError:
        return False
    finally:
        connection.close()


def measure(ask, codes: list[str]) -> tuple[int, float]:
    """Failures and the longest wait."""
    failures, worst = 0, 0.0
    for code in codes:
        before = time.monotonic()
        failures += not ask(code)
        worst = max(worst, time.monotonic() - before)
    return failures, worst


def main() -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    class_ = open_class(Path(sys.argv[1]), 2 * CHECK_INS, 1, "--kiosk-listen", f"127.0.0.1:{KIOSK_PORT}")
    box, session = class_.box, class_.sessions[0]
    box.stop()
    # Once more, for all addresses: the flood comes from outside, not from the box itself.
    box.start("--kiosk-listen", f"127.0.0.1:{KIOSK_PORT}", listen="0.0.0.0")
    try:
        sockets = flood(box.port, CONNECTIONS)
        desk = measure(lambda code: check_in(box.port, "127.0.0.1", session, code, box.token), class_.codes[:CHECK_INS])
        kiosk = measure(lambda code: check_in(KIOSK_PORT, "localhost", session, code, None), class_.codes[CHECK_INS:])
        print(json.dumps({
            "connections": len(sockets), "desk_failures": desk[0], "desk_worst_seconds": desk[1],
            "kiosk_failures": kiosk[0], "kiosk_worst_seconds": kiosk[1]}))
    finally:
        box.kill()


main()
