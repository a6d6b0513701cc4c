import { call } from "../api.js";
import { byId, element, fill, icon } from "../element.js";
import { Problem } from "../problem.js";
import { clockText } from "../time.js";
import { word } from "../words.js";

/** Sessions that should be open and are not: a forgotten button must not turn away a queue. */
export class DueSessions {
    /** @param onOpen called when one of them was opened */
    constructor(onOpen) {
        this.onOpen = onOpen;
        this.shown = "";
    }

    /** @param isGuess whether the box only supposes so, while people are checked in elsewhere: it stands below the work then */
    take(sessions, isGuess = false) {
        this.stand(isGuess);
        const ids = sessions.map((session) => session.id).join();
        if (ids === this.shown) return;
        this.shown = ids;
        byId("due").hidden = sessions.length === 0;
        fill(byId("due"), ...sessions.map((session) => this.row(session)));
    }

    /** Above the work or below it; a button that has the focus is not moved without need. */
    stand(isBelow) {
        const [main, box] = [byId("main"), byId("due")];
        if (isBelow && main.lastElementChild !== box) main.append(box);
        if (!isBelow && main.firstElementChild !== box) main.prepend(box);
    }

    row(session) {
        const title = `${session.title} · ${clockText(session.starts_at)} · ${session.event.name}`;
        return element("div", { class: "note caution", "data-due": session.id },
            icon("clock"), element("span", {}, word("desk_due", { title })),
            element("div", { class: "actions" }, element("button", {
                type: "button", class: "main", "aria-label": word("desk_due_open_name", { title: session.title }),
                onclick: (event) => this.open(session, event.currentTarget),
            }, icon("entry"), word("desk_due_open"))));
    }

    async open(session, button) {
        button.disabled = true;
        try {
            await call("POST", `/sessions/${session.id}/open`);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            button.disabled = false;
            button.before(element("span", { role: "alert" }, problem.text));
            return;
        }
        await this.onOpen();
    }
}
