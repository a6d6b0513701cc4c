import { undone } from "./scan/layout.js";

/** `482 157 91` of eight digits: as it is printed and said. */
export function codeText(code) {
    const digits = String(code);
    return digits.length === 8 ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : digits;
}

/** The eight digits in a typed text, or null when it is no typed code. */
export function typedCode(text) {
    const digits = text.replace(/[\s.-]/g, "");
    return /^\d{8}$/.test(digits) ? digits : null;
}

/** Whether the text can only be a scan: a badge's 25 digits, or more digits than a code has. */
export function looksScanned(text) {
    return /^\d{9,}$/.test(text.replace(/\s/g, ""));
}

/** Whether a text has nothing but digits, as they are or as a Vietnamese keyboard layout types them. */
export function looksLikeCode(text) {
    return /^\d+$/.test(undone(text.replace(/[\s.-]/g, "")));
}

/** Whether a scanner's text is the line of a citizen card. */
export function looksLikeCitizenCard(text) {
    return text.split("|").length >= 5;
}
