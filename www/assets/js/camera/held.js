const gone = 2000;

/** What is held before the camera: a code counts when it comes into view, not as long as it stays there. */
export class Held {
    constructor() {
        this.seen = new Map();
    }

    /**
     * Takes what one look has shown and returns what has just come into view. A code has left when it was not seen for
     * two seconds, or when another one is seen instead.
     */
    look(texts, now = performance.now()) {
        const fresh = texts.filter((text) => !this.seen.has(text));
        for (const [text, last] of this.seen) {
            const isAway = !texts.includes(text);
            if (isAway && (fresh.length > 0 || now - last > gone)) this.seen.delete(text);
        }
        for (const text of texts) this.seen.set(text, now);
        return fresh;
    }
}
