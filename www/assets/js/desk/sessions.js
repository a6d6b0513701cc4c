import { byId, element, fill } from "../element.js";
import { showCounts } from "../countlist.js";
import { sessionTitle } from "../sessiontitle.js";

/** The choice among the open sessions. */
export class SessionChoice {
    /**
     * @param onChoice gets the session now worked on, or null
     * @param isUnfinished says whether something is under way that belongs to the session
     */
    constructor(onChoice, isUnfinished) {
        [this.onChoice, this.isUnfinished] = [onChoice, isUnfinished];
        this.all = [];
        this.current = null;
        // Whether the session worked on has closed meanwhile.
        this.isClosed = false;
        // Whether the operator has to say which of the open ones it is now, and which one has closed before that.
        [this.isAsking, this.closed] = [false, null];
        byId("session").addEventListener("change", (event) => this.choose(event.target.value));
    }

    /** Takes the box's list; keeps the choice while its session is open, or work for it is under way. */
    take(sessions) {
        this.all = sessions;
        const isOpen = this.current && sessions.some((session) => session.id === this.current.id);
        if (this.current && !isOpen && (this.isClosed || this.isUnfinished())) return this.stay();
        if (!isOpen) this.ask();
        this.choose(isOpen ? this.current.id : this.isAsking || sessions.length === 0 ? null : sessions[0].id);
    }

    /** Nobody is counted in a session that nobody has chosen: only the first one alone is taken without a question. */
    ask() {
        if (this.current) this.closed = this.current;
        this.isAsking = this.all.length > 0 && (this.isAsking || Boolean(this.current) || this.all.length > 1);
        if (this.all.length === 0) this.closed = null;
    }

    /** Stays with a session that has closed, until the operator goes on. */
    stay() {
        this.isClosed = true;
        this.showChoice();
        this.onChoice(this.current);
    }

    choose(id) {
        this.current = this.all.find((session) => session.id === id) || null;
        this.isClosed = false;
        if (this.current) [this.isAsking, this.closed] = [false, null];
        this.showChoice();
        byId("session-choice").hidden = !this.current;
        byId("counts").hidden = !this.current;
        if (this.current) {
            byId("session").value = id;
            this.count(this.current.counts);
        }
        this.onChoice(this.current);
    }

    count(counts) {
        showCounts(byId("counts"), counts);
    }

    showChoice() {
        const listed = this.isClosed ? [this.current, ...this.all] : this.all;
        const ids = listed.map((session) => session.id).join();
        if (ids === this.listed) return;
        this.listed = ids;
        fill(byId("session"), ...listed.map((session) => element(
            "option", { value: session.id }, sessionTitle(session))));
        if (this.current) byId("session").value = this.current.id;
    }
}
