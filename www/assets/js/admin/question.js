import { Dialog } from "../dialog.js";
import { byId } from "../element.js";

/** Asks before something that cannot simply be done again. */
export class Question {
    constructor() {
        this.dialog = new Dialog(byId("question"));
        byId("question-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.dialog.close();
            this.onYes();
        });
    }

    ask({ title, text, yes, onYes }) {
        this.onYes = onYes;
        byId("question-title").textContent = title;
        byId("question-text").textContent = text;
        byId("question-yes").textContent = yes;
        this.dialog.open();
        byId("question-yes").focus();
    }
}
