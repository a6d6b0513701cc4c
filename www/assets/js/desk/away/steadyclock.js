import { newNonce } from "../../nonce.js";

const tick = 1000;
const tolerance = 2000;

/**
 * Tells how long ago something was, also when somebody sets the phone's clock in between.
 *
 * While the page is seen, the browser's steady clock shows by how much the other one was set. While it is not seen the
 * phone may sleep, and many steady clocks with it: then the wall clock is believed.
 */
export class SteadyClock {
    constructor(wall = () => Date.now(), steady = () => performance.now()) {
        [this.wall, this.steady] = [wall, steady];
        this.page = newNonce();
        this.shift = 0;
        this.offset = wall() - steady();
        this.isWatched = this.isSeen;
        setInterval(() => this.look(), tick);
        document.addEventListener("visibilitychange", () => this.look());
    }

    get isSeen() {
        return document.visibilityState === "visible";
    }

    look() {
        const offset = this.wall() - this.steady();
        if (this.isWatched && Math.abs(offset - this.offset) > tolerance) this.shift += offset - this.offset;
        this.offset = offset;
        this.isWatched = this.isSeen;
    }

    /** What to keep beside something that happens now. */
    stamp() {
        this.look();
        return { at: this.wall(), page: this.page, shift: this.shift };
    }

    /** What the clock would show now if it were still set as it was at the stamp; milliseconds since 1970. */
    nowAsAt(stamp) {
        this.look();
        return this.wall() - (stamp.page === this.page ? this.shift - stamp.shift : 0);
    }
}
