"""The words of the pages: complete in each language, and none missing that a page asks for."""

import json
import re
from pathlib import Path

import pytest

WWW = Path(__file__).resolve().parents[2] / "www"
LANGUAGES = sorted((WWW / "locales").glob("*.json"))
VIETNAMESE = json.loads((WWW / "locales/vi.json").read_text())
REFUSALS = [
    "unknown_code", "bad_badge", "already_redeemed", "not_enrolled", "wrong_event", "session_not_open",
    "session_closed", "revoked", "blocked",
]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_has_the_same_words_with_the_same_places(language):
    words = json.loads(language.read_text())
    assert words.keys() == VIETNAMESE.keys()
    for key, text in words.items():
        assert text.strip(), key
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", VIETNAMESE[key])), key


def test_every_word_of_the_templates_exists():
    for template in (WWW / "pages").glob("*.mustache"):
        asked = set(re.findall(r"\{\{t\.(\w+)\}\}", template.read_text()))
        assert asked <= VIETNAMESE.keys(), template.name


def test_every_word_of_the_scripts_exists():
    for script in (WWW / "assets/js").rglob("*.js"):
        asked = set(re.findall(r"\bword\(\s*\"(\w+)\"", script.read_text()))
        assert asked <= VIETNAMESE.keys(), script.name


@pytest.mark.parametrize("reason", REFUSALS)
def test_every_refusal_says_what_to_do(reason):
    assert f"answer_{reason}" in VIETNAMESE
    assert f"answer_{reason}_detail" in VIETNAMESE
    # Staff stand at the desk already; a second scan needs no help.
    assert f"desk_help_{reason}" in VIETNAMESE or reason == "already_redeemed"


def test_pages_carry_no_script_or_style_of_their_own():
    for template in (WWW / "pages").glob("*.mustache"):
        text = template.read_text()
        assert not re.search(r"<style|\sstyle=|\son\w+=", text), template.name
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text)), template.name


def test_nothing_is_asked_of_other_hosts():
    for file in WWW.rglob("*"):
        if file.suffix in {".mustache", ".js", ".css", ".svg"}:
            addresses = set(re.findall(r"https?://[^\s\"')]+", file.read_text()))
            assert addresses <= {"http://www.w3.org/2000/svg"}, file.name
