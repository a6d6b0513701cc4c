import { codeIn, isWhole, looksScanned } from "./shape.js";

// Milliseconds between two keys: scanners are quicker, hands are slower; a busy computer makes single gaps longer.
const scannerGap = 50;
const longestGap = 150;
const shortest = 6;
// More than somebody types by hand just before a scan.
const fewDigits = 4;
const most = 500;

/** The keys of the last moments, of a hand, a scanner, or both at once. */
export class Strokes {
    constructor() {
        this.all = [];
    }

    get isEmpty() {
        return this.all.length === 0;
    }

    /** When the last key came; long ago without one. */
    get last() {
        return this.isEmpty ? -Infinity : this.all[this.all.length - 1].at;
    }

    /** @param stroke `{text, isRepaired, at, field, value}`: the field it went to and what that held before */
    add(stroke) {
        this.all.push(stroke);
        if (this.all.length > most) this.all.shift();
    }

    /** A Backspace: by hand, or of a keyboard method that puts another letter in place. */
    takeBack() {
        this.all.pop();
    }

    clear() {
        this.all = [];
    }

    /**
     * The scan at the end of the keys, or null: `{text, isRepaired, first, before, others}`.
     *
     * `first` is its first stroke, `before` what was typed before it, `others` what a hand typed meanwhile.
     *
     * @param isEnded whether Enter or Tab followed; without it only what has the full length is a scan
     */
    scan(isEnded) {
        const runs = [this.run(longestGap), this.run(scannerGap)].filter(isQuick);
        const whole = runs.find((run) => isWhole(textOf(run)) && !this.isTail(run));
        if (whole) return this.found(whole, textOf(whole));
        const mixed = runs.find((run) => codeIn(textOf(run)) && !this.isTail(run));
        if (mixed) return this.found(mixed, codeIn(textOf(mixed)));
        const other = runs.find((run) => looksScanned(textOf(run)));
        return isEnded && other ? this.found(other, textOf(other)) : null;
    }

    /** Whether a run may be the end of a longer scan that a busy computer has torn: a badge ends with eight digits, too. */
    isTail(run) {
        const before = this.all.slice(0, this.all.length - run.length);
        return textOf(before).replace(/\D/g, "").length > fewDigits;
    }

    /** The longest run at the end without a longer gap. */
    run(gap) {
        let start = this.all.length;
        while (start > 0 && (start === this.all.length || this.all[start].at - this.all[start - 1].at <= gap)) start -= 1;
        return this.all.slice(start);
    }

    found(run, text) {
        const isForeign = (stroke) => text !== textOf(run) && !/\d/.test(stroke.text);
        return {
            text, first: run[0], isRepaired: run.some((stroke) => stroke.isRepaired),
            before: this.all.slice(0, this.all.length - run.length), others: run.filter(isForeign),
        };
    }
}

function textOf(run) {
    return run.map((stroke) => stroke.text).join("");
}

/** Whether the keys came at a scanner's speed on the whole. */
function isQuick(run) {
    const length = textOf(run).length;
    return length >= shortest && (run[run.length - 1].at - run[0].at) / (length - 1) <= scannerGap;
}
