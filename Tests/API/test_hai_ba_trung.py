"""The conference of Hai Bà Trưng: 150 organisations with their delegates, 18 wards, and four that nobody had invited."""

import csv
import json
import uuid

import pytest

from box import PROJECT
from client import XLSX, Client

SCENARIO = PROJECT / "Tests/Fixtures/scenarios/hai-ba-trung-2024"
EXPECTED = json.loads((SCENARIO / "expected.json").read_text())
SHEETS = EXPECTED["files"]["roster.xlsx"]["sheets"]
ATTENDANCE = EXPECTED["attendance"]
ROSTER = (SCENARIO / "roster.xlsx").read_bytes()


class Conference:
    """The event, brought in sheet by sheet as the office would."""

    def __init__(self, organiser: Client, event: str):
        self.organiser, self.event = organiser, event
        self.reports: dict[str, dict] = {}

    def read_sheet(self, name: str, status: int = 200) -> dict:
        address = f"/api/v1/events/{self.event}/roster?sheet={name.replace(' ', '%20')}"
        return self.organiser.expect(status, "POST", address, ROSTER, Content_Type=XLSX)

    def get(self, what: str) -> dict:
        return self.organiser.expect(200, "GET", f"/api/v1/events/{self.event}{what}")

    @property
    def session(self) -> str:
        return self.get("")["sessions"][0]["id"]

    def counts(self) -> dict:
        return self.organiser.expect(200, "GET", f"/api/v1/sessions/{self.session}/attendance")["counts"]

    def walk_in(self, guest: dict[str, str]) -> dict:
        """Somebody of an organisation that is on no list, at the desk."""
        body = {"name": guest["delegate"], "organisation": guest["organisation"], "commune": f"Phường {guest['ward']}",
                "sex": {"Nữ": "female", "Nam": "male"}[guest["sex"]], "phone": guest["phone"], "consent": True}
        person = self.organiser.expect(
            201, "POST", f"/api/v1/events/{self.event}/participants", body, Idempotency_Key=str(uuid.uuid4()))
        return self.organiser.redeem(
            self.session, participant_id=person["id"], occurred_at=guest["local_time"] + "+07:00", method="walk_in")


@pytest.fixture(scope="module")
def conference(venue) -> Conference:
    """After its morning, before the walk-ins were entered."""
    event = venue.box.command("event", "create", str(SCENARIO / "event.yaml")).strip()
    conference = Conference(venue.organiser, event)
    for name, sheet in SHEETS.items():
        if sheet["rows_imported"]:
            conference.reports[name] = conference.read_sheet(name)
    scans = (SCENARIO / "scans.csv").read_bytes()
    report = venue.organiser.expect(200, "POST", f"/api/v1/events/{event}/scans", scans, Content_Type="text/csv")
    assert (report["imported"], report["rejected"]) == (EXPECTED["files"]["scans.csv"]["lines"], [])
    return conference


@pytest.fixture(scope="module")
def full(conference) -> Conference:
    """With those whom nobody had invited, as the desk took them."""
    before = conference.counts()
    conference.organiser.expect(200, "POST", f"/api/v1/sessions/{conference.session}/open")
    guests = list(csv.DictReader((SCENARIO / "walkins.csv").read_text().splitlines()))
    assert len(guests) == EXPECTED["files"]["walkins.csv"]["lines"]
    for guest in guests:
        assert conference.walk_in(guest)["result"] == "accepted"
    after = conference.counts()
    assert sum(after.pop("walk_in").values()) == ATTENDANCE["walk_ins"]["persons"]
    before.pop("walk_in")
    assert after == before
    return conference


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_gives_its_people(conference, name):
    sheet = SHEETS[name]
    if not sheet["rows_imported"]:
        assert conference.read_sheet(name, 422)["type"].endswith("no_header")
        return
    report = conference.reports[name]
    assert (report["imported"], report["updated"], report["duplicates"]) == (sheet["rows_imported"], 0, [])
    assert report["rejected"] == sheet["rows_rejected"]


def test_sheets_again_change_nothing(conference):
    before = conference.get("")
    for name in conference.reports:
        again = conference.read_sheet(name)
        assert (again["imported"], again["updated"], again["unchanged"]) == (0, 0, SHEETS[name]["rows_imported"])
    assert conference.get("") == before


def test_session_is_counted(conference):
    counts, expected = conference.counts(), ATTENDANCE["sessions"]["sang"]
    assert (counts["enrolled"], counts["absent"]) == (expected["registered"], expected["absent"])
    assert (counts["present"], counts["late"]) == (expected["present_on_time"], expected["present_late"])


def test_early_leavers_and_second_scans_are_counted(conference):
    expected = ATTENDANCE["sessions"]["sang"]
    register = conference.get("/export?format=json")
    records = [record for person in register["participants"] for record in person["attendance"]]
    assert sum(record["left_early"] for record in records) == expected["left_early"]
    repeated = [scan for scan in register["scans"] if scan.get("reason") == "already_redeemed"]
    assert len(repeated) == expected["extra_in_scans"]


def test_people_who_came_are_counted_by_sex(conference):
    statistics, expected = conference.get("/statistics"), ATTENDANCE["unique_present"]
    assert statistics["total"] == {"people": expected["persons"], "attendances": ATTENDANCE["person_sessions"]}
    assert {name: figure["people"] for name, figure in statistics["sex"].items()} == {
        "female": expected["sex"]["Nữ"], "male": expected["sex"]["Nam"]}


@pytest.mark.parametrize("name", ["commune", "commune_now", "position"])
def test_every_breakdown_adds_up(conference, name):
    statistics = conference.get("/statistics")
    assert sum(figure["people"] for figure in statistics[name].values()) == statistics["total"]["people"]


def test_communes_of_today_are_those_of_the_decree(conference):
    wards = {f"{name}, Thành phố Hà Nội" for name in EXPECTED["unit_names"]["commune_now"].values()}
    figures = conference.get("/statistics")["commune_now"]
    # Six offices of the district have no ward.
    assert figures.keys() == wards | {"unknown"}


@pytest.mark.parametrize("fixture", ["conference", "full"])
def test_organisations_and_wards_are_counted_walk_ins_beside_them(request, fixture):
    turnout = request.getfixturevalue(fixture).get("/statistics")["turnout"]
    organisations, wards = ATTENDANCE["organisations"], ATTENDANCE["wards"]
    found = turnout["organisations"]
    assert (found["registered"], found["present"]) == (organisations["registered"], organisations["present"])
    assert len(found["absent"]) == organisations["absent"]
    assert found["walk_in"] == (ATTENDANCE["walk_ins"]["organisations"] if fixture == "full" else 0)
    assert (turnout["wards"]["registered"], turnout["wards"]["present"]) == (wards["registered"], wards["present"])
    absent = [EXPECTED["unit_names"]["commune_2024"][code].partition(",")[0] for code in wards["absent_wards_2024"]]
    assert turnout["wards"]["absent"] == [f"UBND {name[0].lower()}{name[1:]}" for name in absent]


@pytest.mark.parametrize("name", EXPECTED["indicators"])
def test_indicator_is_the_expected_one(full, name):
    expected = EXPECTED["indicators"][name]
    result = next(one for one in full.get("/statistics")["indicators"] if one["id"] == name)
    assert (result["numerator"], result["denominator"]) == (expected["numerator"], expected["denominator"])
    assert (result["target"], result["met"]) == (expected["target"], expected["met"])
