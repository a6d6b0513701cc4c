"""Six classes and a tour arrive from three boxes: lượt and unique people are what the scenario expects."""

import json

from boxes import SCENARIO

EXPECTED = json.loads((SCENARIO / "expected.json").read_text())
PRESENT = EXPECTED["attendance_overall"]["unique_present"]
WORDS = {"female": "Nữ", "male": "Nam"}


def people(figures: list[dict]) -> dict[str, int]:
    return {figure["key"]: figure["people"] for figure in figures}


def test_totals(quang_ninh):
    total = quang_ninh.get("/summary")["total"]
    assert total == {
        "events": 7, "sessions": total["sessions"], "enrolments": EXPECTED["overall"]["rows_imported"],
        "registered": EXPECTED["overall"]["unique_persons"], "people": PRESENT["persons"],
        "person_events": EXPECTED["attendance_overall"]["person_events"],
        "attendances": EXPECTED["attendance_overall"]["person_sessions"]}


def test_people_by_sex_and_ethnicity(quang_ninh):
    summary = quang_ninh.get("/summary")
    assert {WORDS[key]: number for key, number in people(summary["sex"]).items()} == PRESENT["sex"]
    assert people(summary["kinh_dtts"]) == PRESENT["kinh_dtts"]


def test_people_by_commune_then_and_now(quang_ninh):
    summary = quang_ninh.get("/summary")
    assert people(summary["commune"]) == PRESENT["commune_now"]
    assert people(summary["commune_listed"]) == {
        f"2024/{code}": number for code, number in PRESENT["commune_2024"].items()}
    assert sum(figure["approximate"] for figure in summary["commune"]) == PRESENT["commune_now_approximate"]


def test_filters_choose_by_day_and_programme(quang_ninh):
    whole = quang_ninh.get("/summary")
    april = quang_ninh.get("/summary?from=2024-04-01&to=2024-04-30")
    assert april["total"]["events"] == 1
    assert april["total"]["attendances"] == EXPECTED["parts"]["lop-1"]["attendance"]["person_sessions"]
    assert quang_ninh.get("/summary?programme=kh%C3%B4ng+c%C3%B3")["total"]["attendances"] == 0
    assert sum(row["attendances"] for row in whole["rows"]) == whole["total"]["attendances"]
