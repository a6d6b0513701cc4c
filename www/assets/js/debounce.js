const pauseForSame = 3000;

/** Remembers what was just read: the same code in the same direction within 3 s is one scan to the eye. */
export class Debounce {
    constructor() {
        this.seen = new Map();
    }

    /** Whether this text is a repetition; each repetition starts the 3 s anew. */
    repeats(text, direction, now = Date.now()) {
        for (const [key, at] of this.seen) if (now - at > pauseForSame) this.seen.delete(key);
        const read = `${direction} ${text}`;
        const isRepeated = this.seen.has(read);
        this.seen.set(read, now);
        return isRepeated;
    }
}
