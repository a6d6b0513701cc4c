import { call } from "../../api.js";
import { folded } from "./fold.js";
import { NameList } from "./names.js";

const searchLimit = 20;

/** The people of the open session, who takes them in, and who came by here: kept in the vault for one duty only. */
export class Duty {
    constructor(vault) {
        this.vault = vault;
        this.times = 0;
        this.clear();
    }

    clear() {
        // How often everything was forgotten: what the box was asked for before that comes too late.
        this.times += 1;
        [this.roster, this.session, this.marks, this.slips, this.kept, this.guests] = [null, null, {}, 0, {}, []];
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
        [this.kept, this.guests] = [notes.kept || {}, notes.guests || []];
        return true;
    }

    /** Asks the box for the people of the session, or whether there is a new name among them. */
    async take(session, operator) {
        const isKnown = this.roster && this.roster.session === session.id && this.roster.operatorName === operator;
        if (this.roster && !isKnown) await this.forget();
        const { times } = this;
        const headers = isKnown ? { "If-None-Match": this.roster.version } : {};
        try {
            const roster = await call("GET", `/sessions/${session.id}/desk-roster`, undefined, headers);
            if (times !== this.times) return;
            const now = Date.now();
            Object.assign(roster, { operatorName: operator, since: now, until: now + roster.seconds_left * 1000 });
            this.learn(roster);
            await this.vault.keep("roster", roster);
        } catch (problem) {
            // 304: nobody is new. Otherwise the desk goes on with what it has.
            if (problem.status !== 304) return;
        }
        if (times !== this.times) return;
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

    search(session, query) {
        return this.names.search(query, searchLimit).map((person) => {
            const mark = this.markOf(session, person.id);
            const attendance = mark ? { [mark.isInside ? "first_entry_at" : "last_exit_at"]: mark.at } : {};
            if (mark && mark.nonce) Object.assign(attendance, { scan: mark.nonce, kept: { result: "kept" } });
            return Object.assign({ attendance }, person);
        });
    }

    /** How somebody went in or out of a session here last, or undefined. */
    markOf(session, key) {
        return this.marks[placeOf(session, key)];
    }

    /**
     * Remembers that somebody went in or out of a session here.
     *
     * @param nonce of the scan, where it is kept here and can be taken back
     */
    async mark(session, key, direction, at, nonce = null) {
        if (!this.roster) return;
        this.marks[placeOf(session, key)] = { isInside: direction !== "exit", at, nonce };
        await this.keepNotes();
    }

    /**
     * Remembers what a scan that waits is about, so that it can be taken back after a restart.
     *
     * @param scan as the list of the last scans has it
     */
    async note(scan) {
        this.kept[scan.id] = scan;
        await this.keepNotes();
    }

    /** Forgets what it was about: the scan was taken back. */
    async drop(id) {
        delete this.kept[id];
        await this.keepNotes();
    }

    /** Forgets it: the scan was taken back. */
    async unmark(session, key) {
        delete this.marks[placeOf(session, key)];
        await this.keepNotes();
    }

    /**
     * The people with a card's name, and nothing that speaks against it; who lives where the card says comes first, and
     * then whose year of birth is known. Who was registered here has `guest`.
     */
    bearers(card) {
        const [name, year] = [folded(card.name || ""), Number(card.birth_date.slice(0, 4))];
        const isAlike = (person) => folded(person.name) === name && (!person.birth_year || person.birth_year === year);
        const weight = (person) => (livesThere(person, card) ? 2 : 0) + (person.birth_year ? 1 : 0);
        return [...this.roster.items, ...this.guests.map(asPerson)].filter(isAlike)
            .sort((one, other) => weight(other) - weight(one)).slice(0, searchLimit);
    }

    /**
     * Somebody who has no code yet, with the number of their slip: the same whenever they come again.
     *
     * @param key the one under which the box enrols them once
     */
    guest(person, key) {
        const known = this.guests.find((guest) => guest.key === key);
        if (known) return known;
        this.slips += 1;
        const guest = { person, key, slip: this.slips };
        this.guests.push(guest);
        return guest;
    }

    async keepNotes() {
        if (!this.roster) return;
        const { session, marks, slips, kept, guests } = this;
        await this.vault.keep("notes", { session, marks, slips, kept, guests });
    }
}

/** Somebody who was registered here, as the list has people. */
function asPerson(guest) {
    const { name = "", birth_date: birth = "", birth_year: year, commune, address } = guest.person;
    return { name, birth_year: Number(birth.slice(0, 4)) || year, commune: commune || address, guest };
}

/** Where the marks have a person of a session: sessions follow each other while the box is away. */
function placeOf(session, key) {
    return `${session.id} ${key}`;
}

/** Whether a card's address names the person's commune, with or without the word for its kind. */
function livesThere(person, card) {
    const commune = folded(person.commune || "").replace(/^(xa|phuong|thi tran) /, "");
    return commune !== "" && folded(card.commune).split(",").some((part) => part.trim().endsWith(commune));
}

/** A clock that was set back must not make the duty longer. */
function isOver(roster) {
    const now = Date.now();
    return now >= roster.until || now < roster.since;
}
