import { byId, element, fill } from "../element.js";
import { showCounts } from "../countlist.js";

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
        byId("session").addEventListener("change", (event) => this.choose(event.target.value));
    }

    /** Takes the box's list; keeps the choice while its session is open, or work for it is under way. */
    take(sessions) {
        this.all = sessions;
        const isOpen = this.current && sessions.some((session) => session.id === this.current.id);
        if (this.current && !isOpen && (this.isClosed || this.isUnfinished())) return this.stay();
        this.choose(isOpen ? this.current.id : sessions.length > 0 ? sessions[0].id : null);
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
            "option", { value: session.id }, `${session.title} · ${session.event.name}`)));
        if (this.current) byId("session").value = this.current.id;
    }
}
