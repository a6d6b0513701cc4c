import { isMangled, undone } from "../scan/layout.js";

const slowest = 50;

/**
 * What a burst says about the way from the scanner to the page: `{state, text, findings}`.
 *
 * `state` is `pass`, `usable` or `fail`; `text` is what would be used; each finding is `{key, values, isGrave}`.
 *
 * @param reference what the test code holds: digits, bars, and pairs of letters that Telex (`aa`) and VNI (`a6`) change
 */
export function diagnosis({ strokes, seen, isEnded }, reference) {
    const text = strokes.length > 0 ? strokes.map((stroke) => stroke.text).join("") : undone(seen);
    const findings = [
        ...place(text, reference), ...methods(strokes, seen, reference), ...speed(strokes),
        !isEnded && finding("suffix"),
    ].filter((found) => found);
    const state = findings.some((found) => found.isGrave) ? "fail" : findings.length > 0 ? "usable" : "pass";
    return { state, text, findings };
}

function finding(key, isGrave = false, values = {}) {
    return { key, isGrave, values };
}

/** Where the reference stands in what arrived: nothing before, nothing behind, every digit there. */
function place(text, reference) {
    const [whole, wanted] = [text.toLowerCase(), reference.toLowerCase()];
    const start = whole.indexOf(wanted);
    if (start >= 0) return around(text, start, wanted.length);
    const digits = (value) => value.replace(/\D/g, "");
    return [digits(whole) === digits(wanted) ? null : finding("lost", true), !whole.includes("|") && finding("bar", true)];
}

function around(text, start, length) {
    const [before, behind] = [text.slice(0, start), text.slice(start + length)];
    return [
        before && finding("prefix", false, { text: before }), behind && finding("tail", false, { text: behind }),
    ];
}

function methods(strokes, seen, reference) {
    const isLayout = isMangled(seen) || strokes.some(({ key, text }) => /^\d$/.test(text) && isOfLayout(key));
    const isTouched = strokes.some(({ key }) => key === "Process" || key === "Unidentified");
    const letters = seen.toLowerCase().split("|").slice(-3);
    const [telex, vni] = reference.split("|").slice(-3);
    const isTelex = !isLayout && letters[0] === "â" && letters[1] === vni;
    const isVNI = !isLayout && letters[0] === telex && letters[1] === "â";
    return [
        isLayout && finding("layout"), isTelex && finding("telex"), isVNI && finding("vni"),
        isTouched && !isLayout && !isTelex && !isVNI && finding("method"),
        strokes.some(({ text, key }) => text === "|" && key.length === 1 && key !== "|") && finding("bar"),
        isCaps(strokes, seen) && finding("caps"),
    ];
}

/** A letter or mark of the layout; on some systems marks wait for their letter. */
function isOfLayout(key) {
    return key === "Dead" || (/^\d$/.test(undone(key)) && !/^\d$/.test(key));
}

/** The test code has small letters only. */
function isCaps(strokes, seen) {
    return strokes.some((stroke) => stroke.isCaps) || (/\p{Lu}/u.test(seen) && !/\p{Ll}/u.test(seen));
}

function speed(strokes) {
    if (strokes.length < 2) return [];
    const number = Math.round((strokes[strokes.length - 1].at - strokes[0].at) / (strokes.length - 1));
    return [number > slowest && finding("slow", true, { number })];
}
