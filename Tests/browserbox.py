"""What a desk's browser does with WebCrypto, by Python's cryptography: sealing to the box's P-256 key."""

import base64

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def seal(message: bytes, public_key: bytes, one_time: ec.EllipticCurvePrivateKey | None = None) -> bytes:
    """The box that only the owner of the key (65 bytes, uncompressed) can open."""
    one_time = one_time or ec.generate_private_key(ec.SECP256R1())
    point = one_time.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    secret = one_time.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public_key))
    key = HKDF(hashes.SHA256(), 32, salt=point + public_key, info=b"diemdanh desk queue 1").derive(secret)
    return point + AESGCM(key).encrypt(bytes(12), message, None)


def encode(data: bytes) -> str:
    """Base64 for URLs, without padding, as the box writes and reads it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
