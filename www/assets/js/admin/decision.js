import { whileBusy } from "../busy.js";
import { Dialog } from "../dialog.js";
import { byId, element, fill } from "../element.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";

/** Asks for a reason, and for a choice where there is one, before something that is kept in the record. */
export class Decision {
    constructor() {
        this.dialog = new Dialog(byId("decision"));
        byId("decision-form").addEventListener("submit", (event) => {
            event.preventDefault();
            whileBusy(byId("decision-form"), () => this.submit(byId("decision-reason").value.trim()));
        });
    }

    /**
     * @param choices `{value, title}`; none for a plain reason
     * @param onDecision gets the reason and the choice; a problem it throws is worded here, and the dialog stays open
     */
    ask({ title, text, usual = "", choices = [], chosen = "", onDecision }) {
        this.onDecision = onDecision;
        byId("decision-title").textContent = title;
        byId("decision-text").textContent = text;
        byId("decision-choice").hidden = choices.length === 0;
        fill(byId("decision-value"), ...choices.map((choice) => element(
            "option", { value: choice.value, selected: choice.value === chosen }, choice.title)));
        byId("decision-reason").value = usual;
        say(byId("decision-error"), "");
        this.dialog.open();
        byId(choices.length > 0 ? "decision-value" : "decision-reason").focus();
    }

    async submit(reason) {
        if (!reason) return say(byId("decision-error"), word("desk_reason_needed"));
        try {
            await this.onDecision(reason, byId("decision-value").value);
            this.dialog.close();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            say(byId("decision-error"), problem.text);
        }
    }
}
