const pauseForSame = 3000;

/** Remembers what was just read: the same code within 3 s is one scan to the eye. */
export class Debounce {
    constructor() {
        this.seen = new Map();
    }

    /** Whether this text is a repetition; each repetition starts the 3 s anew. */
    repeats(text, now = Date.now()) {
        for (const [key, at] of this.seen) if (now - at > pauseForSame) this.seen.delete(key);
        const isRepeated = this.seen.has(text);
        this.seen.set(text, now);
        return isRepeated;
    }
}
