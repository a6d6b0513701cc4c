// What the digit row types on the plain Vietnamese layout (Windows KBDVNTC, XKB `vn`): four letters, five marks, đ.
const marks = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const table = new Map([["đ", "0"]]);
["ă", "â", "ê", "ô"].forEach((letter, place) => {
    table.set(letter, String(place + 1));
    // A browser may have composed the letter and the mark of the next key.
    marks.forEach((mark, next) => table.set((letter + mark).normalize("NFC"), `${place + 1}${next + 5}`));
});
marks.forEach((mark, place) => table.set(mark, String(place + 5)));

/** The text with the layout's letters and marks as the digits they were; the rest as it is. */
export function undone(text) {
    return Array.from(text.toLowerCase(), (letter) => table.get(letter) || letter).join("");
}

/** Whether the layout was at work: it leaves digits as nothing else does. */
export function isMangled(text) {
    return /\d{6}/.test(undone(text)) && !/\d{6}/.test(text);
}
