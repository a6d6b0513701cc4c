import { firstWord } from "./words.js";

/** An answer that is no success: RFC 9457, or status 0 when there was no answer at all. */
export class Problem extends Error {
    constructor(status, body = {}, retryAfter = 0) {
        super(`problem ${status}`);
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
        this.code = String(body.type || "").split(/[/:#]/).pop();
    }

    /** Whether the same request may well succeed in a moment. */
    get isPassing() {
        return this.status === 0 || this.status === 429 || this.status >= 500;
    }

    /** The sentence for people. */
    get text() {
        const keys = [`error_${this.code}`, `error_${this.status}`, "error_other"];
        return firstWord(keys, { seconds: this.retryAfter || 60 });
    }

    /** The facts that the server adds, in its own words: row numbers, limits, names of sheets. */
    get facts() {
        const errors = (this.body.errors || []).map((error) => `${error.pointer || error.row || ""} ${error.message}`);
        return [this.body.detail, ...errors].filter((fact) => fact).join("; ");
    }
}
