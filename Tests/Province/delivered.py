"""What a box has sent to a real province, and what the province has of it."""

from urllib.parse import urlsplit

from sending import Sender


def bundle(sender: Sender) -> bytes:
    """What happened so far, as a file."""
    path = sender.box.folder.parent / "plain.ddb"
    sender.command("export", sender.event, "--format", "bundle", "--plain", "--out", str(path))
    return path.read_bytes()


def database(province) -> str:
    """The name of its database."""
    return urlsplit(province.url).path.removeprefix("/")


def stored(province, cluster) -> int:
    """How many scans the province has."""
    return int(cluster.query("SELECT count(DISTINCT id) FROM province.entry WHERE kind = 'redeem'", database(province)))


def agree(sender: Sender, province, cluster) -> None:
    """Each scan is at the province once, and both sides' counts agree."""
    scans = sender.outbox()["scans"]
    assert (scans["accepted"], scans["refused"]) == (len(sender.scans), 0), scans
    assert stored(province, cluster) == len(sender.scans)
