"""Bundles of many classes, made from one that a box has really held: other ids, people and ledger numbers, and signed by it.

A box needs a second for a class, which is the box's time and not the province's.
"""

import base64
import ctypes
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

from signing import Signer

SODIUM = ctypes.CDLL("libsodium.so.23")
ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# In the order in which a box hashes them.
COLUMNS = ["seq", "id", "kind", "event", "session", "enrolment", "subject", "about", "nonce", "outcome", "direction", "flags",
           "presented", "digits", "length", "status", "boot", "boot_ms", "wall_ms", "occurred_ms", "sent_ms", "true_ms",
           "uncertainty_ms", "number", "gate", "method", "detail", "actor", "staff", "station", "note_hash"]
IDS = {"id", "event", "session", "enrolment", "subject", "staff", "station"}
BYTES = {"nonce", "note_hash"}


class Classes:
    """The classes of one box, one after the other in its ledger."""

    def __init__(self, bundle: bytes, signer: Signer, age_key: str):
        """`bundle` is the box's first one, whose numbers are sealed to the province with this key."""
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            self.manifest = json.loads(archive.read("manifest.json"))
            self.parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("manifest.json")}
        self.parts["ledger.jsonl"] = b"\n".join(filter(is_of_class, self.parts["ledger.jsonl"].splitlines()))
        self.signer, self.province = signer, age_recipient(age_key)
        self.last, self.hash = 0, bytes(32)

    def bundle(self, number: int, rows: list[list[str]]) -> bytes:
        """The bundle of the class number so-and-so."""
        def own(text: bytes) -> bytes:
            return ID.sub(lambda found: self.own(found[0], number), text)

        first, before = self.last + 1, self.hash
        parts = {
            "event.json": self.event(own(self.parts["event.json"]), number),
            "people.jsonl": self.people(own(self.parts["people.jsonl"]), rows),
            "ledger.jsonl": self.ledger(own(self.parts["ledger.jsonl"]), number),
            "xapi.jsonl": own(self.parts["xapi.jsonl"]),
        }
        manifest = json.loads(own(json.dumps(self.manifest).encode()))
        manifest |= {"number": self.number(number), "sequence": self.last, "ledger": {
            "first": first, "last": self.last, "previous_hash": before.hex(), "last_hash": self.hash.hex()}}
        manifest["counts"]["entries"] = self.last - first + 1
        return self.signer.bundle(manifest, parts)

    def own(self, identifier: bytes, number: int) -> bytes:
        """The id that stands for this one in that class: of a later time, as ids begin with it. The box keeps its own."""
        if identifier == self.manifest["box"].encode():
            return identifier
        time = b"%012x" % (int(identifier[:8] + identifier[9:13], 16) + number * 60_000 & (1 << 48) - 1)
        return time[:8] + b"-" + time[8:] + identifier[13:]

    def number(self, number: int) -> int:
        """The event's six digits."""
        return (self.manifest["number"] + number) % 1_000_000

    def event(self, text: bytes, number: int) -> bytes:
        event = json.loads(text)
        event["number"] = self.number(number)
        event["definition"] |= {"name": f"Lớp {number + 1}", "programme": f"Chương trình {number % 6 + 1}"}
        return json.dumps(event, ensure_ascii=False).encode()

    def people(self, text: bytes, rows: list[list[str]]) -> bytes:
        return b"".join(map(self.person, text.splitlines(), rows))

    def person(self, line: bytes, row: list[str]) -> bytes:
        """The enrolment as the box wrote it, but somebody else's."""
        _, name, born, sex, commune, citizen = row
        person = json.loads(line) | {
            "name": name, "birth": "-".join(reversed(born.split("/"))), "sex": {"Nam": "male", "Nữ": "female"}[sex]}
        person.pop("sealed_number", None), person.pop("number_suffix", None)
        if citizen:
            person |= {"sealed_number": seal(citizen, self.province), "number_suffix": citizen[-3:]}
        return json.dumps(person, ensure_ascii=False).encode() + b"\n"

    def ledger(self, text: bytes, number: int) -> bytes:
        """The entries behind those of the class before, chained anew."""
        boot, written = self.last + 1, []
        for line in text.splitlines():
            self.last += 1
            entry = json.loads(line) | {"seq": self.last, "boot": boot}
            if "nonce" in entry:
                entry["nonce"] = hashlib.blake2b(f"{number} {entry['nonce']}".encode(), digest_size=16).hexdigest()
            entry.pop("origin", None)
            self.hash = hashlib.blake2b(self.hash + canonical(entry), digest_size=32).digest()
            written.append(json.dumps(entry | {"hash": self.hash.hex()}))
        return "\n".join(written).encode() + b"\n"


def held(bundle: bytes, folder: Path, age_key: str, rosters: dict[int, list[list[str]]]) -> list[bytes]:
    """The bundles of the classes with these numbers and people, all of the box whose first one and folder these are."""
    classes = Classes(bundle, Signer(folder), age_key)
    return [classes.bundle(number, rows) for number, rows in rosters.items()]


def is_of_class(line: bytes) -> bool:
    """The box is switched on for each class, but made only once, and it has no other events."""
    entry = json.loads(line)
    return "last" not in entry and entry["kind"] != "created"


def canonical(entry: dict) -> bytes:
    """The bytes of an entry that its hash is made of."""
    return b"".join(column(name, entry.get(name)) for name in COLUMNS)


def column(name: str, value: int | str | None) -> bytes:
    if value is None:
        return b"\0"
    if isinstance(value, int):
        return b"\1" + value.to_bytes(8, "big", signed=True)
    content = bytes.fromhex(value.replace("-", "")) if name in IDS | BYTES else value.encode()
    return (b"\3" if name in IDS | BYTES else b"\2") + len(content).to_bytes(4, "big") + content


def age_recipient(text: str) -> bytes:
    """The X25519 key in `age1…`: Bech32 without its checksum."""
    digits = ["qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(letter) for letter in text.removeprefix("age1")[:-6]]
    bits = "".join(f"{digit:05b}" for digit in digits)
    return int(bits[:256], 2).to_bytes(32, "big")


def seal(text: str, key: bytes) -> str:
    """libsodium's sealed box, Base64."""
    message = text.encode()
    box = ctypes.create_string_buffer(len(message) + 48)
    SODIUM.crypto_box_seal(box, message, ctypes.c_ulonglong(len(message)), key)
    return base64.b64encode(box.raw).decode()
