"""The desk without the box finds the people that the box finds: the same table as the Swift tests'."""

import json

import pytest
from playwright.sync_api import Page

from box import PROJECT
from venue import Venue

TABLE = json.loads((PROJECT / "Tests/Fixtures/names/folding.json").read_text())
AWAY = "/assets/js/desk/away"


@pytest.fixture
def page(venue: Venue, page: Page) -> Page:
    page.goto(venue.address("/"))
    return page


def test_keys_are_those_of_the_table(page: Page):
    keys = page.evaluate("""async ([module, texts]) => {
        const { folded } = await import(module);
        return texts.map(folded);
    }""", [f"{AWAY}/fold.js", [line["text"] for line in TABLE["folded"]]])
    assert keys == [line["key"] for line in TABLE["folded"]]


def test_searches_find_those_of_the_table(page: Page):
    found = page.evaluate("""async ([module, names, queries]) => {
        const { NameList } = await import(module);
        const list = new NameList(names.map((name) => ({ name })));
        return queries.map((query) => list.search(query, 10).map((person) => person.name));
    }""", [f"{AWAY}/names.js", TABLE["people"], [search["query"] for search in TABLE["searches"]]])
    assert found == [search["found"] for search in TABLE["searches"]]


@pytest.mark.parametrize("text, code", [
    ("48215791", "48215791"), ("482 157 91", "48215791"), ("48215790", None), ("4821579", None),
    ("1" + "123456" + "48215791" + "0000000000", "48215791"), ("2" + "123456" + "48215791" + "0000000000", None),
])
def test_check_digits_are_verified_without_the_box(page: Page, text, code):
    assert page.evaluate("async ([module, text]) => (await import(module)).codeIn(text)", [f"{AWAY}/badge.js", text]) == code


def test_cards_are_read_as_the_box_reads_them(page: Page):
    """The same lines as `CardTableTests`."""
    table = json.loads((PROJECT / "Tests/Fixtures/cards/lines.json").read_text())
    read = page.evaluate("""async ([module, lines]) => {
        const { readCard } = await import(module);
        return lines.map(readCard);
    }""", [f"{AWAY}/citizencard.js", [line["line"] for line in table]])
    for line, found in zip(table, read, strict=True):
        assert found == {key: value for key, value in line.items() if key != "line"}, line["line"]
