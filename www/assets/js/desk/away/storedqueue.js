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

    /**
     * Keeps an entry; resolves when it is on the disk.
     *
     * @param inside what the box gets, with `scan.nonce`
     * @param stamp when it happened, of the steady clock
     * @param slip the number on the slip of somebody who was registered
     */
    async add(inside, boxKey, stamp, slip) {
        const entry = { id: inside.scan.nonce, sealed: await sealed(inside, boxKey), stamp, slip };
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
            const entries = (await this.store.all("queue")).slice(0, batch);
            if (entries.length === 0) return;
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
