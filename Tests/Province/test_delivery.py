"""A box that delivers to a real province by every road, and what may go wrong between them."""

from delivered import agree, bundle, stored
from sending import make_sender


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
