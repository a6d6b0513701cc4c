"""Lists that come in as files."""

import pytest

from box import PROJECT
from client import XLSX, form
from venue import ROSTER, new_event

MORE = ROSTER + "5,Lò Thị Ví Dụ,1999,Nữ,Xã Ba Vì\n6,,1999,Nữ,Xã Ba Vì\n"


@pytest.fixture
def event(organiser) -> str:
    return organiser.expect(201, "POST", "/api/v1/events", new_event())["id"]


def send(organiser, event: str, content: bytes, status: int = 200, query: str = "", kind: str = "text/csv") -> dict:
    address = f"/api/v1/events/{event}/roster{query}"
    return organiser.expect(status, "POST", address, content, Content_Type=kind)


def numbers(report: dict) -> tuple[int, int, int]:
    return report["imported"], report["updated"], report["unchanged"]


def names(organiser, event: str) -> list[str]:
    items = organiser.expect(200, "GET", f"/api/v1/events/{event}/participants")["items"]
    return [person["name"] for person in items]


def test_file_as_the_body_is_imported(organiser, event):
    assert numbers(send(organiser, event, ROSTER.encode())) == (4, 0, 0)


def test_file_in_a_form_is_imported(organiser, event):
    body, kind = form(ROSTER.encode())
    assert numbers(send(organiser, event, body, kind=kind)) == (4, 0, 0)


def test_form_without_the_field_is_malformed(organiser, event):
    body, kind = form(ROSTER.encode(), name="tep")
    send(organiser, event, body, 400, kind=kind)


def test_dry_run_leaves_nothing(organiser, event):
    before = organiser.expect(200, "GET", "/api/v1/health")["ledger"]
    assert numbers(send(organiser, event, ROSTER.encode(), query="?dry_run=true")) == (4, 0, 0)
    assert names(organiser, event) == []
    assert organiser.expect(200, "GET", "/api/v1/health")["ledger"] == before


def test_dry_run_says_what_the_import_then_does(organiser, event):
    send(organiser, event, ROSTER.encode())
    assert send(organiser, event, MORE.encode(), query="?dry_run=true") == send(organiser, event, MORE.encode())


def test_same_list_again_changes_nothing(organiser, event):
    send(organiser, event, ROSTER.encode())
    assert numbers(send(organiser, event, ROSTER.encode())) == (0, 0, 4)


def test_bad_row_keeps_nobody_out(organiser, event):
    report = send(organiser, event, MORE.encode())
    assert report["imported"] == 5
    assert [row["row"] for row in report["rejected"]] == [7]


def test_bad_field_is_a_warning(organiser, event):
    report = send(organiser, event, ROSTER.replace("1990", "xyz").encode())
    assert report["imported"] == 4
    assert [warning["row"] for warning in report["warnings"] if "birth" in warning["field"]] == [2]


def test_person_who_stands_twice_is_taken_once(organiser, event):
    report = send(organiser, event, (ROSTER + "5,Bùi Thị Ví Dụ,1990,Nữ,Xã Tiến Xuân\n").encode())
    assert report["imported"] == 4
    assert report["duplicates"] == [{"row": 6, "of": 2}]


def test_capitals_become_a_name(organiser, event):
    report = send(organiser, event, ROSTER.replace("Bùi Thị Ví Dụ", "BÙI THỊ VÍ DỤ").encode())
    assert "Bùi Thị Ví Dụ" in names(organiser, event)
    assert [repair["why"] for repair in report["repaired"]] == ["capitals"]


def test_sheet_that_is_not_there_is_refused(organiser, event):
    roster = (PROJECT / "Tests/Fixtures/scenarios/tien-xuan-2024/roster.xlsx").read_bytes()
    problem = send(organiser, event, roster, 422, "?sheet=Kh%C3%B4ng%20c%C3%B3", XLSX)
    assert problem["type"].endswith("no_such_sheet")
    assert "DS đại biểu" in problem["sheets"]
    assert send(organiser, event, roster, 200, "?sheet=DS%20%C4%91%E1%BA%A1i%20bi%E1%BB%83u", XLSX)["imported"] == 80


@pytest.mark.parametrize("content, status", [
    (b"", 422), (b"\x89PNG\r\n\x1a\n", 415), (b"%PDF-1.7", 415), (b"PK\x03\x04rubbish", 422), (b"a,b\n1,2\n", 422),
    (b"\xff\xfe\x00", 422), (bytes(9), 415),
])
def test_file_that_is_no_list_is_refused(organiser, event, content, status):
    send(organiser, event, content, status, kind="application/octet-stream")
    assert names(organiser, event) == []


@pytest.mark.parametrize("content, status", [(b"", 422), (b"\x89PNG\r\n\x1a\n", 415), (b"a,b\n1,2\n", 422)])
def test_file_that_is_no_list_of_scans_is_refused(organiser, event, content, status):
    address = f"/api/v1/events/{event}/scans"
    organiser.expect(status, "POST", address, content, Content_Type="text/csv")


@pytest.mark.parametrize("flag", ["yes", "2", "TRUE"])
def test_flag_that_is_no_flag_is_malformed(organiser, event, flag):
    send(organiser, event, ROSTER.encode(), 400, f"?dry_run={flag}")
