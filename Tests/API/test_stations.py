"""The devices that may take attendance: their links, what they say of themselves, and what they leave behind."""

import json

import pytest

from venue import unique


def add(venue, role: str = "desk") -> dict:
    return venue.organiser.expect(201, "POST", "/api/v1/stations", {"name": unique("Bàn"), "role": role})


def listed(venue, name: str) -> dict:
    stations = venue.organiser.expect(200, "GET", "/api/v1/stations")["items"]
    return next(station for station in stations if station["name"] == name)


def test_link_holds_the_address_by_which_the_organiser_came(venue):
    host = f"127.0.0.1:{venue.box.port}"
    assert add(venue)["url"].startswith(f"http://{host}/enrol/")


def test_link_is_also_given_for_https(venue):
    link = add(venue)
    assert link["https_url"].startswith("https://127.0.0.1:") and f":{venue.box.port}/" not in link["https_url"]
    assert link["https_url"].rpartition("/")[2] == link["url"].rpartition("/")[2]
    assert link["https_qr_svg"] != link["qr_svg"]


def test_command_line_gives_the_same_links(venue):
    link = json.loads(venue.box.command("station", "add", unique("Bàn"), "--role", "desk", "--json"))
    assert link["url"].startswith(f"http://127.0.0.1:{venue.box.port}/enrol/")
    assert link["https_url"].startswith("https://127.0.0.1:")


def test_new_link_ends_the_one_before(venue):
    first = add(venue)
    second = venue.organiser.expect(201, "POST", f"/api/v1/stations/{first['name']}/link")
    old, new = ({"token": link["url"].rpartition("/")[2]} for link in (first, second))
    assert venue.page.call("POST", "/api/v1/enrol", old).status == 404
    assert venue.page.call("POST", "/api/v1/enrol", new).status == 200


def test_nobody_may_be_called_self(venue):
    body = {"name": "self", "role": "desk"}
    assert venue.organiser.call("POST", "/api/v1/stations", body).status == 422


@pytest.mark.parametrize("role", ["desk", "display", "kiosk"])
def test_device_says_how_it_is_before_anybody_signs_in(venue, role):
    device = venue.enrol(role)
    name = device.expect(200, "GET", "/api/v1/me")["station"]
    assert "unsent" not in listed(venue, name)
    assert device.call("POST", "/api/v1/stations/self", {"unsent": 3, "battery": 71}).status == 204
    assert (listed(venue, name)["unsent"], listed(venue, name)["battery"]) == (3, 71)
    assert device.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 204
    assert listed(venue, name)["unsent"] == 0 and "battery" not in listed(venue, name)
    assert f"{name}  seen 20" in venue.box.command("station", "list")


@pytest.mark.parametrize("body", [
    {}, {"unsent": -1}, {"unsent": "3"}, {"unsent": 1_000_001}, {"unsent": 0, "battery": 101},
    {"unsent": 0, "battery": -1}])
def test_figures_that_no_device_has_are_refused(venue, body):
    assert venue.enrol("desk").call("POST", "/api/v1/stations/self", body).status in (400, 422)


def test_only_an_enrolled_device_may_report(venue):
    assert venue.page.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 401
    assert venue.organiser.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 403
    assert venue.kiosk.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 403


def test_report_needs_the_proof_that_the_page_is_ours(venue):
    device = venue.enrol("desk")
    fields = {name: value for name, value in device.headers.items() if name != "X-CSRF-Token"}
    stranger = type(device)(device.document, device.port, fields)
    assert stranger.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 403


def test_revoked_device_may_say_nothing_more_and_its_scans_are_looked_through(venue, lesson):
    desk = venue.desk()
    scan = desk.redeem(lesson.session, code=lesson.code)["scan"]["id"]
    desk.redeem(lesson.session, code="00000000")
    name = desk.expect(200, "GET", "/api/v1/me")["station"]
    venue.organiser.expect(200, "DELETE", f"/api/v1/stations/{name}")
    assert desk.call("POST", "/api/v1/stations/self", {"unsent": 0}).status == 401
    address = f"/api/v1/stations/{name}/scans"
    refused, accepted = venue.organiser.expect(200, "GET", address)["items"]
    assert (refused["result"], accepted["result"], accepted["id"]) == ("refused", "accepted", scan)
    assert accepted["name"] == lesson.people[0]["name"] and not accepted["is_annulled"]
    venue.organiser.expect(200, "POST", f"/api/v1/scans/{scan}/annul", {"reason": "Máy bị mất"})
    assert venue.organiser.expect(200, "GET", address)["items"][1]["is_annulled"]
    assert len(venue.organiser.expect(200, "GET", f"{address}?limit=1")["items"]) == 1


def test_unknown_device_is_unknown_everywhere(venue):
    name = unique("Bàn")
    assert venue.organiser.call("GET", f"/api/v1/stations/{name}/scans").status == 404
    assert venue.organiser.call("POST", f"/api/v1/stations/{name}/link").status == 404
    assert venue.organiser.call("DELETE", f"/api/v1/stations/{name}").status == 404
