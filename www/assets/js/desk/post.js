import { call } from "../api.js";
import { newNonce } from "../nonce.js";
import { Problem } from "../problem.js";
import { SendQueue } from "./queue.js";

/** Nobody at the door waits longer than three seconds. */
const patience = 2500;

/** Brings scans to the box; where the box does not answer, keeps them here until it is back. */
export class Post {
    /**
     * @param away where scans are kept
     * @param note shows how it stands: `show({isLost, unsent, isKept})`
     */
    constructor(away, note) {
        [this.away, this.note] = [away, note];
        this.isLost = false;
        this.queue = new SendQueue(() => this.show());
    }

    /** Whether what cannot be sent is kept on the disk of this device. */
    get isKept() {
        return this.away.isReady;
    }

    get unsent() {
        return this.away.unsent + this.queue.waiting;
    }

    /** Resolves with `{answer}` or `{kept}`; rejects with the `Problem` of an attempt the box will not take. */
    async send(session, attempt) {
        const body = Object.assign({ nonce: newNonce() }, attempt);
        return this.attempt(
            () => call("POST", `/sessions/${session.id}/redeem`, body, {}, patience),
            () => this.queue.send(session.id, body),
            () => this.away.keep(session, body));
    }

    /** Resolves with `{answer}`, the person now enrolled, or `{kept}`. */
    async register(session, person, key, direction) {
        const path = `/events/${session.event.id}/participants`;
        const ask = (limit) => call("POST", path, person, { "Idempotency-Key": key }, limit);
        return this.attempt(
            () => ask(patience), () => ask(), () => this.away.register(session, person, key, direction));
    }

    /**
     * Takes a scan back: resolves with `{answer}` or `{kept}`.
     *
     * @param scan `{id, result, key}`; `kept` is the result of one that is kept here, or was
     */
    async takeBack(session, scan, reason) {
        const keep = () => this.away.takeBack(session, scan, reason);
        if (scan.result === "kept") return this.keepOnly(keep);
        const ask = (limit) => call("POST", `/scans/${scan.id}/annul`, { reason }, {}, limit);
        const sent = await this.attempt(() => ask(patience), () => ask(), keep);
        await this.away.unmark(session, scan.key);
        return sent;
    }

    /** What the box cannot know yet goes after it, sealed like it. */
    async keepOnly(keep) {
        if (!this.isKept) throw new Problem(0);
        const kept = await keep();
        this.show();
        return { kept };
    }

    async attempt(live, insist, keep) {
        if (!this.isKept) return { answer: await insist() };
        if (!this.isLost) {
            try {
                return { answer: await live() };
            } catch (problem) {
                // Also what a device may no longer do is not lost: somebody signs in, and it is sent.
                if (!problem.isPassing && problem.status !== 401) throw problem;
                this.isLost = problem.isPassing;
            }
        }
        return this.keepOnly(keep);
    }

    /** The box has answered: it is back, and what waits is sent. */
    async found(onItems) {
        if (this.queue.waiting === 0) this.queue.isStuck = false;
        this.isLost = false;
        this.show();
        if (this.away.unsent === 0) return;
        try {
            await this.away.queue.send(onItems);
        } catch (problem) {
            // Too much that nobody can use waits to be looked at (429): the box is there, and so is the queue.
            if (problem.isPassing) this.isLost = problem.status !== 429;
            else if (problem.status !== 401 && problem.status !== 403) throw problem;
        } finally {
            this.show();
        }
    }

    /** The box does not answer. */
    lost() {
        this.isLost = true;
        this.show();
    }

    show() {
        this.note.show({
            isLost: this.isLost || this.queue.isStuck, unsent: this.unsent, isKept: this.isKept,
        });
    }
}
