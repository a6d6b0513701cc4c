"""Roll-call sheets: printed, kept by hand, typed back in."""

import re

import pytest


@pytest.fixture
def printing(organiser, lesson) -> dict:
    return organiser.expect(201, "POST", f"/api/v1/sessions/{lesson.session}/sheets")


def rows_of(caller, code: str, status: int = 200, query: str = "", **body) -> dict:
    return caller.expect(status, "POST", f"/api/v1/sheets/{code}/rows{query}", body)


def states(answer: dict) -> list[str]:
    return [row["state"] for row in answer["rows"]]


@pytest.fixture
def started(organiser, lesson) -> str:
    """A time of the past, as an entry of this lesson, which begins in some hours."""
    return organiser.expect(200, "GET", "/api/v1/clock")["now"]


def test_same_list_is_the_same_paper(organiser, lesson, printing):
    assert organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.session}/sheets") == printing
    assert [sheet["rows"] for sheet in printing["sheets"]] == [4]
    shown = organiser.expect(200, "GET", f"/api/v1/sheets/{printing['sheets'][0]['code']}")
    assert shown == printing["sheets"][0]


def test_page_shows_every_row_and_the_code(organiser, lesson, printing):
    page = organiser.raw("GET", printing["page"]).body.decode()
    code = printing["sheets"][0]["code"]
    assert f"{code[:5]} {code[5:]}" in page
    numbers = re.findall(r'<td class="number">(\d\d)</td><td class="name"><div>([^<]+)', page)
    assert [int(number) for number, _ in numbers] == [1, 2, 3, 4]
    assert {name for _, name in numbers} == {person["name"] for person in lesson.people}


def test_signed_rows_become_scans_once(venue, organiser, lesson, printing, started):
    desk, code = venue.desk(), printing["sheets"][0]["code"]
    seen = rows_of(desk, code, query="?dry_run=true", rows="1-2, 4")
    assert states(seen) == ["new"] * 3
    assert states(rows_of(desk, code, rows="1-2, 4", occurred_at=started)) == ["accepted"] * 3
    assert states(rows_of(desk, code, rows="1-4", occurred_at=started)) == [
        "recorded", "recorded", "accepted", "recorded"]
    counts = organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["counts"]
    assert counts["present"] == 4
    register = organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/export?format=json")
    assert [(scan["method"], scan["gate"]) for scan in register["scans"]] == [
        ("paper", f"{code}/{row}") for row in (1, 2, 4, 3)]
    assert all(scan["operator"] and scan["station"] for scan in register["scans"][:3])


def test_parts_that_are_no_rows_are_named_and_nothing_is_recorded(organiser, lesson, printing):
    code = printing["sheets"][0]["code"]
    seen = rows_of(organiser, code, query="?dry_run=true", rows="1, 3-2, 5, x")
    assert seen["problems"] == [
        {"text": "3-2", "why": "reversed"}, {"text": "5", "why": "not_on_sheet"}, {"text": "x", "why": "unreadable"}]
    answer = organiser.call("POST", f"/api/v1/sheets/{code}/rows", {"rows": "1, 3-2"})
    assert (answer.status, answer.code) == (422, "unreadable_rows")
    assert organiser.call("POST", f"/api/v1/sheets/{code}/rows", {"rows": ""}).status == 422
    assert organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.session}/attendance")["counts"]["present"] == 0


# Twice 97: check digits of 02 and 99 are of one sheet, so that the next number that passes may be the same one.
@pytest.mark.parametrize("change, status, problem", [(1, 422, "wrong_sheet_code"), (2 * 97, 404, "unknown_sheet")])
def test_sheet_of_nobody_is_told_from_a_wrong_digit(organiser, printing, change, status, problem):
    code = f"{(int(printing['sheets'][0]['code']) + change) % 10**10:010}"
    for method, path in [("GET", ""), ("POST", "/rows")]:
        answer = organiser.call(method, f"/api/v1/sheets/{code}{path}", {"rows": "1"} if path else None)
        assert (answer.status, answer.code) == (status, problem)


def test_time_to_come_is_refused(organiser, printing):
    now = organiser.expect(200, "GET", "/api/v1/clock")["now"]
    organiser.expect(200, "POST", "/api/v1/clock", {"now": now, "round_trip_ms": 10})
    # The lesson begins in two hours: nobody can have signed as of its start.
    code = printing["sheets"][0]["code"]
    answer = organiser.call("POST", f"/api/v1/sheets/{code}/rows", {"rows": "1"})
    assert (answer.status, answer.code) == (409, "not_yet")


def test_kiosk_and_strangers_see_no_sheet(venue, printing):
    code = printing["sheets"][0]["code"]
    for caller, status in [(venue.kiosk, 403), (venue.stranger, 401)]:
        assert caller.call("GET", f"/api/v1/sheets/{code}").status == status
        assert caller.call("GET", printing["page"]).status == status


@pytest.mark.parametrize("body", [{}, {"rows": 1}, {"rows": "1", "direction": "up"},
                                  {"rows": "1", "occurred_at": "07:30"}, {"rows": "1," * 1001}])
def test_body_that_cannot_be_used_is_refused(organiser, printing, body):
    code = printing["sheets"][0]["code"]
    assert organiser.call("POST", f"/api/v1/sheets/{code}/rows", body).status == 422
