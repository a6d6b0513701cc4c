import { call } from "../api.js";
import { Dialog } from "../dialog.js";
import { byId, fill, icon } from "../element.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { sessionTitle } from "../sessiontitle.js";
import { play } from "../sound.js";
import { word } from "../words.js";

const shortest = 6;
const patience = 20000;
/** Somebody who walked away must leave neither half a PIN nor the dialog to the next person. */
const forgetAfter = 20000;

/** "Mở điểm danh" at the kiosk: a member of staff types a PIN, which counts for this one act. */
export class Opening {
    /** @param onOpen gets what to show when the session was opened */
    constructor(onOpen) {
        this.onOpen = onOpen;
        this.dialog = new Dialog(byId("opening"));
        this.field = byId("opening-pin");
        byId("open").addEventListener("click", () => this.ask());
        byId("opening-keys").addEventListener("click", (event) => this.press(event.target.closest("button")));
        byId("opening-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit(event.submitter);
        });
        this.field.addEventListener("input", () => this.changed());
        this.dialog.window.addEventListener("close", () => this.set(""));
    }

    /**
     * Offers the button for a session that is due; null takes it away, and with it a dialog that came too late.
     *
     * A PIN is typed only where nobody can read it on the way.
     */
    offer(session) {
        this.session = window.isSecureContext ? session : null;
        byId("open").hidden = !this.session;
        if (!this.session) this.dialog.close();
        else if (this.dialog.isOpen) this.show();
    }

    ask() {
        say(byId("opening-error"), "");
        say(byId("opening-scan"), "");
        this.show();
        this.dialog.open();
        this.set("");
        this.field.focus();
    }

    /** Whether somebody is in the middle of a PIN. */
    get isTyped() {
        return this.dialog.isOpen && this.field.value !== "";
    }

    /** Shows the answer to a card that was scanned meanwhile. */
    tell({ title, detail, tone }) {
        say(byId("opening-scan"), [title, detail].filter((part) => part).join(". "), tone);
        play(tone);
    }

    show() {
        const { early } = this.session;
        byId("opening-session").textContent = sessionTitle(this.session);
        byId("opening-early").hidden = byId("opening-only").hidden = early === 0;
        byId("opening-early").textContent = word("kiosk_open_early", { number: early });
        fill(byId("opening-submit"), icon("entry"),
            early === 0 ? word("desk_due_open") : word("kiosk_open_accept", { number: early }));
    }

    press(button) {
        if (!button) return;
        const { digit, key } = button.dataset;
        if (digit) this.set(this.field.value + digit);
        else this.set(key === "back" ? this.field.value.slice(0, -1) : "");
    }

    set(pin) {
        this.field.value = pin.slice(0, this.field.maxLength);
        this.changed();
    }

    changed() {
        const isShort = this.field.value.length < shortest;
        byId("opening-submit").disabled = byId("opening-only").disabled = isShort;
        clearTimeout(this.timer);
        if (this.dialog.isOpen) this.timer = setTimeout(() => this.dialog.close(), forgetAfter);
    }

    /** @param button what was pressed: the one that lets nobody in who came early, or any other way to send */
    async submit(button) {
        const pin = this.field.value;
        if (pin.length < shortest) return;
        this.set("");
        const body = { pin, accept_early: button !== byId("opening-only") };
        try {
            const answer = await call("POST", `/sessions/${this.session.id}/open-with-pin`, body, {}, patience);
            this.dialog.close();
            this.onOpen(opened(answer));
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            say(byId("opening-error"), problem.status === 401 ? word("kiosk_open_wrong") : problem.text);
            this.field.focus();
        }
    }
}

function opened({ session, accepted_early: number }) {
    const detail = number > 0 ? word("desk_early_done", { number }) : session.title;
    return { tone: "good", icon: "entry", title: word("kiosk_opened"), detail };
}
