import { Dialog } from "../dialog.js";
import { byId } from "../element.js";
import { say } from "../note.js";
import { word } from "../words.js";

/** Asks for the reason without which nothing is taken back or forced. */
export class ReasonDialog {
    constructor() {
        this.dialog = new Dialog(byId("reason"));
        this.dialog.window.addEventListener("close", () => {
            // The button that asked may be gone by now; what had the focus in the dialog keeps it until the next frame.
            const { activeElement } = document;
            if (activeElement === document.body || this.dialog.window.contains(activeElement)) byId("query").focus();
        });
        byId("reason-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit(byId("reason-text").value.trim());
        });
    }

    /** @param onReason gets the text; a promise it throws is worded here, and the dialog stays open */
    ask({ title, who, usual, onReason }) {
        this.onReason = onReason;
        byId("reason-title").textContent = title;
        byId("reason-who").textContent = who;
        byId("reason-text").value = usual;
        say(byId("reason-error"), "");
        this.dialog.open();
        byId("reason-text").focus();
        byId("reason-text").select();
    }

    async submit(reason) {
        if (!reason) return say(byId("reason-error"), word("desk_reason_needed"));
        byId("reason-submit").disabled = true;
        try {
            await this.onReason(reason);
            this.dialog.close();
        } catch (problem) {
            say(byId("reason-error"), problem.text);
        } finally {
            byId("reason-submit").disabled = false;
        }
    }
}
