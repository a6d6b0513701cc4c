"""A real systemd in its own namespaces, to see units run and not only parsed."""

import os
import pty
import subprocess
import tempfile
import threading
from pathlib import Path

NAMESPACES = ["--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--net", "--cgroup"]


def run_in_systemd(tree: Path, script: str, timeout: float = 180) -> str:
    """What the script printed, run as root by a freshly booted systemd over this machine's files and the tree."""
    ours, theirs = pty.openpty()
    printed: list[bytes] = []
    reader = threading.Thread(target=_copy, args=(ours, printed))
    with tempfile.TemporaryDirectory() as scratch, tempfile.NamedTemporaryFile("w", suffix=".sh") as file:
        file.write("#!/bin/bash\n" + script)
        file.flush()
        boot = ["unshare", *NAMESPACES, str(Path(__file__).with_name("boot.sh")), str(tree), file.name, scratch]
        process = subprocess.Popen(
            [*boot, os.ttyname(theirs)], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
        reader.start()
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            printed.append(b"\nstill running after the time limit\n")
        finally:
            process.kill()
            process.wait()
            os.close(theirs)
            reader.join()
            os.close(ours)
    return b"".join(printed).decode(errors="replace").replace("\r\n", "\n")


def _copy(source: int, into: list[bytes]) -> None:
    try:
        while data := os.read(source, 65536):
            into.append(data)
    except OSError:
        pass  # Linux answers EIO when the last writer has closed the terminal.
