// The same search keys as the box makes: a name is found alike with the box and without it.

/** Latin letters that Unicode does not take apart into a letter and a mark. */
const letters = new Map(Object.entries({
    Ð: "d", ð: "d", Đ: "d", đ: "d", Ɖ: "d", Ø: "o", ø: "o", Ħ: "h", ħ: "h", ı: "i", Ŀ: "l", ŀ: "l", Ł: "l", ł: "l",
    Ŧ: "t", ŧ: "t", ƀ: "b", Ɓ: "b",
}));
const apostrophe = /[`´ʹʼ‘’‛′]/u;
const hyphen = /[‐-―−]/u;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0300-\u036f]/u;
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/u;

/** The key that search compares: no marks, small letters, single spaces, one apostrophe, one hyphen. */
export function folded(text) {
    let key = "";
    for (const sign of text) {
        const part = foldedSign(sign);
        if (part !== " " || (key && !key.endsWith(" "))) key += part;
    }
    return key.endsWith(" ") ? key.slice(0, -1) : key;
}

function foldedSign(sign) {
    if (letters.has(sign)) return letters.get(sign);
    if (apostrophe.test(sign)) return "'";
    if (hyphen.test(sign)) return "-";
    if (invisible.test(sign)) return "";
    if (sign <= " " || sign === "\u0085" || /\s/u.test(sign)) return " ";
    const base = accented.test(sign) ? sign.normalize("NFD")[0] : sign;
    return (/[a-z]/i.test(base) ? base : sign).toLowerCase();
}

/** The words of a name or a query in small letters with their marks; `h'ví` is `h` and `ví`. */
export function nameWords(text) {
    const repaired = text.replace(/Ð/g, "Đ").replace(/ð/g, "đ").normalize("NFC").toLowerCase();
    return repaired.split(/[^\p{L}\p{N}]+/u).filter((word) => word);
}

/** The words of a person's name: before its own those with an apostrophe as one, since people leave it out. */
export function wordsOfName(name) {
    const joined = name.split(/\s+/u).filter((part) => folded(part).includes("'")).map(nameWords)
        .filter((parts) => parts.length > 1);
    return [...joined.map((parts) => parts.join("")), ...nameWords(name)];
}

/** The other spelling of a folded syllable whose only vowel is i or y, or null: `ly` and `li`, `quy` and `qui`. */
export function otherSpelling(word) {
    const found = /^(qu|[^aeiouy]+)([iy])$/.exec(word);
    return found ? found[1] + (found[2] === "i" ? "y" : "i") : null;
}
