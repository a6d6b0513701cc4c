import { byId, element, fill } from "../element.js";
import { showCounts } from "../countlist.js";

/** The choice among the open sessions. */
export class SessionChoice {
    /** @param onChoice gets the session now worked on, or null */
    constructor(onChoice) {
        this.onChoice = onChoice;
        this.all = [];
        this.current = null;
        byId("session").addEventListener("change", (event) => this.choose(event.target.value));
    }

    /** Takes the box's list; keeps the choice while its session is open. */
    take(sessions) {
        const before = this.all.map((session) => session.id).join();
        this.all = sessions;
        if (before !== sessions.map((session) => session.id).join()) this.showChoice();
        const kept = this.current && sessions.some((session) => session.id === this.current.id);
        this.choose(kept ? this.current.id : sessions.length > 0 ? sessions[0].id : null);
    }

    choose(id) {
        this.current = this.all.find((session) => session.id === id) || null;
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
        fill(byId("session"), ...this.all.map((session) => element(
            "option", { value: session.id }, `${session.title} · ${session.event.name}`)));
    }
}
