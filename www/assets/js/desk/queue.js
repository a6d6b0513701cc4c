import { redeem } from "../redeem.js";

/**
 * The attempts of a page that may keep nothing, one after another, each repeated with its own nonce until the box
 * answers.
 */
export class SendQueue {
    /** @param onChange called when more or less attempts wait, or the box stops answering */
    constructor(onChange) {
        this.onChange = onChange;
        this.waiting = 0;
        this.isStuck = false;
        this.tail = Promise.resolve();
        window.addEventListener("beforeunload", (event) => {
            if (this.waiting > 0) event.preventDefault();
        });
    }

    /** Resolves with the answer; rejects with the `Problem` of an attempt the box will not take. */
    send(session, attempt) {
        this.waiting += 1;
        const answer = this.tail.then(() => redeem(session, attempt, { onTrouble: () => this.mark(true) }));
        this.tail = answer.catch(() => {}).then(() => {
            this.waiting -= 1;
            this.mark(false);
        });
        this.mark(this.isStuck);
        return answer;
    }

    mark(isStuck) {
        this.isStuck = isStuck;
        this.onChange();
    }
}
