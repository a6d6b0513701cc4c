"""PINs, cookies, stations, and which page a change must come from."""

import pytest

from venue import in_hours, unique


def test_pin_makes_an_organiser(venue):
    organiser = venue.log_in(venue.page, pin=venue.pin)
    assert organiser.expect(200, "GET", "/api/v1/me")["role"] == "organiser"
    organiser.expect(201, "POST", "/api/v1/stations", {"name": unique("Bàn"), "role": "desk"})


def test_cookie_is_for_the_server_only(venue):
    cookie = venue.page.call("POST", "/api/v1/login", {"pin": venue.pin}).headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Secure" not in cookie


def test_change_with_a_cookie_needs_the_csrf_token(venue, lesson):
    organiser = venue.log_in(venue.page, pin=venue.pin)
    for token in ("", "0", organiser.headers["X-CSRF-Token"][:-1]):
        answer = organiser.call("POST", f"/api/v1/sessions/{lesson.session}/close", X_CSRF_Token=token)
        assert (answer.status, answer.code) == (403, "bad_csrf")
    organiser.expect(200, "POST", f"/api/v1/sessions/{lesson.session}/close")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1"])
def test_change_with_a_cookie_needs_the_boxs_own_origin(venue, lesson, origin):
    organiser = venue.log_in(venue.page, pin=venue.pin)
    answer = organiser.call("POST", f"/api/v1/sessions/{lesson.session}/close", Origin=origin)
    assert (answer.status, answer.code) == (403, "bad_csrf")


def test_change_with_a_cookie_needs_some_origin(venue, lesson):
    organiser = venue.log_in(venue.page, pin=venue.pin)
    del organiser.headers["Origin"]
    assert organiser.call("POST", f"/api/v1/sessions/{lesson.session}/close").status == 403


def test_login_from_another_page_is_refused(venue):
    answer = venue.page.call("POST", "/api/v1/login", {"pin": venue.pin}, Origin="http://evil.example")
    assert (answer.status, answer.code) == (403, "bad_csrf")


def test_bearer_needs_neither(venue, lesson):
    venue.organiser.with_headers(Origin="http://evil.example").expect(
        200, "POST", f"/api/v1/sessions/{lesson.session}/close")


def test_logout_ends_the_cookie(venue):
    organiser = venue.log_in(venue.page, pin=venue.pin)
    assert organiser.call("POST", "/api/v1/logout", X_CSRF_Token="0").status == 403
    assert organiser.call("POST", "/api/v1/logout").status == 204
    assert organiser.expect(200, "GET", "/api/v1/me") == {"role": "anybody"}


def test_desk_needs_a_station_and_a_pin(venue, lesson):
    operator = {"name": unique("Đinh Thị Ví Dụ"), "role": "desk", "pin": "730915"}
    venue.organiser.expect(201, "POST", "/api/v1/operators", operator)
    login = {"name": operator["name"], "pin": operator["pin"]}
    answer = venue.page.call("POST", "/api/v1/login", login)
    assert (answer.status, answer.code) == (403, "station_needed")
    station = venue.enrol("desk")
    assert station.expect(200, "GET", "/api/v1/me")["role"] == "station"
    assert station.call("GET", f"/api/v1/sessions/{lesson.session}/attendance").status == 401
    desk = venue.log_in(station, **login)
    assert desk.expect(200, "GET", "/api/v1/me")["role"] == "desk"
    assert desk.redeem(lesson.session, code=lesson.code)["result"] == "accepted"


def test_names_of_operators_compare_without_marks(venue):
    name = unique("Đặng Thị Ví Dụ")
    venue.organiser.expect(201, "POST", "/api/v1/operators", {"name": name, "role": "desk", "pin": "104233"})
    plain = name.replace("Đặng Thị Ví Dụ", "dang thi vi du")
    desk = venue.log_in(venue.enrol("desk"), name=plain, pin="104233")
    assert desk.expect(200, "GET", "/api/v1/me")["role"] == "desk"


def test_known_operator_gets_the_new_pin(venue):
    operator = {"name": unique("Người"), "role": "desk", "pin": "104233"}
    venue.organiser.expect(201, "POST", "/api/v1/operators", operator)
    venue.organiser.expect(200, "POST", "/api/v1/operators", operator | {"pin": "730915"})
    venue.log_in(venue.enrol("desk"), name=operator["name"], pin="730915")


@pytest.mark.parametrize("pin", ["12345", "123456789", "12345a", "", "１２３４５６"])
def test_pin_has_6_to_8_digits(venue, pin):
    body = {"name": unique("Người"), "role": "desk", "pin": pin}
    assert venue.organiser.call("POST", "/api/v1/operators", body).status == 422


@pytest.mark.parametrize("method, address", [
    ("GET", "/api/v1/events"), ("GET", "/api/v1/stations"), ("GET", "/api/v1/operators"),
    ("POST", "/api/v1/store/backup"), ("POST", "/api/v1/sessions/{session}/close"),
    ("GET", "/api/v1/events/{event}/export"), ("GET", "/qr/{code}.svg")])
def test_desk_may_not_do_the_organisers_work(venue, lesson, method, address):
    place = address.format(session=lesson.session, event=lesson.event, code=lesson.code)
    answer = venue.desk().call(method, place)
    assert (answer.status, answer.code) == (403, "forbidden")


def test_kiosk_learns_a_masked_name_only(venue, lesson):
    answer = venue.kiosk.redeem(lesson.session, code=lesson.code)
    assert answer["participant"] == {"id": lesson.people[0]["id"], "name": answer["participant"]["name"]}
    assert answer["participant"]["name"] != lesson.people[0]["name"]


def test_kiosk_needs_the_name_localhost(venue, lesson):
    address = f"127.0.0.1:{venue.kiosk_port}"
    kiosk = venue.kiosk.with_headers(Host=address, Origin=f"http://{address}")
    assert kiosk.call("GET", "/api/v1/kiosk").status == 401


def test_page_elsewhere_cannot_use_the_kiosk(venue, lesson):
    kiosk = venue.kiosk.with_headers(Origin="http://evil.example")
    fields = {"code": lesson.code, "nonce": unique("n")}
    assert kiosk.call("POST", f"/api/v1/sessions/{lesson.session}/redeem", fields).status == 403


@pytest.mark.parametrize("fields", [
    {"participant_id": True}, {"code": True, "force": True, "reason": "x"},
    {"code": True, "occurred_at": "2024-08-15T07:30:00+07:00"}])
def test_kiosk_takes_live_codes_only(venue, lesson, fields):
    values = {"participant_id": lesson.people[0]["id"], "code": lesson.code}
    body = {name: values.get(name, value) for name, value in fields.items()} | {"nonce": unique("n")}
    answer = venue.kiosk.call("POST", f"/api/v1/sessions/{lesson.session}/redeem", body)
    assert (answer.status, answer.code) == (403, "forbidden")


@pytest.mark.parametrize("method, address", [
    ("GET", "/api/v1/events"), ("GET", "/api/v1/events/{event}/participants?q=bui"), ("GET", "/qr/{code}.svg"),
    ("GET", "/api/v1/sessions/{session}/attendance"), ("POST", "/api/v1/sessions/{session}/close")])
def test_kiosk_and_display_may_not_read_people(venue, lesson, method, address):
    place = address.format(session=lesson.session, event=lesson.event, code=lesson.code)
    for screen in (venue.kiosk, venue.enrol("display")):
        assert screen.call(method, place).status == 403


def test_display_reads_and_does_not_redeem(venue, lesson):
    display = venue.enrol("display")
    display.expect(200, "GET", "/api/v1/kiosk")
    fields = {"code": lesson.code, "nonce": unique("n")}
    assert display.call("POST", f"/api/v1/sessions/{lesson.session}/redeem", fields).status == 403


def test_link_enrols_one_device(venue):
    station = venue.organiser.expect(201, "POST", "/api/v1/stations", {"name": unique("Bàn"), "role": "desk"})
    token = {"token": station["url"].rpartition("/")[2]}
    assert venue.page.raw("GET", f"/enrol/{token['token']}", Accept="text/html").status == 200
    assert venue.page.expect(200, "POST", "/api/v1/enrol", token)["next"] == "/desk"
    again = venue.page.call("POST", "/api/v1/enrol", token)
    assert (again.status, again.code) == (404, "unknown_token")


def test_name_of_a_station_is_taken(venue):
    body = {"name": unique("Bàn"), "role": "desk"}
    venue.organiser.expect(201, "POST", "/api/v1/stations", body)
    assert venue.organiser.call("POST", "/api/v1/stations", body).status == 409


def test_revoked_station_ends_at_once_and_leaves_its_scans(venue, lesson):
    desk = venue.desk()
    scan = desk.redeem(lesson.session, code=lesson.code)["scan"]["id"]
    name = desk.expect(200, "GET", "/api/v1/me")["station"]
    assert venue.organiser.expect(200, "DELETE", f"/api/v1/stations/{name}")["scans"] == [scan]
    assert desk.call("GET", f"/api/v1/sessions/{lesson.session}/attendance").status == 401
    stations = venue.organiser.expect(200, "GET", "/api/v1/stations")["items"]
    assert next(one["state"] for one in stations if one["name"] == name) == "revoked"


def test_desk_sees_no_phone_and_no_ethnicity(venue, lesson):
    guest = {"name": unique("Hoàng Thị Ví Dụ"), "phone": "0900000012", "ethnicity": "Dao", "consent": True}
    venue.organiser.expect(
        201, "POST", f"/api/v1/events/{lesson.event}/participants", guest, Idempotency_Key=unique("key"))
    address = f"/api/v1/events/{lesson.event}/participants?q=hoang thi vi du".replace(" ", "%20")
    shown = {}
    for who, client in [("organiser", venue.organiser), ("desk", venue.desk())]:
        (shown[who],) = [item for item in client.expect(200, "GET", address)["items"] if item["name"] == guest["name"]]
    assert (shown["organiser"]["phone"], shown["organiser"]["ethnicity"]) == (guest["phone"], guest["ethnicity"])
    assert not {"phone", "ethnicity"} & shown["desk"].keys()


CARD = "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"


@pytest.mark.parametrize("field", ["organisation", "position", "phone", "commune", "ethnicity"])
@pytest.mark.parametrize("typed", [CARD, "001190000017", "CCCD 001190000017."])
def test_citizen_number_is_kept_in_no_field(venue, lesson, field, typed):
    answer = venue.organiser.call(
        "POST", f"/api/v1/events/{lesson.event}/participants", {"name": "Khách Ví Dụ", field: typed},
        Idempotency_Key=unique("key"))
    assert (answer.status, answer.code) == (422, "card_in_field")
    assert answer.json["errors"][0]["pointer"] == f"/{field}"


def test_citizen_number_is_kept_in_no_reason_and_no_gate(venue, lesson):
    for fields in [{"gate": CARD}, {"force": True, "reason": CARD}]:
        answer = venue.organiser.call(
            "POST", f"/api/v1/sessions/{lesson.session}/redeem",
            {"code": lesson.people[0]["code"], "nonce": unique("n"), **fields})
        assert (answer.status, answer.code) == (422, "card_in_field")


def test_desk_with_a_wrong_date_ends_no_station(own_venue):
    event = own_venue.lesson()
    desk, other = own_venue.desk(), own_venue.desk()
    answer = desk.call("POST", "/api/v1/clock", {"now": "2199-01-01T00:00:00Z", "round_trip_ms": 10})
    assert (answer.status, answer.code) == (409, "conflict"), event
    assert other.expect(200, "GET", "/api/v1/me")["role"] == "desk"
    own_venue.organiser.expect(200, "POST", "/api/v1/clock", {"now": in_hours(0), "round_trip_ms": 10})
