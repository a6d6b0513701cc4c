"""Who may receive the record: TLS 1.2 and later, a given authority or a pinned key, never another address."""

import base64
import hashlib
import ssl
import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from receivers import Province
from sending import agree, make_sender


def certificate(folder, name: str):
    """A self-signed certificate for 127.0.0.1: its files, and the pin of its key."""
    key, pem = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", pem],
        check=True, capture_output=True)
    public = x509.load_pem_x509_certificate(pem.read_bytes()).public_key()
    spki = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return key, pem, "sha256//" + base64.b64encode(hashlib.sha256(spki).digest()).decode()


def with_tls(province: Province, key, pem, newest=ssl.TLSVersion.TLSv1_3, oldest=ssl.TLSVersion.TLSv1_2) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version, context.maximum_version = oldest, newest
    province.server.socket = context.wrap_socket(province.server.socket, server_side=True)


@pytest.fixture
def push(tmp_path, province):
    """What becomes of a push with this `ca`."""
    made = []

    def push(ca: str | None):
        settings = province.settings(f"https://127.0.0.1:{province.port}") | ({"ca": ca} if ca else {})
        sender = make_sender(tmp_path, province=settings)
        made.append(sender)
        sender.check_in(2)
        return sender, sender.push()

    yield push
    for sender in made:
        sender.box.kill()


@pytest.mark.parametrize("how", ["file", "text", "pin"])
def test_given_authority_or_pinned_key_is_trusted(tmp_path, province, push, how):
    key, pem, pin = certificate(tmp_path, "tinh")
    with_tls(province, key, pem)
    sender, outbox = push({"file": str(pem), "text": pem.read_text(), "pin": pin}[how])
    assert outbox["counts"]["sent"] == 1, outbox
    agree(sender, province)


@pytest.mark.parametrize("how", ["authority", "pin", "other pin"])
def test_province_s_line_says_whom_to_trust(tmp_path, province, how):
    """The same as one line that the organiser takes in: a pin, or the certificate itself."""
    key, pem, pin = certificate(tmp_path, "tinh")
    _, _, other = certificate(tmp_path, "khac")
    with_tls(province, key, pem)
    province.token = None
    inner = "".join(line for line in pem.read_text().splitlines() if not line.startswith("-----"))
    trusted = {"authority": inner, "pin": pin, "other pin": other}[how]
    body = "|".join([f"https://127.0.0.1:{province.port}", province.sign_key, province.age_key, trusted])
    sender = make_sender(tmp_path)
    try:
        sender.check_in(2)
        line = f"diemdanh-province-1|{body}|{hashlib.sha256(body.encode()).hexdigest()[:8]}"
        sender.box.expect(200, "PUT", "/province", {"line": line})
        outbox = sender.push()
        if how == "other pin":
            assert outbox["items"][0]["problem"]["code"] == "bad_certificate" and province.requests == 0
        else:
            agree(sender, province)
    finally:
        sender.box.kill()


@pytest.mark.parametrize("how", ["nothing", "file", "pin"])
def test_anybody_else_gets_nothing(tmp_path, province, push, how):
    key, pem, _ = certificate(tmp_path, "tinh")
    _, other, other_pin = certificate(tmp_path, "khac")
    with_tls(province, key, pem)
    _, outbox = push({"nothing": None, "file": str(other), "pin": other_pin}[how])
    assert outbox["items"][0]["problem"]["code"] == "bad_certificate", outbox
    assert province.requests == 0


def test_older_tls_is_refused(tmp_path, province, push):
    key, pem, _ = certificate(tmp_path, "tinh")
    with_tls(province, key, pem, newest=ssl.TLSVersion.TLSv1_1, oldest=ssl.TLSVersion.TLSv1)
    old_client = subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{province.port}", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0"],
        input=b"", capture_output=True)
    assert b"Protocol  : TLSv1.1" in old_client.stdout, "the server does speak it"
    _, outbox = push(str(pem))
    assert outbox["counts"]["sent"] == 0
    assert province.requests == 0


def test_plain_http_leaves_this_machine_for_nobody(tmp_path, province):
    sender = make_sender(tmp_path, province=province.settings("http://192.0.2.1:8090"))
    try:
        sender.check_in(1)
        outbox = sender.push()
        assert outbox["destinations"][0]["problem"]["code"] == "not_secure"
    finally:
        sender.box.kill()


def test_redirection_is_not_followed(sender, province):
    elsewhere = province.url
    take = province.take
    province.take = lambda path, headers, body: (307, f"{elsewhere}/other".encode())
    sender.check_in(1)
    outbox = sender.push()
    assert outbox["items"][0]["problem"]["code"] == "unexpected"
    assert province.requests == 1
    province.take = take
    assert sender.push()["counts"]["sent"] == 1
