import { byId, element, fill, icon } from "../element.js";
import { play } from "../sound.js";
import { word } from "../words.js";

/** The last answer, in words large enough for both sides of the desk. */
export class Verdict {
    constructor() {
        this.box = byId("verdict");
        this.rest();
    }

    rest() {
        this.put({ tone: "", icon: "scan", title: word("desk_ready"), detail: word("desk_ready_detail") });
    }

    sending() {
        this.put({ tone: "", icon: "hourglass", title: word("desk_sending"), detail: "" });
    }

    /**
     * Shows `{tone, icon, title, detail}` with a sound.
     *
     * @param who the person's name, if known
     * @param actions buttons
     */
    show(view, who = "", ...actions) {
        this.put(view, who, ...actions);
        this.box.scrollIntoView({ block: "nearest" });
        play(view.tone);
    }

    put(view, who = "", ...actions) {
        /** Whether the answer was no, and the operator may say otherwise. */
        this.isQuestion = actions.length > 0 && (view.tone === "bad" || view.tone === "caution");
        this.box.className = `verdict ${view.tone}`;
        fill(this.box,
            icon(view.icon),
            element("p", { class: "title" }, view.title),
            element("p", { class: "who" },
                who && element("strong", {}, who), who && view.detail && " · ", view.detail),
            actions.length > 0 && element("div", { class: "actions" }, ...actions));
    }
}

/** Something the operator may do about a verdict. */
export function button(picture, key, onclick) {
    return element("button", { type: "button", class: "plain", onclick }, icon(picture), word(key));
}
