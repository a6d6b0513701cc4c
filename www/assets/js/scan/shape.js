import { undone } from "./layout.js";

const codeLength = 8;
const badgeLength = 25;
// Version 1, event 6, code 8: where a badge has its participant's code.
const codeInBadge = [7, 15];

/** What the digits in a text are when nothing else counts; the check digits (ISO 7064 MOD 97-10) must agree. */
export function codeIn(text) {
    const digits = undone(text).replace(/\D/g, "");
    const code = digits.length === badgeLength ? digits.slice(...codeInBadge) : digits;
    return code.length === codeLength && Number(code) % 97 === 1 ? digits : null;
}

/** Whether a burst is surely all of a scan, so that no Enter need follow. */
export function isWhole(text) {
    const digits = undone(text.replace(/[\s.-]/g, ""));
    const isCode = /^\d+$/.test(digits) && (digits.length === codeLength || digits.length === badgeLength);
    return isCode || (text.split("|").length > 4 && /\d{9}/.test(digits));
}

/** Whether keys that came at a scanner's speed can be a scan at all: a run of digits, or more than a fast hand types. */
export function looksScanned(text) {
    return /\d{6}/.test(undone(text)) || text.length >= 16;
}
