"""A phone at the desk: a browser of its own whose profile survives a dead battery."""

import os
import re
import signal
import subprocess
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page

from venue import Venue

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Phone:
    """One profile folder and, while it is switched on, its Chromium."""

    def __init__(self, folder: Path, browser_type: BrowserType, *options: str, home: Path | None = None):
        self.folder, self.browser_type, self.options, self.home = folder, browser_type, options, home
        self.process: subprocess.Popen | None = None
        self.browser: Browser | None = None
        self.errors: list[str] = []

    def switch_on(self) -> Page:
        """The page of a browser that has just been started."""
        environment = os.environ | ({"HOME": str(self.home)} if self.home else {})
        self.process = subprocess.Popen(
            [CHROMIUM, "--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--no-first-run",
             "--password-store=basic", f"--user-data-dir={self.folder}", *self.options, "about:blank"],
            stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True)
        address = next(found[1] for line in self.process.stderr
                       if (found := re.search(r"DevTools listening on (ws://\S+)", line)))
        self.browser = self.browser_type.connect_over_cdp(address)
        context = self.browser.contexts[0]
        page = context.pages[0] if context.pages else context.new_page()
        page.set_viewport_size({"width": 390, "height": 780})
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def switch_off(self) -> None:
        """Ends the browser as its owner does: it writes down its cookies."""
        self.browser.new_browser_cdp_session().send("Browser.close")
        self.process.wait(10)

    def battery_dies(self) -> None:
        """Ends the browser and all that belongs to it without a warning."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()
        self.process = None


def enrol(page: Page, venue: Venue, station: str) -> None:
    """Makes the browser a desk."""
    link = venue.box.expect(201, "POST", "/stations", {"name": station, "role": "desk"})["url"]
    page.goto(link)
    page.click("#enrol-button")
    page.wait_for_url("**/desk")


def add_operator(venue: Venue, name: str, pin: str = "246810") -> None:
    venue.box.expect(201, "POST", "/operators", {"name": name, "role": "desk", "pin": pin})


def sign_in(page: Page, name: str, pin: str = "246810") -> None:
    """Types name and PIN, and waits until the people are taken along and the page is kept."""
    page.fill("#login-name", name)
    page.fill("#login-pin", pin)
    page.press("#login-pin", "Enter")
    page.wait_for_selector("#work:not([hidden])")


def wait_until_ready(page: Page) -> None:
    """Until the worker has kept the page, and the people are taken along."""
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("""async () => {
        const open = indexedDB.open("diemdanh-desk", 1);
        const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
        const count = database.transaction("kept").objectStore("kept").count();
        const number = await new Promise((resolve) => { count.onsuccess = () => resolve(count.result); });
        database.close();
        return number === 2;
    }""")
