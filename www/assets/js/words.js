import { pause } from "./pause.js";

let table = {};

/** Reads the words of the page's language; keeps trying, because no page works without words. */
export async function loadWords() {
    const address = `/assets/locales/${document.documentElement.lang}.json`;
    for (;;) {
        try {
            const answer = await fetch(address);
            if (answer.ok) {
                table = await answer.json();
                return;
            }
        } catch (error) {
            // The box is away for a moment.
        }
        await pause(1000);
    }
}

/** The text of a key, with `{name}` replaced from `values`; the key itself if there is no such word. */
export function word(key, values = {}) {
    const text = key in table ? table[key] : key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The first of the keys that has a word. */
export function firstWord(keys, values = {}) {
    return word(keys.find((key) => key in table) || keys[keys.length - 1], values);
}

/** The text of a code of an open list: its word, or the code itself. */
export function codeWord(prefix, code) {
    return `${prefix}_${code}` in table ? table[`${prefix}_${code}`] : String(code);
}
