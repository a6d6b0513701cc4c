import { byId, element, fill } from "../element.js";
import { sessionTitle } from "../sessiontitle.js";
import { clockText, spanText } from "../time.js";
import { cameIn } from "../countlist.js";
import { word } from "../words.js";

/** The open sessions, of which one is attended here. */
export class OpenSessions {
    /**
     * @param onChoice gets the id of the session now attended, or null, and whether it took the place of one that closed
     */
    constructor(onChoice) {
        this.onChoice = onChoice;
        this.all = [];
        this.chosen = null;
        this.isPicked = false;
        this.direction = "entry";
    }

    /**
     * Takes the box's list; keeps the choice while its session is there. With none open, those which should be: the box
     * notes who comes early.
     */
    take(door) {
        const [before, wasOpen] = [this.chosen, this.isOpen];
        this.isOpen = door.sessions.length > 0;
        this.all = this.isOpen ? door.sessions : door.due || [];
        const chosen = this.kept(wasOpen) || this.sure();
        this.chosen = chosen && chosen.id;
        this.show(chosen, door.next);
        this.onChoice(this.chosen, Boolean(wasOpen && this.isOpen && chosen && before && before !== chosen.id));
    }

    /** The session attended so far, unless it was only supposed and others are open as well. */
    kept(wasOpen) {
        const known = this.all.find((session) => session.id === this.chosen);
        return known && (this.isPicked || wasOpen === this.isOpen) ? known : null;
    }

    /** What may be attended without a question: of several open sessions none is, for nobody has chosen it. */
    sure() {
        this.isPicked = false;
        return this.all.length > 0 && (this.all.length === 1 || !this.isOpen) ? this.all[0] : null;
    }

    /** Whether somebody has to say which session it is. */
    get isAsking() {
        return this.all.length > 0 && !this.chosen;
    }

    /** What the session attended is called. */
    get title() {
        return sessionTitle(this.all.find((session) => session.id === this.chosen));
    }

    choose(session) {
        this.isPicked = true;
        this.chosen = session.id;
        this.show(session, null);
        this.onChoice(session.id);
    }

    /** The session attended here, if it should be open and is not; else null. */
    get due() {
        return this.isOpen ? null : this.all.find((session) => session.id === this.chosen) || null;
    }

    show(chosen, next) {
        byId("event").textContent = chosen ? chosen.event.name : word("kiosk_title");
        byId("session").textContent = chosen ? `${chosen.title} · ${spanText(chosen)}` : nextText(next);
        byId("typing").hidden = !chosen;
        byId("picture").toggleAttribute("hidden", !chosen);
        const isExit = this.direction === "exit";
        byId("prompt-title").textContent = word(this.isAsking ? "kiosk_choose" : !chosen ? "kiosk_none_open"
            : !this.isOpen ? "kiosk_due" : isExit ? "kiosk_exit_prompt" : "kiosk_prompt");
        byId("prompt-hint").textContent = word(this.isAsking ? "kiosk_choose_hint" : !chosen ? "kiosk_none_text"
            : this.isOpen ? "kiosk_prompt_hint" : "kiosk_due_hint");
        byId("count").hidden = !chosen;
        if (chosen) this.count(chosen.counts);
        this.showChoice();
    }

    showChoice() {
        const box = byId("sessions");
        box.hidden = this.all.length < 2;
        fill(box, ...this.all.map((session) => element("button", {
            type: "button",
            class: session.id === this.chosen ? "" : "plain",
            "aria-pressed": String(session.id === this.chosen),
            onclick: () => this.choose(session),
        }, sessionTitle(session))));
    }

    count(counts) {
        byId("count-number").textContent = String(cameIn(counts));
        byId("count-text").textContent = word("kiosk_counted", { enrolled: counts.enrolled });
    }
}

function nextText(next) {
    return next ? word("kiosk_next", { title: next.title, time: clockText(next.starts_at) }) : "";
}
