"""What holds for how a page looks and is read aloud."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def assert_accessible(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def assert_fits(page: Page) -> None:
    """No scrolling to the side."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
