import { undone } from "../../scan/layout.js";

const noise = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/gu;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const space = /[\s\u0085]+/gu;

/** The text without what scanners put around it; nothing is normalised. */
export function cleaned(text) {
    return text.replace(/^[\s\u0000-\u001f\u007f\ufeff]*(\][\p{Alphabetic}][\u0000-\u007f])?/u, "").replace(noise, "");
}

/** The digits of a field, also as the plain Vietnamese keyboard layout types them; empty where anything else stands. */
export function digitsIn(field) {
    const digits = undone(field.replace(/[-./\s]/g, ""));
    return /^\d+$/.test(digits) ? digits : "";
}

/** In normal form C, with single spaces and nothing invisible; UTF-8 that was read as Windows-1252 is repaired. */
export function readable(field) {
    const text = repaired(field) || field;
    return text.normalize("NFC").replace(invisible, "").replace(space, " ").trim();
}

/** Null where it is no UTF-8 that was read as Windows-1252. */
function repaired(field) {
    if (/^[\u0000-\u007f]*$/.test(field)) return null;
    const signs = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 128 }, (_, place) => place + 128));
    const bytes = Array.from(field, (sign) => {
        const place = signs.indexOf(sign);
        return place < 0 ? sign.codePointAt(0) : place + 128;
    });
    if (bytes.some((byte) => byte > 255)) return null;
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    } catch (error) {
        return null;
    }
}

/** A name wholly in capitals or in small letters in title case; any other as its writer meant it. */
export function titleCased(name) {
    if (/\p{Lu}/u.test(name) === /\p{Ll}/u.test(name)) return name;
    const capital = (word) => Array.from(word, (sign, place) => (place === 0 ? sign.toUpperCase() : sign)).join("");
    return name.toLowerCase().replace(/[\p{L}\p{M}\p{N}]+/gu, capital);
}

/** Whether a keyboard scanner dropped letters: marks of replacement, or syllables without a vowel where all is ASCII. */
export function hasLostLetters(text) {
    if (/[?\ufffd]/.test(text)) return true;
    if (!/^[\u0000-\u007f]*$/.test(text)) return false;
    return text.toLowerCase().split(/[^a-z]+/).some((word) => word.length > 1 && !/[aeiouy]/.test(word));
}
