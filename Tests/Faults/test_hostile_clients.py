"""Clients that mean harm, or whose radio does: the desk goes on."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest


def connect(box) -> socket.socket:
    return socket.create_connection(("127.0.0.1", box.port), timeout=60)


def head(box, session: str, length: str) -> bytes:
    """The head of a check-in with a body still to come."""
    return (f"POST /api/v1/sessions/{session}/redeem HTTP/1.1\r\nHost: 127.0.0.1:{box.port}\r\n"
            f"Authorization: Bearer {box.token}\r\nContent-Type: application/json\r\n{length}\r\n\r\n").encode()


def drip(sockets: list[socket.socket], stop: threading.Event) -> None:
    """One byte a second on every connection that is still open; those that are not are taken out."""
    while not stop.wait(1):
        for one in list(sockets):
            try:
                one.send(b"a")
                if one.recv(1, socket.MSG_DONTWAIT) == b"":
                    raise ConnectionResetError
            except BlockingIOError:
                continue
            except OSError:
                sockets.remove(one)


def test_two_hundred_clients_of_one_byte_a_second_are_cut_off_and_delay_nobody(new_class):
    class_ = new_class(300)
    box, session = class_.box, class_.sessions[0]
    sockets = [connect(box) for _ in range(200)]
    for number, one in enumerate(sockets):
        one.sendall(b"POST /api/v1/" if number % 2 else head(box, session, "Content-Length: 1000"))
    stop = threading.Event()
    dripping = threading.Thread(target=drip, args=(sockets, stop))
    dripping.start()
    try:
        worst, begun = 0.0, time.monotonic()
        for code in class_.codes:
            before = time.monotonic()
            assert box.redeem(session, code)[0] == 201
            worst = max(worst, time.monotonic() - before)
            time.sleep(0.05)
        assert worst < 2
        # 8 s for a head, 31 s for a body of 1,000 bytes.
        while sockets and time.monotonic() - begun < 60:
            time.sleep(0.5)
        assert sockets == []
    finally:
        stop.set()
        dripping.join()


def test_a_declared_body_of_a_gigabyte_is_refused_before_it_is_sent(new_class):
    class_ = new_class(1)
    with connect(class_.box) as client:
        client.sendall(head(class_.box, class_.sessions[0], "Content-Length: 1000000000"))
        assert client.recv(100).startswith(b"HTTP/1.1 413 ")
    assert class_.box.redeem(class_.sessions[0], class_.codes[0])[0] == 201


def test_an_endless_chunked_body_is_cut_off_and_not_kept_in_memory(new_class):
    class_ = new_class(1)
    before = class_.box.resident()["RssAnon"]
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    sent = 0
    with connect(class_.box) as client:
        client.sendall(head(class_.box, class_.sessions[0], "Transfer-Encoding: chunked"))
        try:
            while sent < 1_000_000_000:
                client.sendall(chunk)
                sent += len(chunk)
        except OSError:
            pass
    assert sent < 64 << 20
    assert class_.box.resident()["RssAnon"] - before < 16
    assert class_.box.redeem(class_.sessions[0], class_.codes[0])[0] == 201


def in_own_network() -> bool:
    """Whether this machine lets us have a network of our own."""
    made = subprocess.run(["unshare", "--user", "--map-root-user", "--net", "ip", "link", "set", "lo", "up"], capture_output=True)
    return made.returncode == 0


@pytest.mark.skipif(not in_own_network(), reason="needs a network namespace")
def test_ten_thousand_connections_from_one_phone_leave_desk_and_kiosk_working(tmp_path):
    setup = "ip link set lo up && ip addr add 10.99.0.2/32 dev lo && exec \"$@\""
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--net", "sh", "-c", setup, "sh",
         sys.executable, str(Path(__file__).with_name("flood.py")), str(tmp_path / "box")],
        capture_output=True, text=True, timeout=300, env=os.environ)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["connections"] >= 10_000
    assert seen["desk_failures"] == 0 and seen["kiosk_failures"] == 0
    assert seen["desk_worst_seconds"] < 5 and seen["kiosk_worst_seconds"] < 5
