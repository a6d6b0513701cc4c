import { byId, element, fill, icon } from "../element.js";
import { sessionTitle } from "../sessiontitle.js";
import { word } from "../words.js";

/** Says that the session worked on has closed, or that none is chosen: the operator goes on, not the page by itself. */
export class ClosedNote {
    /** @param onGo gets the id of the session to go on with, or null where none is open */
    constructor(onGo) {
        this.onGo = onGo;
        this.shown = "";
    }

    /**
     * @param closed the session that has closed, or null
     * @param open the sessions to go on with
     */
    show(closed, open) {
        const ids = [closed, ...open].map((session) => session && session.id).join();
        if (ids === this.shown) return;
        this.shown = ids;
        byId("closed").hidden = false;
        const text = closed ? word("desk_closed", { title: closed.title }) : word("desk_several");
        fill(byId("closed"), element("div", { class: "note caution" },
            icon("clock"), element("span", {}, text),
            element("div", { class: "actions" }, ...this.ways(open))));
    }

    ways(open) {
        if (open.length === 0) return [this.button(word("desk_closed_done"), null)];
        return open.map((session) => this.button(
            word("desk_closed_go", { title: sessionTitle(session) }), session.id));
    }

    button(text, id) {
        return element("button", { type: "button", class: "plain", onclick: () => this.onGo(id) }, text);
    }

    hide() {
        this.shown = "";
        byId("closed").hidden = true;
        fill(byId("closed"));
    }
}
