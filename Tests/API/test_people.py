"""Finding people, and those who come without being on the list."""

import pytest

from venue import unique

CARD = "001190000123||Bùi Thị Thẻ Mẫu|08031990|Nữ|Xã Tiến Xuân, Huyện Thạch Thất, Thành phố Hà Nội|10052021"


def enrol(client, lesson, body: dict, status: int, key: str = "") -> dict:
    address = f"/api/v1/events/{lesson.event}/participants"
    return client.expect(status, "POST", address, body, Idempotency_Key=key or unique("key"))


def find(client, lesson, query: str) -> dict:
    return client.expect(200, "GET", f"/api/v1/events/{lesson.event}/participants?{query}")


@pytest.mark.parametrize("query", ["bui thi", "Bùi Thị", "BUI", "bùi"])
def test_people_are_found_without_marks_and_capitals(organiser, lesson, query):
    assert "Bùi Thị Ví Dụ" in [person["name"] for person in find(organiser, lesson, f"q={query}")["items"]]


def test_pages_lead_to_everybody_once(organiser, lesson):
    found, query = [], "limit=1"
    while query:
        page = find(organiser, lesson, query)
        assert len(page["items"]) <= 1
        found += [person["id"] for person in page["items"]]
        query = page["next"] and f"limit=1&cursor={page['next']}"
    assert sorted(found) == sorted(person["id"] for person in lesson.people)


def test_field_that_is_not_known_is_null(organiser, lesson):
    person = enrol(organiser, lesson, {"name": unique("Khách")}, 201)
    assert (person["sex"], person["birth_year"], person["commune"], person["organisation"]) == (None,) * 4


def test_session_shows_how_each_stands(organiser, lesson):
    scan = organiser.redeem(lesson.session, code=lesson.code)["scan"]
    items = find(organiser, lesson, f"session={lesson.session}")["items"]
    standing = {person["id"]: person["attendance"] for person in items}
    assert standing[lesson.people[0]["id"]]["scan"] == scan["id"]
    assert standing[lesson.people[1]["id"]]["status"] == "absent"


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "limit=x", "limit=-1"])
def test_limit_is_1_to_1000(organiser, lesson, query):
    assert organiser.call("GET", f"/api/v1/events/{lesson.event}/participants?{query}").status == 400


def test_walk_in_is_new_and_the_key_gives_the_same_answer(organiser, lesson):
    body = {"name": "triệu văn khách", "birth_year": 1985, "sex": "male", "commune": "Xã Tiến Xuân", "consent": True}
    first = enrol(organiser, lesson, body, 201, key="k-1")
    assert first["walk_in"] and first["birth_year"] == 1985
    assert enrol(organiser, lesson, body, 201, key="k-1") == first


def test_walk_in_key_with_another_person_is_a_conflict(organiser, lesson):
    enrol(organiser, lesson, {"name": "Triệu Văn Khách"}, 201, key="k-2")
    assert enrol(organiser, lesson, {"name": "Lò Thị Khách"}, 409, key="k-2")["type"].endswith("nonce_reused")


def test_person_of_the_roster_is_known(organiser, lesson):
    body = {"name": "Triệu Văn Ví Dụ", "birth_year": 1985, "sex": "male", "commune": "Xã Yên Bình"}
    known = enrol(organiser, lesson, body, 200)
    assert known["id"] in [person["id"] for person in lesson.people]
    assert not known["walk_in"]


def test_card_is_read_and_known_the_second_time(organiser, lesson):
    first = enrol(organiser, lesson, {"card": CARD, "consent": True}, 201)
    assert first["name"] == "Bùi Thị Thẻ Mẫu"
    assert first["card"]["birth_date"] == "1990-03-08"
    assert first["card"]["sex"] == "female"
    assert "Tiến Xuân" in first["card"]["commune"]
    assert "001190000123" not in str(first)
    again = enrol(organiser, lesson, {"card": CARD}, 200)
    assert (again["id"], again["code"]) == (first["id"], first["code"])


@pytest.mark.parametrize("line", [
    "xin chào", "", "|||||", "1234|x|y|z|t|u", CARD.replace("08031990", "99999999"), "12345678"])
def test_line_that_is_no_card_is_refused(organiser, lesson, line):
    assert enrol(organiser, lesson, {"card": line}, 422)["status"] == 422


@pytest.mark.parametrize("body", [
    {}, {"name": ""}, {"name": "  "}, {"name": "A" * 301}, {"name": "Lò Thị Khách", "birth_year": 1899},
    {"name": "Lò Thị Khách", "birth_date": "1990-02-30"}, {"name": "Lò Thị Khách", "birth_year": 2099},
    {"name": "Lò Thị Khách", "birth_date": "2099-01-01"}, {"name": "Lò Thị Khách", "phone": "abc"},
    {"name": "Lò Thị Khách", "phone": "12"}, {"name": "Lò Thị Khách", "sex": "nữ"},
    {"name": "Lò Thị Khách", "birth_year": "1990"}])
def test_walk_in_that_cannot_be_used_is_refused(organiser, lesson, body):
    problem = enrol(organiser, lesson, body, 422)
    assert problem["errors"][0]["pointer"].startswith("/")


@pytest.mark.parametrize("phone, kept", [
    ("0912.345.678", "0912345678"), ("+84 912 345 678", "0912345678"), ("+856 20 5551 2345", "+856 20 5551 2345")])
def test_phone_of_a_walk_in_is_kept_as_it_is_dialled(organiser, lesson, phone, kept):
    assert enrol(organiser, lesson, {"name": unique("Lò Thị Khách"), "phone": phone}, 201)["phone"] == kept


def test_walk_in_needs_a_key(organiser, lesson):
    address = f"/api/v1/events/{lesson.event}/participants"
    assert organiser.call("POST", address, {"name": "Lò Thị Khách"}).status == 400


def test_desk_finds_and_cannot_browse(venue, lesson):
    desk, address = venue.desk(), f"/api/v1/events/{lesson.event}/participants"
    for query in ("", "?q=b", "?q=%20%20"):
        assert desk.call("GET", address + query).status == 422
    page = find(desk, lesson, "q=vi&limit=1000")
    assert 0 < len(page["items"]) <= 20 and page["next"] is None
