import { folded, nameWords, otherSpelling, wordsOfName } from "./fold.js";

const longestName = 16;
const longestQuery = 8;

/** Finds people by the beginnings of their names' words, and orders them as the box does. */
export class NameList {
    constructor(people) {
        this.entries = people.map((person) => ({
            person,
            words: wordsOfName(person.name).slice(0, longestName).map((word) => ({ word, key: folded(word) })),
        }));
    }

    /** The best first: the same marks, then whole words, then given names, then the query's order. */
    search(query, limit) {
        const wanted = nameWords(query).slice(0, longestQuery).map((word) => {
            const key = folded(word);
            return { word, key, other: otherSpelling(key) };
        });
        if (wanted.length === 0) return [];
        return this.entries
            .map((entry) => ({ person: entry.person, score: score(wanted, entry.words) }))
            .filter((found) => found.score !== null)
            .sort((one, other) => other.score - one.score)
            .slice(0, limit)
            .map((found) => found.person);
    }
}

function score(wanted, words) {
    const ordered = assign(wanted, words, 0, true);
    if (ordered) return value(ordered) + 1;
    const free = assign(wanted, words, 0, false);
    return free ? value(free) : null;
}

function value(found) {
    return (found.hasSameMarks ? 8 : 0) + (found.isWhole ? 4 : 0) + (found.isGivenName ? 2 : 0);
}

/** Gives the last query word the last free word that matches, and so on backwards; `taken` has a bit per word. */
function assign(wanted, words, taken, isOrdered) {
    if (wanted.length === 0) return { hasSameMarks: true, isWhole: true, isGivenName: false };
    const last = wanted[wanted.length - 1];
    let best = null;
    for (let place = words.length - 1; place >= 0; place -= 1) {
        if (taken & (1 << place) || !matches(last, words[place])) continue;
        const closed = isOrdered ? -1 << place : 1 << place;
        const rest = assign(wanted.slice(0, -1), words, taken | closed, isOrdered);
        if (!rest) continue;
        const found = {
            hasSameMarks: rest.hasSameMarks && words[place].word.startsWith(last.word),
            isWhole: rest.isWhole && words[place].key.length === last.key.length,
            isGivenName: place === words.length - 1,
        };
        if (!best || value(found) > value(best)) best = found;
    }
    return best;
}

function matches(wanted, word) {
    return word.key.startsWith(wanted.key) || word.key === wanted.other;
}
