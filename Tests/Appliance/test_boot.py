"""The units under a real systemd: the sandbox is one that the program runs in, and what ends is started again."""

import os
import re
import shutil
import subprocess

import pytest

from systemd import run_in_systemd

PREPARE = """
ldconfig
systemd-sysusers 2>/dev/null
systemd-tmpfiles --create diemdanh.conf 2>/dev/null
runuser -u diemdanh -- diemdanh init --data /var/lib/diemdanh >/dev/null && echo initialised
timeout 60 systemctl start diemdanh.socket diemdanh.service || { systemctl status --no-pager diemdanh; exit 1; }
echo started
pid() { systemctl show --value -p MainPID diemdanh; }
health() { curl --silent --max-time 10 --retry 20 --retry-delay 1 --retry-all-errors --output /dev/null \\
    --write-out '%{http_code}' http://localhost/api/v1/health; }
"""

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to make namespaces")


@pytest.fixture(scope="module")
def box(tree, tmp_path_factory):
    """The installed tree. A debug build also gets the Swift runtime, which may lie in a home that the unit cannot see."""
    box = tmp_path_factory.mktemp("box")
    shutil.copytree(tree, box, dirs_exist_ok=True, symlinks=True)
    programs = [tree / "usr/bin/diemdanh", tree / "usr/bin/diemdanh-province"]
    linked = subprocess.run(["ldd", *programs], capture_output=True, text=True, check=True).stdout
    runtime = {path for path in re.findall(r"=> (/\S+)", linked) if not path.startswith(("/lib", "/usr/lib"))}
    if runtime:
        (box / "usr/lib/swift-runtime").mkdir()
        for path in runtime:
            shutil.copy(path, box / "usr/lib/swift-runtime")
        (box / "etc/ld.so.conf.d").mkdir()
        (box / "etc/ld.so.conf.d/swift.conf").write_text("/usr/lib/swift-runtime\n")
    skip_unless_systemd_boots(box)
    return box


def skip_unless_systemd_boots(tree) -> None:
    """A container may lack the right to mount: then there is nothing to see here."""
    printed = run_in_systemd(tree, "echo booted: $(systemctl --version | head -n 1)\n", timeout=60)
    if "booted: systemd" not in printed:
        pytest.skip(f"no systemd can be booted here: {printed}")


def facts(printed: str) -> dict[str, str]:
    """The lines `name=value` of a script's output."""
    return dict(re.findall(r"(?m)^(\w+)=(.*)$", printed))


def test_the_box_answers_on_port_80_from_inside_its_sandbox(box):
    printed = run_in_systemd(box, PREPARE + """
echo "status=$(health)"
echo "user=$(ps -o user= -p "$(pid)")"
echo "capabilities=$(grep CapEff "/proc/$(pid)/status" | cut -f 2)"
echo "seccomp=$(grep -w Seccomp "/proc/$(pid)/status" | cut -f 2)"
echo "boot=$(nsenter --target "$(pid)" --mount cat /proc/sys/kernel/random/boot_id | wc -c)"
echo "data=$(stat -c '%A %U' /var/lib/diemdanh)"
""")
    assert "started" in printed, printed
    assert facts(printed) == {
        "status": "200", "user": "diemdanh", "capabilities": "0000000000000000", "seccomp": "2", "boot": "37",
        "data": "drwx------ diemdanh",
    }, printed


def test_a_killed_server_is_started_again(box):
    printed = run_in_systemd(box, PREPARE + """
before=$(pid)
for round in 1 2 3; do kill -KILL "$(pid)"; sleep 1.5; echo "after$round=$(health)"; done
[ "$before" != "$(pid)" ] && echo "replaced=yes"
""")
    assert facts(printed) == {"after1": "200", "after2": "200", "after3": "200", "replaced": "yes"}, printed


def test_a_hung_server_is_ended_by_the_watchdog_and_started_again(box):
    printed = run_in_systemd(box, PREPARE + """
before=$(pid)
kill -STOP "$before"
for _ in {1..60}; do [ "$(pid)" != "$before" ] && [ "$(pid)" != 0 ] && break; sleep 0.5; done
[ "$before" != "$(pid)" ] && echo "replaced=yes"
echo "status=$(health)"
""")
    assert facts(printed) == {"replaced": "yes", "status": "200"}, printed


def test_a_quiet_healthy_server_is_left_alone_by_the_watchdog(box):
    # Longer than WatchdogSec: a server that never gave a sign of life would have been ended by now.
    printed = run_in_systemd(box, PREPARE + """
before=$(pid)
sleep 20
[ "$before" = "$(pid)" ] && echo "same=yes"
echo "status=$(health)"
""")
    assert facts(printed) == {"same": "yes", "status": "200"}, printed


def test_stopping_is_clean_and_quick(box):
    printed = run_in_systemd(box, PREPARE + """
health >/dev/null
systemctl stop diemdanh.socket diemdanh.service
echo "result=$(systemctl show --value -p Result diemdanh.service)"
""")
    assert facts(printed) == {"result": "success"}, printed


PROVINCE = """
ldconfig
systemd-sysusers 2>/dev/null
systemd-tmpfiles --create diemdanh-province.conf 2>/dev/null
install -d -o postgres /run/postgresql /var/lib/pg
as_postgres() { runuser -u postgres -- "$@"; }
bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)
cd /
as_postgres "$bin/initdb" -D /var/lib/pg/data -A peer --no-sync >/dev/null
as_postgres "$bin/pg_ctl" -D /var/lib/pg/data -w -s -l /var/lib/pg/log -o "-k /run/postgresql -c listen_addresses=''" start </dev/null
as_postgres "$bin/createuser" -h /run/postgresql --createrole diemdanh-province
as_postgres "$bin/createdb" -h /run/postgresql --owner diemdanh-province diemdanh
runuser -u diemdanh-province -- diemdanh-province init >/dev/null && echo initialised
timeout 60 systemctl start diemdanh-province || { systemctl status --no-pager diemdanh-province; exit 1; }
pid() { systemctl show --value -p MainPID diemdanh-province; }
health() { curl --silent --max-time 10 --retry 20 --retry-delay 1 --retry-all-errors --output /dev/null \\
    --write-out '%{http_code}' http://127.0.0.1:8090/health; }
"""


def test_the_province_serves_from_inside_its_sandbox_and_is_started_again(box):
    printed = run_in_systemd(box, PROVINCE + """
echo "status=$(health)"
echo "user=$(ps -o user:20= -p "$(pid)" | tr -d ' ')"
echo "capabilities=$(grep CapEff "/proc/$(pid)/status" | cut -f 2)"
echo "seccomp=$(grep -w Seccomp "/proc/$(pid)/status" | cut -f 2)"
echo "data=$(stat -c '%A %U' /var/lib/diemdanh-province)"
echo "settings=$(stat -c '%A %G' /etc/diemdanh/province.env)"
kill -KILL "$(pid)"
sleep 2.5
echo "after=$(health)"
systemctl stop diemdanh-province
echo "result=$(systemctl show --value -p Result diemdanh-province)"
""")
    assert facts(printed) == {
        "status": "200", "user": "diemdanh-province", "capabilities": "0000000000000000", "seccomp": "2",
        "data": "drwx------ diemdanh-province", "settings": "-rw-r----- diemdanh-province", "after": "200",
        "result": "success",
    }, printed
