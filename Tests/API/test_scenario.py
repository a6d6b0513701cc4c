"""The class of Tiến Xuân after its two days: what the box counts is what the scenario expects."""

import json
from dataclasses import dataclass

import pytest

from box import PROJECT
from client import XLSX, Client

SCENARIO = PROJECT / "Tests/Fixtures/scenarios/tien-xuan-2024"
EXPECTED = json.loads((SCENARIO / "expected.json").read_text())
PEOPLE = EXPECTED["attendance"]["unique_present"]


@dataclass
class Class:
    """The event with its roster and scans."""

    organiser: Client
    event: str

    def scans(self) -> dict:
        """Brings the scans in."""
        content = (SCENARIO / "scans.csv").read_bytes()
        return self.organiser.expect(
            200, "POST", f"/api/v1/events/{self.event}/scans", content, Content_Type="text/csv")

    def sessions(self) -> list[dict]:
        return self.organiser.expect(200, "GET", f"/api/v1/events/{self.event}")["sessions"]

    def statistics(self) -> dict:
        return self.organiser.expect(200, "GET", f"/api/v1/events/{self.event}/statistics")


@pytest.fixture(scope="module")
def lesson(venue) -> Class:
    event = venue.box.command("event", "create", str(SCENARIO / "event.yaml")).strip()
    roster = (SCENARIO / "roster.xlsx").read_bytes()
    venue.organiser.expect(200, "POST", f"/api/v1/events/{event}/roster", roster, Content_Type=XLSX)
    lesson = Class(venue.organiser, event)
    assert lesson.scans()["imported"] == EXPECTED["files"]["scans.csv"]["lines"]
    return lesson


def people(figures: dict) -> dict[str, int]:
    return {name: figure["people"] for name, figure in figures.items()}


def test_counts_of_each_session(lesson):
    for session in lesson.sessions():
        counts, expected = session["counts"], EXPECTED["attendance"]["sessions"][session["key"]]
        assert counts["enrolled"] == expected["registered"]
        assert counts["present"] == expected["present_on_time"]
        assert counts["late"] == expected["present_late"]
        assert counts["absent"] == expected["absent"]


def test_same_scans_again_change_nothing(lesson):
    before = lesson.sessions()
    report = lesson.scans()
    assert (report["imported"], report["unchanged"]) == (0, EXPECTED["files"]["scans.csv"]["lines"])
    assert lesson.sessions() == before


def test_statistics_count_people_and_attendances_apart(lesson):
    total = lesson.statistics()["total"]
    assert total == {"people": PEOPLE["persons"], "attendances": EXPECTED["attendance"]["person_sessions"]}


def test_statistics_by_sex_and_ethnicity(lesson):
    statistics = lesson.statistics()
    assert people(statistics["sex"]) == {"female": PEOPLE["sex"]["Nữ"], "male": PEOPLE["sex"]["Nam"]}
    assert people(statistics["kinh_dtts"]) == PEOPLE["kinh_dtts"]
    assert people(statistics["ethnicity"]) == PEOPLE["ethnic"]


@pytest.mark.parametrize("name", ["sex", "age_band", "ethnicity", "kinh_dtts", "commune", "position"])
def test_every_breakdown_adds_up_to_the_total(lesson, name):
    statistics = lesson.statistics()
    for what in ("people", "attendances"):
        assert sum(figure[what] for figure in statistics[name].values()) == statistics["total"][what]


@pytest.mark.parametrize("name", EXPECTED["indicators"])
def test_indicator_is_the_expected_one(lesson, name):
    expected = EXPECTED["indicators"][name]
    result = next(one for one in lesson.statistics()["indicators"] if one["id"] == name)
    assert result["numerator"] == expected.get("numerator", expected.get("value"))
    assert result["denominator"] == expected.get("denominator")
    assert (result["target"], result["met"]) == (expected.get("target"), expected.get("met"))
