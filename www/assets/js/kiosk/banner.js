import { byId, element, fill, icon } from "../element.js";
import { play } from "../sound.js";

const seconds = { good: 4, caution: 5, bad: 6 };

/** The answer that fills the screen for a few seconds. */
export class AnswerBanner {
    constructor() {
        this.box = byId("answer");
        this.box.addEventListener("click", () => this.hide());
        document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    }

    /** Shows `{tone, icon, title, detail}` and the masked name, if there is one; gone by itself. */
    show(view, name = "") {
        this.put(view, name, view.tone);
        this.timer = setTimeout(() => this.hide(), seconds[view.tone] * 1000);
        play(view.tone);
    }

    /** Shows that the box is being asked; stays until an answer is shown. */
    wait(title) {
        this.put({ icon: "hourglass", title, detail: "" }, "", "");
    }

    put(view, name, tone) {
        clearTimeout(this.timer);
        this.box.className = `answer ${tone}`;
        this.box.hidden = false;
        fill(this.box,
            icon(view.icon),
            element("p", { class: "title" }, view.title),
            name && element("p", { class: "name" }, name),
            view.detail && element("p", { class: "detail" }, view.detail));
    }

    /** Takes the answer, and with it the name, off the page. */
    hide() {
        clearTimeout(this.timer);
        this.box.hidden = true;
        fill(this.box);
    }
}
