import { call } from "../../api.js";
import { deviceTime } from "../../time.js";
import { sealed } from "./seal.js";

const batch = 50;
const uploadPatience = 20000;

/** What waits for the box, sealed to its key, until the box has answered for each entry. */
export class StoredQueue {
    constructor(store, clock) {
        [this.store, this.clock] = [store, clock];
        this.length = 0;
        this.upload = null;
    }

    async open() {
        this.length = await this.store.count("queue");
    }

    /** What waits, in the order in which it was kept: what takes a scan back comes after the scan. */
    async entries() {
        return (await this.store.all("queue")).sort((one, other) => (one.order || 0) - (other.order || 0));
    }

    /**
     * Keeps an entry; resolves when it is on the disk.
     *
     * @param id the nonce inside
     * @param inside what the box gets
     * @param stamp when it happened, of the steady clock
     * @param slip the number on the slip of somebody who was registered
     */
    async add(id, inside, boxKey, stamp, slip) {
        const last = (await this.entries()).pop();
        const entry = { id, sealed: await sealed(inside, boxKey), stamp, slip, order: last ? (last.order || 0) + 1 : 1 };
        await this.store.write(["queue"], (queue) => queue.put(entry));
        await this.open();
    }

    /** Sends everything; `onItems` gets the answers to each batch with their entries. One upload at a time. */
    send(onItems) {
        if (!this.upload) {
            this.upload = this.sendAll(onItems).finally(() => {
                this.upload = null;
            });
        }
        return this.upload;
    }

    async sendAll(onItems) {
        for (;;) {
            const entries = (await this.entries()).slice(0, batch);
            if (entries.length === 0) return this.open();
            const answered = await this.sendBatch(entries);
            onItems(answered);
            // The box cannot write now: the next beat tries again.
            if (answered.length < entries.length) return;
        }
    }

    async sendBatch(entries) {
        const body = { entries: entries.map(({ id, sealed, stamp }) => ({
            id, sealed, sent_at: deviceTime(new Date(this.clock.nowAsAt(stamp))),
        })) };
        const { items } = await call("POST", "/desk/queue", body, {}, uploadPatience);
        const answered = items.filter((item) => item.status !== "waiting");
        await this.store.write(["queue"], (queue) => {
            for (const item of answered) queue.delete(item.id);
        });
        await this.open();
        return answered.map((item) => Object.assign({}, item, entries.find((entry) => entry.id === item.id), item));
    }
}
