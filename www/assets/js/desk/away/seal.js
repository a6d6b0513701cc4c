import { decoded, encoded } from "./base64.js";

const curve = { name: "ECDH", namedCurve: "P-256" };
const info = new TextEncoder().encode("diemdanh desk queue 1");

/**
 * A value that only the box can read again, as text.
 *
 * A one-time key agrees with the box's P-256 key; HKDF-SHA-256 makes of it the key of AES-256-GCM. Each key is used once,
 * so that the nonce can be zeros.
 *
 * @param boxKey the box's public key, as the roster brings it
 */
export async function sealed(value, boxKey) {
    const point = decoded(boxKey);
    const box = await crypto.subtle.importKey("raw", point, curve, false, []);
    const oneTime = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const ownPoint = new Uint8Array(await crypto.subtle.exportKey("raw", oneTime.publicKey));
    const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: box }, oneTime.privateKey, 256);
    const key = await derivedKey(secret, joined(ownPoint, point));
    const content = new TextEncoder().encode(JSON.stringify(value));
    const iv = new Uint8Array(12);
    return encoded(joined(ownPoint, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, content))));
}

async function derivedKey(secret, salt) {
    const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const way = { name: "HKDF", hash: "SHA-256", salt, info };
    return crypto.subtle.deriveKey(way, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
}

function joined(first, second) {
    const all = new Uint8Array(first.length + second.length);
    all.set(first);
    all.set(second, first.length);
    return all;
}
