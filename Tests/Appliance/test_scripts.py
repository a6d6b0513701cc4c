"""The shell scripts pass shellcheck, and installing what is there already touches nothing."""

import subprocess

import pytest

from conftest import PROJECT

SCRIPTS = [PROJECT / ".ci/run", *sorted((PROJECT / "kiosk-config").rglob("*.sh")), *sorted((PROJECT / "Tests").rglob("*.sh"))]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_shellcheck_finds_nothing(script):
    done = subprocess.run(["shellcheck", str(script)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nothing_is_installed_when_nothing_is_missing(tmp_path):
    packages = tmp_path / "list.txt"
    packages.write_text("# a comment\nbash\ncoreutils\n")
    done = subprocess.run(
        [PROJECT / "kiosk-config/install-packages.sh", packages], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_missing_package_is_named(tmp_path):
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 100\n")
    (tmp_path / "sudo").write_text("#!/bin/sh\nexit 100\n")
    for command in ["apt-get", "sudo"]:
        (tmp_path / command).chmod(0o755)
    packages = tmp_path / "list.txt"
    packages.write_text("bash\nno-such-package\n")
    done = subprocess.run(
        [PROJECT / "kiosk-config/install-packages.sh", packages],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, capture_output=True, text=True)
    assert done.returncode != 0
    assert "Installing from Debian: no-such-package" in done.stdout
