"""The units are what systemd understands, and as closed as the issue asks."""

import os
import subprocess

import pytest

SERVICES = ["diemdanh.service", "diemdanh-province.service"]
UNITS = [*SERVICES, "diemdanh.socket", "diemdanh-tls.socket"]


@pytest.fixture
def units(tree, tmp_path):
    """The installed units, with the program's path inside the tree so that systemd finds it."""
    for name in UNITS:
        text = (tree / "usr/lib/systemd/system" / name).read_text()
        (tmp_path / name).write_text(text.replace("/usr/bin/diemdanh", str(tree / "usr/bin/diemdanh")))
    return tmp_path


def analyze(*arguments, folder):
    # The trailing colon keeps the system's own units in the path, which ours refer to.
    environment = os.environ | {"SYSTEMD_UNIT_PATH": f"{folder}:"}
    return subprocess.run(["systemd-analyze", *arguments], env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_finds_nothing_wrong(units, unit):
    done = analyze("verify", "--man=no", str(units / unit), folder=units)
    # It ends 0 even after "Unknown key", so the words count.
    assert (done.returncode, [line for line in done.stderr.splitlines() if "diemdanh" in line]) == (0, [])


def test_systemd_finds_a_misspelt_key(units):
    unit = units / "diemdanh.service"
    unit.write_text(unit.read_text().replace("PrivateTmp=", "PrivatTmp="))
    assert "Unknown key" in analyze("verify", "--man=no", str(unit), folder=units).stderr


@pytest.mark.parametrize("service", SERVICES)
def test_exposure_is_at_most_1_5(units, service):
    done = analyze("security", "--offline=true", "--threshold=15", str(units / service), folder=units)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("service", SERVICES)
def test_exposure_without_the_sandbox_is_above_the_threshold(units, service):
    unit = units / service
    bare = [line for line in unit.read_text().splitlines() if not line.startswith(("Protect", "SystemCall"))]
    unit.write_text("\n".join(bare) + "\n")
    done = analyze("security", "--offline=true", "--threshold=15", str(unit), folder=units)
    assert done.returncode != 0


@pytest.mark.parametrize("account", ["diemdanh", "diemdanh-province"])
def test_the_account_can_be_made_and_has_no_shell(tree, account):
    done = subprocess.run(
        ["systemd-sysusers", "--dry-run", f"--root={tree}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"Creating user '{account}'" in done.stderr
    assert "/usr/sbin/nologin" in (tree / f"usr/lib/sysusers.d/{account}.conf").read_text()


@pytest.mark.parametrize("account", ["diemdanh", "diemdanh-province"])
def test_the_data_folder_is_closed_to_others(tree, account):
    lines = (tree / f"usr/lib/tmpfiles.d/{account}.conf").read_text().splitlines()
    entries = [line.split() for line in lines if line and not line.startswith("#")]
    assert all(len(entry) == 6 and entry[0] in "dz" for entry in entries)
    assert ["d", f"/var/lib/{account}", "0700", account, account, "-"] in entries


def test_the_address_of_the_province_s_database_is_not_for_everybody(tree):
    lines = (tree / "usr/lib/tmpfiles.d/diemdanh-province.conf").read_text().splitlines()
    assert "z /etc/diemdanh/province.env 0640 root diemdanh-province -" in lines
