"""Citizen cards at the desk: whose they are, and that nobody can read their number on the box."""

import base64
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from box import Box
from test_redeem import MANGLED
from venue import in_hours, unique

NUMBER, OLD_NUMBER = "001190000000", "512345678"
CARD = f"{NUMBER}|{OLD_NUMBER}|Bùi Thị Thẻ Mẫu|08031990|Nữ|Thôn Suối Ví, Tiến Xuân, Thạch Thất, Hà Nội|10052021"
CHILD = "001312000058||Bùi Ví Dụ|01062012|Nữ|Thôn Ví, Ba Vì, Hà Nội|01092025||Bùi Văn Cha Mẫu|Đinh Thị Mẹ Mẫu|"
WITH_NUMBER = "Họ và tên,Năm sinh,Số CCCD\n{name},1990,{number}\n"
WITHOUT_NUMBER = "Họ và tên,Năm sinh,Xã/phường,Tỉnh\n{name},1990,{commune},Hà Nội\n"
AGE_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
SIGN_KEY = base64.b64encode(b"Ed" + bytes(range(40))).decode()


@dataclass
class Card:
    """The card of a woman whom no other test, and no roster of the scenarios, knows."""

    name: str
    number: str

    @property
    def line(self) -> str:
        return CARD.replace(NUMBER, self.number).replace("Bùi Thị Thẻ Mẫu", self.name)

    def roster(self, form: str, **columns: str) -> str:
        """A list that has her in its only row."""
        return form.format(name=self.name, number=self.number, **columns)


@pytest.fixture
def card(serials=count(1)) -> Card:
    serial = next(serials)
    return Card(f"Bùi Thị Thẻ {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[serial]}", f"00119077{serial:04}")


def read(client, lesson, line: str, status: int = 200) -> dict:
    return client.expect(status, "POST", f"/api/v1/events/{lesson.event}/card", {"card": line})


def enrol(client, lesson, body: dict, status: int) -> dict:
    address = f"/api/v1/events/{lesson.event}/participants"
    return client.expect(status, "POST", address, body, Idempotency_Key=unique("key"))


def people(client, lesson) -> int:
    return len(client.expect(200, "GET", f"/api/v1/events/{lesson.event}/participants?limit=1000")["items"])


def test_card_is_read_and_nothing_is_kept(venue, lesson, card):
    before = people(venue.organiser, lesson)
    answer = read(venue.desk(), lesson, card.line)
    assert answer["card"] == {
        "name": card.name, "birth_date": "1990-03-08", "sex": "female",
        "commune": "Thôn Suối Ví, Tiến Xuân, Thạch Thất, Hà Nội",
        "commune_now": "Xã Yên Xuân, Thành phố Hà Nội", "warnings": []}
    assert (answer["known"], answer["candidates"]) == (None, [])
    assert people(venue.organiser, lesson) == before


def test_number_of_the_roster_is_known_at_once(venue, card):
    lesson = venue.lesson(card.roster(WITH_NUMBER))
    assert read(venue.organiser, lesson, card.line)["known"]["id"] == lesson.people[0]["id"]
    assert enrol(venue.organiser, lesson, {"card": card.line}, 200)["walk_in"] is False


@pytest.mark.parametrize("name, year", [("Cao Văn Hoàn Toàn Khác", 1990), (None, 1970)])
def test_number_under_another_name_or_year_is_asked_about(venue, card, name, year):
    lesson = venue.lesson(f"Họ và tên,Năm sinh,Số CCCD\n{name or card.name},{year},{card.number}\n")
    found, bearer = read(venue.organiser, lesson, card.line), lesson.people[0]
    assert (found["known"], found["same_number"]["id"], found["candidates"]) == (None, bearer["id"], [])
    assert "other_person" in found["card"]["warnings"]
    known = enrol(venue.organiser, lesson, {"card": card.line}, 200)
    assert (known["id"], known["birth_year"]) == (bearer["id"], year)
    assert "other_person" in known["card"]["warnings"]


def test_number_is_enough_where_the_scanner_lost_the_name_and_the_year_agrees(venue, card):
    lost = f"{card.number}||Bi Th Th Mu|08031990|N|Thn Sui V, Tin Xun, Thch Tht, H Ni|10052021"
    lines = [lost, card.line.replace(card.name, "")]
    lesson = venue.lesson(card.roster(WITH_NUMBER))
    assert [read(venue.organiser, lesson, line)["known"]["id"] for line in lines] == [lesson.people[0]["id"]] * 2
    yearless = venue.lesson(f"Họ và tên,Số CCCD\n{card.name},{card.number[:-1]}9\n")
    line = lines[0].replace(card.number, card.number[:-1] + "9")
    assert read(venue.organiser, yearless, line)["known"] is None


@pytest.mark.parametrize("commune", ["Xã Tiến Xuân", "Xã Yên Xuân"])
def test_name_birth_year_and_commune_of_either_time_are_one_person(venue, card, commune):
    lesson = venue.lesson(card.roster(WITHOUT_NUMBER, commune=commune))
    assert [one["id"] for one in read(venue.organiser, lesson, card.line)["candidates"]] == [lesson.people[0]["id"]]
    assert enrol(venue.organiser, lesson, {"card": card.line}, 200)["id"] == lesson.people[0]["id"]
    assert read(venue.organiser, lesson, card.line)["known"]["id"] == lesson.people[0]["id"]


def test_operator_decides_where_the_commune_differs(venue, card):
    lesson = venue.lesson(card.roster(WITHOUT_NUMBER, commune="Xã Ba Vì"))
    found = read(venue.organiser, lesson, card.line)
    assert (found["known"], [one["id"] for one in found["candidates"]]) == (None, [lesson.people[0]["id"]])
    body = {"card": card.line, "participant_id": lesson.people[0]["id"]}
    assert enrol(venue.organiser, lesson, body, 200)["id"] == lesson.people[0]["id"]
    assert people(venue.organiser, lesson) == 1


def test_somebody_else_of_the_same_name_is_enrolled_apart(venue, card):
    lesson = venue.lesson(card.roster(WITHOUT_NUMBER, commune="Xã Ba Vì"))
    assert enrol(venue.organiser, lesson, {"card": card.line, "consent": True}, 201)["walk_in"]
    assert people(venue.organiser, lesson) == 2


def test_card_checks_in_once_however_often_it_is_shown(venue, card):
    lesson, desk = venue.lesson(card.roster(WITH_NUMBER)), venue.desk()
    for result in ("accepted", "refused"):
        known = read(desk, lesson, card.line)["known"]
        answer = desk.redeem(lesson.session, participant_id=known["id"], method="card")
        assert answer["result"] == result
    assert answer["reason"] == "already_redeemed"
    assert answer["participant"]["birth_year"] == 1990


def test_name_that_was_lost_is_typed(venue, lesson, card):
    line = f"{card.number}||Bi Th Th Mu|08031990|N|Thn Sui V, Tin Xun, Thch Tht, H Ni|10052021"
    warnings = read(venue.organiser, lesson, line)["card"]["warnings"]
    assert {"lost_letters", "unreadable_sex"} <= set(warnings)
    nameless = f"{card.number}|||08031990||||"
    assert read(venue.organiser, lesson, nameless)["card"]["name"] is None
    assert enrol(venue.organiser, lesson, {"card": nameless}, 422)["errors"][0]["pointer"] == "/name"
    person = enrol(venue.organiser, lesson, {"card": nameless, "name": card.name, "commune": "Tiến Xuân"}, 201)
    assert (person["name"], person["birth_year"], person["sex"]) == (card.name, 1990, "female")


def test_line_of_a_mangled_keyboard_is_read(venue, lesson, card):
    line = card.line.translate(MANGLED)
    assert read(venue.organiser, lesson, line)["card"]["birth_date"] == "1990-03-08"


def test_child_is_pointed_out_and_the_parents_are_dropped(venue, lesson):
    answer = read(venue.organiser, lesson, CHILD)
    assert "minor" in answer["card"]["warnings"]
    assert "Cha Mẫu" not in str(answer) and "Mẹ Mẫu" not in str(answer)


@pytest.mark.parametrize("line, why", [
    ("https://vneid.gov.vn/?id=1|2|3|4|5|6|7", "not_a_card"), ("", "not_a_card"), ("|" * 50, "not_a_card"),
    (CARD.replace(NUMBER, NUMBER[:-1]), "bad_number"), (CARD.replace("08031990", "31021990"), "bad_birth_date"),
    ("x" * 60_000, "not_a_card")])
def test_line_that_is_no_card_is_refused_with_its_reason(venue, lesson, line, why):
    problem = read(venue.organiser, lesson, line, 422)
    assert problem["detail"] == why
    assert len(line) < 9 or line not in str(problem)


def test_staff_learn_who_it_is_and_the_kiosk_does_not(venue, lesson):
    staff = venue.desk().redeem(lesson.session, code=lesson.code)["participant"]
    known = next(person for person in lesson.people if person["code"] == lesson.code)
    assert (staff["birth_year"], staff["commune"]) == (known["birth_year"], known["commune"])
    assert set(venue.kiosk.redeem(lesson.session, code=lesson.code)["participant"]) == {"id", "name"}


def test_answer_says_that_the_keyboard_was_repaired(venue, lesson):
    assert venue.organiser.redeem(lesson.session, code=lesson.code.translate(MANGLED))["repaired"] is True
    assert "repaired" not in venue.organiser.redeem(lesson.session, code=lesson.code)


@pytest.fixture
def sealing(tmp_path: Path):
    """A box that knows its province."""
    settings = tmp_path / "diemdanh.yaml"
    settings.write_text(f"province:\n  sign_key: {SIGN_KEY}\n  age_key: {AGE_KEY}\n")
    box = Box.create(tmp_path / "box")
    box.start("--config", str(settings))
    yield box
    if box.process:
        box.kill()


def test_number_and_line_are_nowhere_on_the_box(sealing: Box, tmp_path: Path):
    event = sealing.expect(201, "POST", "/events", {"name": "Lớp", "kind": "class", "sessions": [
        {"title": "Sáng", "starts_at": in_hours(1), "ends_at": in_hours(4)}]})
    session = event["sessions"][0]["id"]
    sealing.expect(200, "POST", f"/sessions/{session}/open")
    for line in (CARD, CHILD):
        address = f"/events/{event['id']}"
        sealing.expect(200, "POST", f"{address}/card", {"card": line})
        person = sealing.expect(201, "POST", f"{address}/participants", {"card": line, "consent": True},
                                Idempotency_Key=unique("key"))
        sealing.expect(201, "POST", f"/sessions/{session}/redeem", {"participant_id": person["id"], "nonce": unique("n")})
        # The same line where a code belongs, at a desk and with a broken end.
        sealing.expect(201, "POST", f"/sessions/{session}/redeem", {"code": line, "nonce": unique("n")})
        sealing.expect(422, "POST", f"{address}/card", {"card": line.replace("|0", "|x")})
    sealing.command("backup", "--out", str(tmp_path / "copy.backup"))
    found = traces(tmp_path)
    assert any(b"B\xc3\xb9i Th\xe1\xbb\x8b" in content for content in found.values()), "the search finds what is kept"
    log = sealing.log()
    sealing.stop()
    for name, content in (found | traces(tmp_path) | {"the log": log.encode()}).items():
        for secret in (NUMBER, OLD_NUMBER, "001312000058", CARD, "|08031990|", "Cha Mẫu", "Mẹ Mẫu"):
            assert secret.encode() not in content, f"{secret} stands in {name}"


def traces(folder: Path) -> dict[str, bytes]:
    """Everything in the folder: database, write-ahead log, backups, keys."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
