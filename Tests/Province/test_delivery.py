"""A box that delivers to a real province by every road, and what may go wrong between them."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from box import Box, run
from delivered import agree, bundle, database, stored
from sending import Sender, make_sender


def test_closed_session_arrives_by_itself(sender, province, cluster):
    sender.close()
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1)
    agree(sender, province, cluster)


def test_upload_cut_at_every_tenth_arrives_in_the_end(sender, province, cluster, wire):
    wire.limit = 0
    sender.push()
    size = sender.outbox()["items"][0]["size"] + 300
    for tenth in range(1, 10):
        wire.limit = size * tenth // 10
        assert sender.push()["counts"]["waiting"] == 1
        assert stored(province, cluster) == 0
    wire.limit = None
    assert sender.push()["counts"]["sent"] == 1
    agree(sender, province, cluster)


def test_answer_lost_after_commit_gets_the_same_receipt_again(sender, province, cluster, wire):
    wire.loses_answers = True
    assert sender.push()["counts"]["waiting"] == 1
    assert stored(province, cluster) == 5
    wire.loses_answers = False
    sender.push()
    agree(sender, province, cluster)


def test_same_bundle_by_three_roads_counts_once(sender, province, cluster, wire, tmp_path):
    wire.limit = 0
    stick = tmp_path / "stick"
    stick.mkdir()
    sender.command("outbox", "carry", "--out", str(stick))
    (carried,) = stick.glob("*.ddb.age")
    receipts = []
    for _ in range(2):
        status, _, receipt = province.request(
            "POST", "/api/v1/bundles", carried.read_bytes(), Content_Type="application/octet-stream")
        assert status in (200, 201)
        receipts.append(receipt)
    wire.limit = None
    sender.push()
    for receipt in receipts:
        answer = sender.box.expect(200, "POST", "/outbox/receipts", receipt, Content_Type="application/zip")
        assert not answer["is_new"]
    agree(sender, province, cluster)


def test_correction_after_the_receipt_arrives_too(sender, province, cluster):
    sender.close()
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1)
    sender.box.expect(200, "POST", f"/scans/{sender.scans[0]}/annul", {"reason": "Quét nhầm"})
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 2)
    agree(sender, province, cluster)


def test_killed_box_goes_on_where_it_was(sender, province, cluster, wire):
    wire.loses_answers = True
    sender.close()
    sender.waits_for(lambda outbox: outbox["destinations"])
    sender.box.kill()
    wire.loses_answers = False
    sender.start()
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1, seconds=90)  # the back-off outlives the kill
    agree(sender, province, cluster)


def test_box_that_the_province_does_not_know_is_told_so(tmp_path, province, cluster, wire):
    sender = make_sender(tmp_path, province={
        "url": wire.url, "sign_key": province.sign_key, "age_key": province.age_key})
    try:
        sender.check_in(2)
        assert sender.push()["items"][0]["problem"]["code"] == "forbidden"
        assert stored(province, cluster) == 0
        province.register(bundle(sender), "hộp mới")
        sender.push()
        agree(sender, province, cluster)
    finally:
        sender.box.kill()


def told(sender: Sender) -> list[tuple]:
    """What the box says of everybody who came: status and first entry in UTC."""
    items = sender.box.expect(200, "GET", f"/sessions/{sender.session}/attendance")["items"]
    came = [item for item in items if item.get("first_entry_at")]
    return sorted((item["status"], moment(item["first_entry_at"])) for item in came)


def derived(province, cluster) -> list[tuple]:
    """The same as the province has derived it."""
    rows = cluster.query(
        "SELECT status || '|' || floor(extract(epoch FROM first_entry_at))::bigint FROM province.attendance"
        " WHERE first_entry_at IS NOT NULL", database(province))
    return sorted((row.split("|")[0], int(row.split("|")[1])) for row in rows.splitlines())


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def test_clock_a_year_off_is_mended_at_the_province_too(sender, province, cluster):
    """The bundle goes out with the wrong year; the true time, learnt later, dates both sides again."""
    sender.push()
    wrong = derived(province, cluster)
    assert wrong == told(sender) and len(wrong) == 5
    a_year = timedelta(days=365)
    now = datetime.now(timezone.utc) + a_year
    sender.box.expect(200, "POST", "/clock", {"now": now.isoformat()})
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 2)
    mended = derived(province, cluster)
    assert mended == told(sender)
    shifts = [after[1] - before[1] for before, after in zip(wrong, mended)]
    assert all(abs(shift - a_year.total_seconds()) < 120 for shift in shifts), shifts
    agree(sender, province, cluster)


def test_restored_box_needs_a_registration_of_its_own_and_goes_on(sender, province, cluster, tmp_path):
    """What the lost box had sent is not counted again, what it had waiting arrives from the new one."""
    sender.push()
    sender.check_in(2)
    sender.box.expect(200, "POST", "/outbox/bundles")
    assert sender.outbox()["counts"] == {"sent": 1, "waiting": 1, "refused": 0}
    sender.command("backup", "--out", str(tmp_path / "copy"))
    sender.box.kill()
    run("restore", str(tmp_path / "copy"), "--data", str(tmp_path / "restored"))
    sender.box = Box(tmp_path / "restored", sender.box.token)
    sender.start()
    outbox = sender.push()
    # It begins a ledger of its own: what the lost box had in its outbox is in its first bundle.
    assert [item["problem"]["code"] for item in outbox["items"]] == ["forbidden"]
    assert stored(province, cluster) == 5
    province.command("box", "add", "hộp khôi phục", "--key", outbox["box_key"])
    outbox = sender.push()
    assert outbox["counts"]["waiting"] == outbox["counts"]["refused"] == 0
    assert outbox["scans"] == {"accepted": 2, "duplicate": 5, "refused": 0}
    assert stored(province, cluster) == 7
    assert derived(province, cluster) == told(sender)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first first", "second first"])
def test_two_boxes_of_one_event_in_either_order(sender, second, province, cluster, tmp_path, order):
    """Both have the same person as a walk-in; each has the other's bundle; the province hears from both."""
    pair = [sender, second]
    for one in pair:
        body = {"name": "Lò Thị Khách", "birth_year": 1980, "commune": "Xã Tiến Xuân"}
        person = one.box.expect(
            201, "POST", f"/events/{sender.event}/participants", body, Idempotency_Key=f"khach-{pair.index(one)}")
        status, answer = one.box.redeem(sender.session, person["code"])
        assert (status, answer["result"]) == (201, "accepted")
    exchange(pair, tmp_path)
    walk_ins = [one.box.expect(200, "GET", f"/sessions/{sender.session}/attendance")["counts"]["walk_in"] for one in pair]
    assert walk_ins[0] == walk_ins[1] and sum(walk_ins[0].values()) == 1
    assert told(sender) == told(second)
    for place in order:
        assert pair[place].push()["counts"]["waiting"] == 0
        assert pair[place].outbox()["scans"]["refused"] == 0
    assert stored(province, cluster) == 7
    assert derived(province, cluster) == told(sender)
    total = province.get("/summary")["total"]
    assert (total["people"], total["attendances"]) == (6, 6)


@pytest.fixture
def second(sender, province, tmp_path):
    """Another running box of the event, registered at the province."""
    box = Box.create(tmp_path / "second")
    sender.box.share(sender.event, box)
    box.start("--config", str(sender.settings))
    box.expect(200, "POST", f"/sessions/{sender.session}/open")
    province.command("box", "add", "hộp hai", "--key", box.key())
    yield Sender(box, sender.settings, sender.event, sender.session, sender.people)
    box.kill()


def exchange(pair: list[Sender], tmp_path: Path) -> None:
    """Each box takes in what the other has recorded."""
    files = [tmp_path / "from-first.age", tmp_path / "from-second.age"]
    for one, other, file in zip(pair, pair[::-1], files):
        one.command(
            "export", one.event, "--format", "bundle", "--to", other.outbox()["box_key"], "--out", str(file))
    for one, file in zip(pair[::-1], files):
        one.command("import", "bundle", str(file))
