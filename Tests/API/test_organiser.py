"""What the organiser does before and after a class, and what must not happen by a slip of the hand."""

import subprocess
from urllib.parse import quote

import pytest

from box import PROGRAM, PROJECT
from venue import new_event, unique

SCENARIOS = PROJECT / "Tests/Fixtures/scenarios"


def test_event_sent_twice_is_made_once(organiser):
    event, key = new_event() | {"name": unique("Lớp")}, unique("key")
    first = organiser.expect(201, "POST", "/api/v1/events", event, Idempotency_Key=key)
    again = organiser.expect(201, "POST", "/api/v1/events", event, Idempotency_Key=key)
    assert again == first
    names = [item["name"] for item in organiser.expect(200, "GET", "/api/v1/events")["items"]]
    assert names.count(event["name"]) == 1
    other = organiser.call("POST", "/api/v1/events", event | {"name": unique("Lớp")}, Idempotency_Key=key)
    assert (other.status, other.code) == (409, "nonce_reused")


def test_removed_operator_is_out_at_once(venue):
    operator = {"name": unique("Người"), "role": "desk", "pin": "104233"}
    venue.organiser.expect(201, "POST", "/api/v1/operators", operator)
    station = venue.enrol("desk")
    desk = venue.log_in(station, name=operator["name"], pin=operator["pin"])
    venue.organiser.expect(204, "DELETE", f"/api/v1/operators/{quoted(operator['name'])}")
    assert desk.expect(200, "GET", "/api/v1/me")["role"] == "station"
    names = [item["name"] for item in venue.organiser.expect(200, "GET", "/api/v1/operators")["items"]]
    assert operator["name"] not in names
    assert station.call("POST", "/api/v1/login", {"name": operator["name"], "pin": operator["pin"]}).status == 401
    assert venue.organiser.call("DELETE", f"/api/v1/operators/{quoted(operator['name'])}").status == 404
    venue.organiser.expect(201, "POST", "/api/v1/operators", operator)
    venue.log_in(station, name=operator["name"], pin=operator["pin"])


@pytest.mark.parametrize("name", ["Bàn 1/2", "Bàn 50%", "?#", "a/../b"])
def test_name_with_signs_of_addresses_can_be_shut_out(venue, name):
    name = unique(name)
    venue.organiser.expect(201, "POST", "/api/v1/operators", {"name": name, "role": "desk", "pin": "104233"})
    venue.organiser.expect(201, "POST", "/api/v1/stations", {"name": name, "role": "desk"})
    venue.organiser.expect(200, "DELETE", f"/api/v1/stations/{quoted(name)}")
    venue.organiser.expect(204, "DELETE", f"/api/v1/operators/{quoted(name)}")
    for kind in ("stations", "operators"):
        dots = {"name": "..", "role": "desk", "pin": "104233"}
        assert venue.organiser.call("POST", f"/api/v1/{kind}", dots).status == 422


def test_new_pin_ends_the_old_one_and_its_logins(venue):
    operator = {"name": unique("Người"), "role": "desk", "pin": "104233"}
    venue.organiser.expect(201, "POST", "/api/v1/operators", operator)
    station = venue.enrol("desk")
    desk = venue.log_in(station, name=operator["name"], pin="104233")
    address = f"/api/v1/operators/{quoted(operator['name'])}/pin"
    assert venue.organiser.call("PUT", address, {"pin": "12"}).status == 422
    venue.organiser.expect(200, "PUT", address, {"pin": "730915"})
    assert desk.expect(200, "GET", "/api/v1/me")["role"] == "station"
    assert station.call("POST", "/api/v1/login", {"name": operator["name"], "pin": "104233"}).status == 401
    venue.log_in(station, name=operator["name"], pin="730915")


def test_last_organiser_stays(venue):
    items = venue.organiser.expect(200, "GET", "/api/v1/operators")["items"]
    organisers = [item["name"] for item in items if item["role"] == "organiser"]
    for name in organisers[1:]:
        venue.organiser.expect(204, "DELETE", f"/api/v1/operators/{quoted(name)}")
    answer = venue.organiser.call("DELETE", f"/api/v1/operators/{quoted(organisers[0])}")
    assert (answer.status, answer.code) == (409, "last_organiser")


def test_nobody_is_absent_from_a_session_that_was_not_held(venue, lesson):
    def register() -> dict:
        return venue.organiser.expect(200, "GET", f"/api/v1/events/{lesson.event}/export?format=json")

    held, planned = register()["sessions"]
    assert held["counts"]["absent"] == 4
    assert "counts" not in planned
    for person in register()["participants"]:
        assert [line["status"] for line in person["attendance"]] == ["absent", None]
    counts = venue.organiser.expect(200, "GET", f"/api/v1/sessions/{lesson.planned}/attendance")["counts"]
    assert (counts["enrolled"], counts["absent"]) == (4, 4)
    venue.organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.planned}/open")
    assert register()["sessions"][1]["counts"]["absent"] == 4


def test_communes_are_looked_for_around_the_events_own(organiser):
    event = new_event() | {"commune": "Xã Tiến Xuân, Huyện Thạch Thất, Thành phố Hà Nội"}
    made = organiser.expect(201, "POST", "/api/v1/events", event)["id"]
    roster = "STT,Họ và tên,Xã/phường\n1,Bùi Thị Ví,Xã Đông Xuân\n2,Bùi Văn Ví,Đông Xuân\n3,Lý Ví,Xã Vân Hoà\n4,Hà Ví,Xã Tiến Xuân\n"
    report = organiser.expect(
        200, "POST", f"/api/v1/events/{made}/roster", roster.encode(), Content_Type="text/csv")
    confirm = [warning["row"] for warning in report["warnings"] if warning["code"] == "needs_confirmation"]
    assert confirm == [2, 3, 4]
    register = organiser.expect(200, "GET", f"/api/v1/events/{made}/export?format=json")
    codes = {person["name"]: person["commune_code"] for person in register["participants"]}
    assert codes == {"Bùi Thị Ví": "04939", "Bùi Văn Ví": "04939", "Lý Ví": "09706", "Hà Ví": "04936"}


def quoted(name: str) -> str:
    return quote(name, safe="")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    subprocess.run([PROGRAM, "init", "--data", folder / "box"], check=True, capture_output=True)
    (folder / "wrong.txt").write_text("xin chào\n")
    (folder / "scanner.yaml").write_text("name: \"Lớp\nsessions: [\n")
    (folder / "no-name.yaml").write_text("schema: event/1\nkind: class\n")
    (folder / "typo.yaml").write_text("hosts: [diemdanh.lan]\nprovince:\n  urll: https://example.vn\n")
    (folder / "province.yaml").write_text(
        "province:\n  sign_key: RWSe8jWl01av0yWSWNygx/fX1jk+f31S1SOS7sOkilFUrorFXSWUFDj+\n"
        "  age_key: age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n")
    return folder


@pytest.mark.parametrize("command, status, words", [
    ("outbox carry --config {f}/province.yaml --out /nonexistent/stick", 3, ["no folder /nonexistent/stick", "plugged in"]),
    ("backup --out /nonexist/x", 3, ["no folder /nonexist"]),
    ("restore {f}/wrong.txt", 1, ["wrong.txt is no backup of a box"]),
    ("event list --config {f}/typo.yaml", 1, ["urll under province", "url, sign_key", "province.sign_key is missing"]),
    ("event create {f}/scanner.yaml", 1, ["scanner.yaml", "line "]),
    ("event create {f}/no-name.yaml", 1, ["no-name.yaml", "name is missing"]),
    (f"event create {SCENARIOS}/cho-moi-2024/event.yaml", 1, ["plan of several classes", "t1-quan-tri/event.yaml"]),
    (f"event create {SCENARIOS}/quang-ninh-2024/event.yaml", 1, ["plan of several classes", "lop-1/event.yaml"]),
    ("outbox receipt {f}/wrong.txt --config {f}/province.yaml", 1, ["This is no receipt of the province"]),
    ("import roster {f}/missing.xlsx --event x", 1, ["missing.xlsx", "cannot be read"]),
])
def test_command_line_says_what_is_wrong_in_a_sentence(folder, command, status, words):
    arguments = command.format(f=folder).split()
    done = subprocess.run(
        [PROGRAM, *arguments, "--data", folder / "box"], capture_output=True, text=True, cwd=PROJECT)
    said = done.stderr
    assert done.returncode == status, said
    for word in words:
        assert word in said, said
    for raw in ["Error Domain", "DecodingError", "failed(code", "unusableBackup", "Cocoa", "CodingKeys", "Context("]:
        assert raw not in said, said
