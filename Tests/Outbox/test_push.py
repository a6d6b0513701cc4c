"""The way to the province over the network, and what may go wrong on it."""

import subprocess
import threading

from sending import agree


def test_closed_session_arrives_by_itself(sender, province):
    sender.check_in(5)
    sender.close()
    outbox = sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1)
    assert outbox["items"][0]["state"] == "receipted"
    assert outbox["items"][0]["carrier"] == "https"
    agree(sender, province)
    # Nothing with names stays behind once the province has it.
    assert list((sender.box.folder / "outbox").iterdir()) == []


def test_correction_after_the_receipt_goes_out_in_the_next_bundle(sender, province):
    sender.check_in(3)
    sender.close()
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1)
    sender.box.expect(200, "POST", f"/scans/{sender.scans[0]}/annul", {"reason": "Quét nhầm"})
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 2)
    first, second = province.bundles
    assert second["ledger"]["first"] == first["ledger"]["last"] + 1
    assert second["ledger"]["previous_hash"] == first["ledger"]["last_hash"]
    agree(sender, province)


def test_names_of_no_bundle_that_waits_do_not_stay(sender, province):
    province.closed = True
    sender.check_in(2)
    assert sender.push()["counts"]["refused"] == 1
    outbox = sender.box.folder / "outbox"
    (waiting,) = outbox.iterdir()
    made = waiting.stat().st_ino
    # The power failed between a receipt and the removal of its file, and while another one was being written.
    for name in ["0190abcd-000001-000007.ddb", f"{waiting.name}.new"]:
        (outbox / name).write_bytes(waiting.read_bytes())
    sender.push()
    assert [(file.name, file.stat().st_ino) for file in outbox.iterdir()] == [(waiting.name, made)]


def test_push_sends_what_nobody_has_sealed_yet(sender, province):
    sender.check_in(4)
    assert sender.outbox()["items"] == []
    assert sender.push()["counts"] == {"sent": 1, "waiting": 0, "refused": 0}
    agree(sender, province)
    # Nothing new: nothing more is made.
    assert len(sender.push()["items"]) == 1


def test_answer_lost_after_commit_does_no_harm(sender, province):
    province.loses = lambda number: number == 1
    sender.check_in(6)
    outbox = sender.push()
    assert outbox["items"][0]["state"] == "waiting"
    assert outbox["items"][0]["problem"]["code"] == "cut_off"
    assert len(province.scans) == 6
    outbox = sender.push()
    assert outbox["counts"]["sent"] == 1
    assert outbox["items"][0]["attempts"] == 2
    agree(sender, province)


def test_unknown_box_waits_and_arrives_once_it_is_known(sender, province):
    province.closed = True
    sender.check_in(2)
    outbox = sender.push()
    assert outbox["counts"] == {"sent": 0, "waiting": 0, "refused": 1}
    assert outbox["items"][0]["problem"] == {"code": "forbidden", "detail": "403 unknown box"}
    province.closed = False
    assert sender.push()["counts"]["sent"] == 1
    agree(sender, province)


def test_refused_scan_is_shown_with_its_reason_and_blocks_nothing(sender, province):
    sender.check_in(3)
    province.refuses = {sender.scans[1]}
    outbox = sender.push()
    assert outbox["scans"] == {"accepted": 2, "duplicate": 0, "refused": 1}
    assert outbox["refused"] == [{"scan": sender.scans[1], "reason": "unknown_person"}]


def test_forged_receipt_is_refused(sender, province):
    sender.check_in(2)
    subprocess.run(
        ["minisign", "-G", "-W", "-p", province.folder / "other.pub", "-s", province.folder / "other.key"],
        check=True, capture_output=True)
    genuine = province.receipt
    province.receipt = lambda manifest, lines: genuine(manifest, lines, province.folder / "other.key")
    outbox = sender.push()
    assert outbox["items"][0]["problem"]["code"] == "bad_receipt"
    assert outbox["counts"]["sent"] == 0


def test_kill_in_the_middle_of_a_push(sender, province):
    def die(number: int) -> bool:
        if number == 1:
            sender.box.process.kill()
        return number == 1

    province.loses = die
    sender.check_in(8)
    sender.close()
    sender.box.process.wait(20)
    assert len(province.scans) == 8
    sender.start()
    sender.waits_for(lambda outbox: outbox["counts"]["sent"] == 1)
    agree(sender, province)


def test_command_line_pushes_beside_a_server_and_without_one(sender, province):
    sender.check_in(2)
    assert sender.command("outbox", "push") == "1 sent, 0 waiting, 0 refused\n"
    sender.check_in(2)
    sender.box.stop()
    assert sender.command("outbox", "push") == "2 sent, 0 waiting, 0 refused\n"
    assert len(sender.command("outbox", "list").splitlines()) == 3
    sender.start()
    agree(sender, province)


def test_bundles_made_by_many_at_once_follow_each_other_without_a_gap(sender, province):
    for _ in range(5):
        sender.check_in(2)
        callers = [threading.Thread(target=sender.box.expect, args=(200, "POST", "/outbox/bundles")) for _ in range(4)]
        for caller in callers:
            caller.start()
        sender.push()
        for caller in callers:
            caller.join()
    ranges = [bundle["range"] for bundle in sender.push()["items"]]
    assert [made["first"] for made in ranges] == [1] + [made["last"] + 1 for made in ranges[:-1]]
    agree(sender, province)


def test_each_class_says_whether_all_of_it_has_arrived(sender, province):
    sender.box.create_event(name="Lớp khác")
    planned = sender.box.expect(201, "POST", "/events", {
        "name": "Lớp chưa mở", "kind": "class",
        "sessions": [{"title": "Sáng", "starts_at": "2026-12-01T07:30:00+07:00", "ends_at": "2026-12-01T11:00:00+07:00"}]})

    def states() -> dict[str, str]:
        return {event["name"]: event["state"] for event in sender.outbox()["events"] if event["id"] != planned["id"]}

    sender.check_in(2)
    assert states() == {"Lớp thử": "more", "Lớp khác": "more"}
    province.closed = True
    sender.push()
    assert states() == {"Lớp thử": "refused", "Lớp khác": "refused"}
    province.closed = False
    sender.push()
    assert states() == {"Lớp thử": "arrived", "Lớp khác": "arrived"}
    sender.check_in(1)
    assert states() == {"Lớp thử": "more", "Lớp khác": "arrived"}
    sender.box.expect(200, "POST", "/outbox/bundles")
    assert states()["Lớp thử"] == "waiting"
    sender.push()
    (whole,) = [event for event in sender.outbox()["events"] if event["id"] == sender.event]
    assert (whole["state"], whole["counts"]["sent"], whole["scans"]["accepted"]) == ("arrived", 2, 3)
    assert [event["state"] for event in sender.outbox()["events"] if event["id"] == planned["id"]] == ["nothing"]
    agree(sender, province)
