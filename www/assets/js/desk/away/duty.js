import { call } from "../../api.js";
import { NameList } from "./names.js";

const searchLimit = 20;

/** The people of the open session, who takes them in, and who came by here: kept in the vault for one duty only. */
export class Duty {
    constructor(vault) {
        this.vault = vault;
        this.clear();
    }

    clear() {
        [this.roster, this.session, this.marks, this.slips] = [null, null, {}, 0];
        this.names = new NameList([]);
    }

    /** Takes up what an earlier page kept; false when there is none, or its time is over. */
    async resume() {
        const [roster, notes] = [await this.vault.read("roster"), await this.vault.read("notes")];
        if (!roster || !notes || isOver(roster)) {
            await this.forget();
            return false;
        }
        this.learn(roster);
        [this.session, this.marks, this.slips] = [notes.session, notes.marks, notes.slips];
        return true;
    }

    /** Asks the box for the people of the session, or whether there is a new name among them. */
    async take(session, operator) {
        const isKnown = this.roster && this.roster.session === session.id && this.roster.operatorName === operator;
        if (this.roster && !isKnown) await this.forget();
        const headers = isKnown ? { "If-None-Match": this.roster.version } : {};
        try {
            const roster = await call("GET", `/sessions/${session.id}/desk-roster`, undefined, headers);
            const now = Date.now();
            Object.assign(roster, { operatorName: operator, since: now, until: now + roster.seconds_left * 1000 });
            this.learn(roster);
            await this.vault.keep("roster", roster);
        } catch (problem) {
            // 304: nobody is new. Otherwise the desk goes on with what it has.
            if (problem.status !== 304) return;
        }
        this.session = session;
        await this.keepNotes();
    }

    learn(roster) {
        this.roster = roster;
        this.names = new NameList(roster.items);
        this.byID = new Map(roster.items.map((person) => [person.id, person]));
        this.byCode = new Map(roster.items.map((person) => [person.code, person]));
    }

    /** Deletes the key and all that was under it. */
    async forget() {
        this.clear();
        await this.vault.forget();
    }

    /** Forgets the people when the duty is over: 12 hours after the login, or with the end of the session. */
    async check(sessions = null) {
        if (!this.roster) return;
        const isClosed = sessions && !sessions.some((session) => session.id === this.roster.session);
        if (isClosed || isOver(this.roster)) await this.forget();
    }

    /** Who holds the code, or has the id; null for who is not on the list. */
    person({ id, code }) {
        if (!this.roster) return null;
        return (id ? this.byID.get(id) : this.byCode.get(code)) || null;
    }

    search(query) {
        return this.names.search(query, searchLimit).map((person) => {
            const mark = this.marks[person.id];
            const attendance = mark ? { [mark.isInside ? "first_entry_at" : "last_exit_at"]: mark.at } : {};
            return Object.assign({ attendance }, person);
        });
    }

    /** Remembers that somebody went in or out here. */
    async mark(key, direction, at) {
        if (!this.roster) return;
        this.marks[key] = { isInside: direction !== "exit", at };
        await this.keepNotes();
    }

    /** The number of the next slip for somebody who has no code yet. */
    nextSlip() {
        this.slips += 1;
        return this.slips;
    }

    async keepNotes() {
        const { session, marks, slips } = this;
        await this.vault.keep("notes", { session, marks, slips });
    }
}

/** A clock that was set back must not make the duty longer. */
function isOver(roster) {
    const now = Date.now();
    return now >= roster.until || now < roster.since;
}
