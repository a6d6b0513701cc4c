"""The statements for stores of learning records."""

import copy
import json
from collections import Counter

import pytest

from xapi_rules import faults

ATTENDED = "http://adlnet.gov/expapi/verbs/attended"
EXITED = "http://adlnet.gov/expapi/verbs/exited"
VOIDED = "http://adlnet.gov/expapi/verbs/voided"


@pytest.fixture(scope="module")
def statements(lesson, tmp_path_factory) -> list[dict]:
    return lesson.statements(tmp_path_factory.mktemp("xapi") / "x.jsonl")


def standing(statements: list[dict]) -> list[dict]:
    """Those that nobody has taken back."""
    voided = {item["object"]["id"] for item in statements if item["verb"]["id"] == VOIDED}
    return [item for item in statements if item["id"] not in voided and item["verb"]["id"] != VOIDED]


def test_every_statement_keeps_the_rules(statements):
    assert statements
    assert [(item["id"], faults(item)) for item in statements if faults(item)] == []


SPOILT = {
    "no actor": lambda item: item.pop("actor"),
    "id is no UUID": lambda item: item.update(id="1"),
    "timestamp is no time": lambda item: item.update(timestamp="2024-08-15T07:30:00"),
    "statement.result is null": lambda item: item.update(result=None),
    "verb.id is no IRI": lambda item: item["verb"].update(id="attended"),
    "verb.display.vi_VN is no language": lambda item: item["verb"].update(display={"vi_VN": "a"}),
    "object.id is no IRI": lambda item: item["object"].update(id="a b"),
    "duration 210 is none": lambda item: item["result"].update(duration="210"),
    "actor has not one identifier": lambda item: item["actor"].update(mbox="mailto:a@b.c"),
    "extension commune is no IRI": lambda item: item["context"]["extensions"].update(commune="x"),
    "registration is no UUID": lambda item: item["context"].update(registration="x"),
    "voided without a StatementRef": lambda item: item["verb"].update(id=VOIDED),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_rules_find_what_is_wrong(statements, fault):
    item = copy.deepcopy(next(item for item in statements if "result" in item))
    SPOILT[fault](item)
    assert fault in faults(item)


def test_there_is_one_statement_for_each_person_who_came(lesson, statements, tmp_path):
    attended = [item for item in standing(statements) if item["verb"]["id"] == ATTENDED]
    said = Counter((item["actor"]["account"]["name"], item["object"]["id"].rsplit("/", 1)[1]) for item in attended)
    came = {place for place, record in lesson.attendance(tmp_path / "r.json").items() if record[0] in ("present", "late")}
    assert set(said) == came and set(said.values()) == {1}


def test_a_statement_says_who_when_and_how_long(lesson, statements, tmp_path):
    attendance = lesson.attendance(tmp_path / "r.json")
    for item in standing(statements):
        if item["verb"]["id"] != ATTENDED:
            continue
        place = item["actor"]["account"]["name"], item["object"]["id"].rsplit("/", 1)[1]
        _, entry, _, minutes = attendance[place]
        assert item["timestamp"] == entry
        hours, rest = divmod(minutes, 60)
        assert item["result"]["duration"] == "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
        assert item["context"]["platform"] == "Điểm Danh"
        assert item["context"]["contextActivities"]["parent"][0]["id"].endswith(lesson.event)


def test_who_left_has_a_statement_of_it(lesson, statements, tmp_path):
    exits = [scan for scan in lesson.register(tmp_path / "r.json")["scans"]
             if scan["direction"] == "exit" and scan["result"] == "accepted"]
    assert len([item for item in statements if item["verb"]["id"] == EXITED]) == len(exits) > 0


def test_no_name_and_no_citizen_number_is_told(lesson, statements, tmp_path):
    text = json.dumps(statements, ensure_ascii=False)
    for person in lesson.register(tmp_path / "r.json")["participants"]:
        assert person["name"] not in text
        assert not person.get("citizen_number") or person["citizen_number"] not in text


def test_saying_it_again_gives_the_same_ids(lesson, statements, tmp_path):
    assert lesson.statements(tmp_path / "x.jsonl") == statements
