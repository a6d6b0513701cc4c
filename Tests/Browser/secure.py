"""A phone that has, or has not, installed the authority of the box."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def trust(home: Path, authority: Path) -> None:
    """Installs a certificate (PEM) the way Chromium keeps them under Linux."""
    database = home / ".pki/nssdb"
    database.mkdir(parents=True)
    store = f"sql:{database}"
    subprocess.run(["certutil", "-d", store, "-N", "--empty-password"], check=True)
    subprocess.run(["certutil", "-d", store, "-A", "-t", "C,,", "-n", "box", "-i", str(authority)], check=True)


@contextmanager
def phone(playwright, home: Path, names: list[str], accept_downloads: bool = True):
    """A page of a browser of its own, to which the names are the box."""
    home.mkdir(exist_ok=True)
    rules = ", ".join(f"MAP {name} 127.0.0.1" for name in names)
    # The full browser: the reduced one for tests looks up no installed authority.
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, env=os.environ | {"HOME": str(home)},
        args=["--no-sandbox", "--headless=new", f"--host-resolver-rules={rules}"])
    page: Page = browser.new_context(locale="vi-VN", accept_downloads=accept_downloads).new_page()
    page.set_default_timeout(15_000)
    try:
        yield page
    finally:
        browser.close()
