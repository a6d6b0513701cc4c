/** The eight digits in a code or a badge that was read, or null: check digits by ISO 7064 MOD 97-10. */
export function codeIn(text) {
    const digits = text.replace(/[\s.-]/g, "");
    const code = /^1\d{24}$/.test(digits) ? digits.slice(7, 15) : digits;
    return /^\d{8}$/.test(code) && Number(code) % 97 === 1 ? code : null;
}

/** The number of the event that a badge is of, or null for what is no badge. */
export function eventNumberIn(text) {
    const digits = text.replace(/\s/g, "");
    return /^1\d{24}$/.test(digits) ? Number(digits.slice(1, 7)) : null;
}
