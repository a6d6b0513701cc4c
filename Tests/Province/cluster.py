"""A PostgreSQL of the test's own: Debian's server on a Unix socket in a temporary folder."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAMS = max(Path("/usr/lib/postgresql").iterdir(), key=lambda folder: int(folder.name)) / "bin"


class Cluster:
    """An empty server; `start` and `stop` it as often as a test needs."""

    def __init__(self, standby_of: "Cluster | None" = None):
        # Not below pytest's own folder: the path of a Unix socket is short, and the server's account must get there.
        self.folder = Path(tempfile.mkdtemp(prefix="diemdanh-pg-", dir="/tmp"))
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        if standby_of:
            self._run("pg_basebackup", "-h", str(standby_of.folder), "-U", "postgres", "-D", str(self.data),
                      "--write-recovery-conf", "--checkpoint=fast", "--no-sync")
        else:
            self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        self._databases = 0

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self, settings: str = "-c fsync=off") -> None:
        """Returns when it takes connections."""
        options = f"-k {self.folder} -c listen_addresses='' {settings}"
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Ends it: `fast` breaks off what is under way, `immediate` is a crash."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def kill(self) -> None:
        """Ends its first process as the kernel does when memory runs out; returns when the others have gone too."""
        processes = [int((self.data / "postmaster.pid").read_text().split()[0])]
        processes += map(int, self.query("SELECT pid FROM pg_stat_activity", "postgres").split())
        os.kill(processes[0], signal.SIGKILL)
        while any(Path(f"/proc/{process}").exists() for process in processes):
            time.sleep(0.02)
        (self.data / "postmaster.pid").unlink()

    def promote(self) -> None:
        """A standby becomes a primary."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "promote")

    def database(self) -> str:
        """The URL of a new database."""
        self._databases += 1
        name = f"test_{self._databases}"
        self.query(f"CREATE DATABASE {name}", "postgres")
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def query(self, sql: str, database: str) -> str:
        """What psql prints for a statement."""
        done = subprocess.run(
            [PROGRAMS / "psql", "-h", self.folder, "-U", "postgres", "-d", database, "-XAtqc", sql],
            capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def remove(self) -> None:
        """Ends it, if it still runs, and takes its files away."""
        if (self.data / "postmaster.pid").exists():
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        # PostgreSQL does not run as root.
        account = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run(
            [*account, PROGRAMS / program, *arguments], cwd="/tmp", check=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
