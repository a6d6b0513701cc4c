const pauseForSame = 3000;
/** A scanner that fires twice, or before which a card is held, reads again within this time. */
const held = 1000;

/** Remembers what was just read: the same code in the same direction within 3 s is one scan to the eye. */
export class Debounce {
    constructor() {
        this.clear();
    }

    /** Forgets everything: somebody has changed something, and whatever is read now is meant. */
    clear() {
        this.reads = new Map();
    }

    /**
     * Whether this text is a repetition. The 3 s are those after the read that counted, so that nobody who tries again
     * and again is put off without end; only what is held before the scanner stays one scan for as long as it is there.
     */
    repeats(text, direction, now = Date.now()) {
        for (const [key, { seen }] of this.reads) if (now - seen > pauseForSame) this.reads.delete(key);
        const key = `${direction} ${text}`;
        const last = this.reads.get(key);
        const isRepeated = Boolean(last) && (now - last.seen <= held || now - last.counted <= pauseForSame);
        this.reads.set(key, { seen: now, counted: isRepeated ? last.counted : now });
        return isRepeated;
    }

    /** The read was refused: who shows the card again a moment later gets a new answer. */
    release(text, direction) {
        const read = this.reads.get(`${direction} ${text}`);
        if (read) read.counted = -Infinity;
    }
}
