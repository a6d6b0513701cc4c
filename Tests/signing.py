"""Bundles as a newer or faulty box would have made them: other parts, and signed with the box's own key."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Signer:
    """A box's signing key, from its data folder or a new one, in minisign's format."""

    def __init__(self, folder: Path | None = None):
        self.key = (Ed25519PrivateKey.from_private_bytes((folder / "keys/sign.key").read_bytes())
                    if folder else Ed25519PrivateKey.generate())
        public = self.key.public_key().public_bytes_raw()
        self.id = hashlib.blake2b(public, digest_size=32).digest()[:8]
        self.public_key = base64.b64encode(b"Ed" + self.id + public).decode()

    def sign(self, message: bytes, comment: str = "test") -> bytes:
        """The content of the `.minisig` file."""
        signature = self.key.sign(hashlib.blake2b(message).digest())
        outer = self.key.sign(signature + comment.encode())
        lines = ["untrusted comment: test", base64.b64encode(b"ED" + self.id + signature).decode(),
                 f"trusted comment: {comment}", base64.b64encode(outer).decode(), ""]
        return "\n".join(lines).encode()

    def bundle(self, manifest: dict, parts: dict[str, bytes]) -> bytes:
        """The archive of these parts; the manifest's hashes of them are filled in here."""
        manifest = manifest | {"parts": [
            {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in parts.items()]}
        head = json.dumps(manifest, ensure_ascii=False).encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in ({"manifest.json": head, "manifest.json.minisig": self.sign(head)} | parts).items():
                archive.writestr(name, content)
        return out.getvalue()

    def changed(self, bundle: bytes, part: str, change: Callable[[list[bytes]], None]) -> bytes:
        """The bundle with other lines in a part."""
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("manifest.json")}
        lines = parts[part].splitlines()
        change(lines)
        parts[part] = b"".join(line + b"\n" for line in lines)
        return self.bundle(manifest, parts)
