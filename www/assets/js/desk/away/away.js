import { newNonce } from "../../nonce.js";
import { deviceTime } from "../../time.js";
import { codeIn, eventNumberIn } from "./badge.js";
import { Duty } from "./duty.js";
import { SteadyClock } from "./steadyclock.js";
import { Store } from "./store.js";
import { StoredQueue } from "./storedqueue.js";
import { Vault } from "./vault.js";

/** What the desk does while the box is away: it knows the people, and keeps the scans until they can be sent. */
export class Away {
    constructor() {
        this.store = new Store();
        this.duty = new Duty(new Vault(this.store));
        this.queue = new StoredQueue(this.store, new SteadyClock());
        this.isOpen = false;
    }

    /** Opens the browser's database; nothing is kept where the page may not encrypt. */
    async open() {
        if (!Store.isPossible) return;
        try {
            await this.store.open();
            await this.queue.open();
            this.isOpen = true;
        } catch (error) {
            // A browser that keeps nothing (private mode, full disk): the page works as on plain http.
        }
    }

    /** Takes up what an earlier page took along; false when there is nothing. */
    async resume() {
        return this.isOpen && this.duty.resume();
    }

    /** Deletes the people and their key; what is to be sent stays. */
    async forget() {
        if (this.isOpen) await this.duty.forget();
    }

    /** Forgets the people, and takes nobody along any more: somebody is signing out. */
    async close() {
        const { isOpen } = this;
        this.isOpen = false;
        if (isOpen) await this.duty.forget();
    }

    /** Forgets the people when the duty is over. */
    async check(sessions) {
        if (this.isOpen) await this.duty.check(sessions);
    }

    /** The people who may be the bearer of a card that was read here. */
    bearers(card) {
        return this.duty.bearers(card);
    }

    /** The people whose names match, and who of them came to this session; null where none were taken along. */
    search(session, query) {
        return this.isReady ? this.duty.search(session, query) : null;
    }

    /** Whether a scan can be kept here: the key to which it is sealed came with the people. */
    get isReady() {
        return this.isOpen && this.duty.roster !== null;
    }

    get unsent() {
        return this.queue.length;
    }

    /** Takes the people of the session along. */
    async take(session, operator) {
        if (!this.isOpen) return;
        await this.duty.take(session, operator);
        // The browser may otherwise throw the queue away when the phone runs out of space.
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
    }

    /**
     * Keeps an attempt until the box is back; resolves when it is on the disk.
     *
     * @param attempt what redeem takes, with its nonce
     * @param walkIn `{person, key}` of somebody who is registered with it
     */
    async keep(session, attempt, walkIn = null) {
        const stamp = this.queue.clock.stamp();
        const at = deviceTime(new Date(stamp.at));
        const facts = walkIn ? this.guestFacts(session, attempt, walkIn) : this.facts(session, attempt);
        const { roster } = this.duty;
        const inside = { session: session.id, scan: Object.assign({}, attempt, { occurred_at: at }) };
        if (roster.operator) inside.operator = roster.operator;
        if (facts.told) inside.told = facts.told;
        if (walkIn) [inside.walk_in, inside.walk_in_key] = [walkIn.person, walkIn.key];
        await this.queue.add(attempt.nonce, inside, roster.key, stamp, facts.slip);
        if (facts.key && !facts.told) await this.duty.mark(session, facts.key, attempt.direction, at, attempt.nonce);
        const kept = Object.assign({ id: attempt.nonce, session: session.id, at, direction: attempt.direction }, facts);
        await this.duty.note(keptScan(kept));
        return kept;
    }

    /** What waits here for a session and is known by name, the oldest first. */
    async waiting(session) {
        if (!this.isReady) return [];
        const entries = await this.queue.entries();
        return entries.map((entry) => this.duty.kept[entry.id])
            .filter((scan) => scan && scan.session === session);
    }

    /**
     * Keeps that a scan was taken back; the box annuls it when both have come, in whatever order.
     *
     * @param scan `{id, result, key}`: its nonce where it was kept here, else the id that the box gave it
     */
    async takeBack(session, { id, result, key }, reason) {
        const [stamp, nonce, { roster }] = [this.queue.clock.stamp(), newNonce(), this.duty];
        const what = { nonce, reason, [result === "kept" ? "scan_nonce" : "scan"]: id };
        const inside = { session: session.id, take_back: what };
        if (roster.operator) inside.operator = roster.operator;
        await this.queue.add(nonce, inside, roster.key, stamp);
        await this.unmark(session, key);
        await this.duty.drop(id);
        return { id: nonce };
    }

    /** Forgets that somebody came in: the scan was taken back. */
    async unmark(session, key) {
        if (this.isReady && key) await this.duty.unmark(session, key);
    }

    /** Registers somebody and keeps the entry with it. */
    register(session, person, key, direction) {
        return this.keep(session, { nonce: newNonce(), direction, method: "walk_in" }, { person, key });
    }

    /** The same of somebody who is registered here: at first, or by the same card again. */
    guestFacts(session, { direction }, { person, key }) {
        const { slip } = this.duty.guest(person, key);
        return { person, key, slip, ...this.repetition(session, key, direction) };
    }

    /** What can be told of an attempt without the box: whose it is, and a refusal that is certain. */
    facts(session, { code, participant_id: id, direction, force }) {
        const digits = code === undefined ? null : codeIn(code);
        if (code !== undefined && !digits) return { person: null, told: certainRefusal(code) };
        const event = code === undefined ? null : eventNumberIn(code);
        const isForeign = event !== null && event !== this.duty.roster.event_number;
        const person = isForeign ? null : this.duty.person({ id, code: digits });
        const key = person ? person.id : id || digits;
        return { person, key, isForeign, ...this.repetition(session, key, direction, force) };
    }

    /** What is told of somebody who is in already, and since when. */
    repetition(session, key, direction, force = false) {
        const mark = this.duty.markOf(session, key);
        const isTwice = direction !== "exit" && !force && mark && mark.isInside;
        return { told: isTwice ? "already_redeemed" : null, first: isTwice ? mark.at : null };
    }

    /** Remembers what the box has said, for the time when it cannot be asked. */
    async learn(session, answer, direction) {
        if (!this.isReady || !answer.participant) return;
        const { id } = answer.participant;
        const isIn = answer.reason === "already_redeemed" && answer.first;
        if (answer.result === "accepted") await this.duty.mark(session, id, direction, answer.scan.occurred_at);
        else if (isIn) await this.duty.mark(session, id, "entry", answer.first.occurred_at);
    }
}

/** Digits that are no code and no badge are so with the box and without it. */
function certainRefusal(text) {
    const digits = text.replace(/\s/g, "");
    if (/^\d{8}$/.test(digits)) return "unknown_code";
    return /^\d{25}$/.test(digits) ? "bad_badge" : null;
}

/**
 * A scan that waits here, as the list of the last scans has it.
 *
 * @param name the person's, where the device does not know it by itself
 */
export function keptScan(kept, name = "") {
    return {
        id: kept.id, session: kept.session, occurred_at: kept.at, result: "kept", isRefused: Boolean(kept.told),
        direction: kept.direction,
        name: kept.person ? kept.person.name : name, key: kept.key, isOwn: true,
    };
}
