"""The words of the pages: complete in each language, and none missing that a page asks for."""

import json
import re
from pathlib import Path

import pytest

WWW = Path(__file__).resolve().parents[2] / "www"
SOURCES = WWW.parent / "Sources/Web"
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


def keys_of_scripts() -> tuple[set[str], list[re.Pattern]]:
    """The words that scripts may ask for: texts as they stand, and the shapes of those that are put together."""
    literals, shapes = set(), set()
    for script in (WWW / "assets/js").rglob("*.js"):
        text = script.read_text()
        literals |= set(re.findall(r"\"(\w+)\"", text))
        shapes |= {rf"{prefix}_\w+" for prefix in re.findall(r"codeWord\(\s*\"(\w+)\"", text)}
        for put_together in re.findall(r"`([a-z]\w*_[^`]*\$\{[^`]*)`", text):
            shape = re.sub(r"\$\{[^}]*\}", r"\\w+", put_together)
            if re.fullmatch(r"[\w\\+]+", shape):
                shapes.add(shape)
    return literals, [re.compile(shape) for shape in sorted(shapes)]


def test_every_word_that_is_put_together_exists():
    _, shapes = keys_of_scripts()
    assert shapes
    for shape in shapes:
        assert any(shape.fullmatch(key) for key in VIETNAMESE), shape.pattern


def test_no_word_is_left_over():
    literals, shapes = keys_of_scripts()
    for template in (WWW / "pages").glob("*.mustache"):
        literals |= set(re.findall(r"\{\{t\.(\w+)\}\}", template.read_text()))
    # Asked for by the server, for the menu of languages.
    literals.add("language_name")
    left = [key for key in VIETNAMESE if key not in literals and not any(shape.fullmatch(key) for shape in shapes)]
    assert left == []


def test_every_problem_of_the_box_has_a_sentence():
    told = re.compile(r"(?:Problem|\.init)\(\s*(\d{3}),\s*\"(\w+)\"")
    codes = {found for file in SOURCES.rglob("*.swift") for found in told.findall(file.read_text())}
    assert len(codes) > 10
    # What only a mistake of ours can cause is told by the sentence for everything else.
    ours = {"internal", "store_corrupt", "method_not_allowed"}
    for status, code in codes:
        assert {f"error_{code}", f"error_{status}"} & VIETNAMESE.keys() or code in ours, code


def test_every_sentence_stands_in_the_files_of_words():
    # A letter that only Vietnamese has, within a word.
    vietnamese = "[\u0102-\u0103\u0110-\u0111\u01a0-\u01b0\u1ea0-\u1ef9]"
    word = re.compile(f"[a-z]{vietnamese}|{vietnamese}[a-z]")
    for file in [*(WWW / "pages").glob("*.mustache"), *(WWW / "assets/js").rglob("*.js")]:
        # Remarks may give examples.
        text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", file.read_text(), flags=re.DOTALL | re.MULTILINE)
        assert not word.search(text), file.name


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
