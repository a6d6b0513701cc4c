"""`make install` puts everything in its place, and `make uninstall` takes it away."""

import os
import re

from conftest import PROJECT, files_in, make


def test_installs_program_pages_units_account_and_settings(tree):
    installed = files_in(tree)
    for path in [
        "usr/bin/diemdanh",
        "usr/bin/diemdanh-province",
        "usr/lib/systemd/system/diemdanh.service",
        "usr/lib/systemd/system/diemdanh.socket",
        "usr/lib/systemd/system/diemdanh-tls.socket",
        "usr/lib/systemd/system/diemdanh-province.service",
        "usr/lib/sysusers.d/diemdanh.conf",
        "usr/lib/sysusers.d/diemdanh-province.conf",
        "usr/lib/tmpfiles.d/diemdanh.conf",
        "usr/lib/tmpfiles.d/diemdanh-province.conf",
        "usr/share/doc/diemdanh/LICENSE",
        "etc/diemdanh/diemdanh.yaml",
        "etc/diemdanh/province.env",
    ]:
        assert path in installed
    assert os.access(tree / "usr/bin/diemdanh", os.X_OK)
    assert os.access(tree / "usr/bin/diemdanh-province", os.X_OK)


def test_every_page_and_table_is_installed(tree):
    share = tree / "usr/share/diemdanh"
    assert files_in(share / "www") == files_in(PROJECT / "www")
    for table in files_in(PROJECT / "kiosk-config/share"):
        assert (share / table).read_bytes() == (PROJECT / "kiosk-config/share" / table).read_bytes()


def test_every_path_of_ours_that_a_unit_or_setting_names_is_installed(tree):
    named = set()
    for file in [*(tree / "usr/lib/systemd/system").iterdir(), tree / "etc/diemdanh/diemdanh.yaml"]:
        live = re.sub(r"(?m)^\s*#.*$", "", file.read_text())
        named |= set(re.findall(r"(?:/usr|/etc)/[\w./-]*diemdanh[\w./-]*", live))
    assert {"/usr/bin/diemdanh", "/usr/bin/diemdanh-province", "/usr/share/diemdanh/www",
            "/etc/diemdanh/province.env"} <= named
    # The README is part of a release; a tree in the making may not have it yet.
    named.discard("/usr/share/doc/diemdanh/README.md")
    assert [path for path in named if not (tree / path.lstrip("/")).exists()] == []


def test_uninstall_leaves_nothing(tmp_path):
    make("install", tmp_path)
    make("uninstall", tmp_path)
    assert files_in(tmp_path) == []


def test_uninstall_leaves_changed_settings_keys_and_data(tmp_path):
    make("install", tmp_path)
    kept = ["etc/diemdanh/diemdanh.yaml", "etc/diemdanh/province.env", "etc/diemdanh/tls/key.pem",
            "var/lib/diemdanh-province/keys/sign.key", "var/lib/diemdanh/data"]
    for path in kept:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("changed: true\n")
    make("uninstall", tmp_path)
    assert files_in(tmp_path) == kept


def test_a_second_install_keeps_changed_settings(tmp_path):
    make("install", tmp_path)
    for name, changed in [("diemdanh.yaml", "listen: 127.0.0.1:80\n"), ("province.env", "LISTEN=127.0.0.1:80\n")]:
        settings = tmp_path / "etc/diemdanh" / name
        settings.write_text(changed)
        make("install", tmp_path)
        assert settings.read_text() == changed


def test_another_prefix_is_written_into_unit_and_settings(tmp_path):
    make("install", tmp_path, PREFIX="/opt/dd")
    unit = (tmp_path / "opt/dd/lib/systemd/system/diemdanh.service").read_text()
    assert "ExecStart=/opt/dd/bin/diemdanh " in unit
    unit = (tmp_path / "opt/dd/lib/systemd/system/diemdanh-province.service").read_text()
    assert "ExecStart=/opt/dd/bin/diemdanh-province " in unit
    assert "www: /opt/dd/share/diemdanh/www" in (tmp_path / "etc/diemdanh/diemdanh.yaml").read_text()
