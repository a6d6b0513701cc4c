import { looksLikeCitizenCard, looksScanned, typedCode } from "../code.js";
import { byId } from "../element.js";

/** The one field for code, card and name, the direction beside it, and the keys that work everywhere. */
export class Asking {
    constructor(desk) {
        this.desk = desk;
        this.field = byId("query");
        this.field.addEventListener("input", () => this.changed());
        this.field.addEventListener("keydown", (event) => {
            if (event.key === "ArrowDown" && desk.search.enter()) event.preventDefault();
        });
        byId("asking").addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit(this.field.value.trim());
        });
        byId("walk-in-button").addEventListener("click", () => this.openWalkIn());
        byId("undo").addEventListener("click", () => desk.takingBack.undo());
        for (const radio of this.radios) radio.addEventListener("change", () => this.turned());
        document.addEventListener("keydown", (event) => this.key(event));
    }

    get radios() {
        return Array.from(document.querySelectorAll("input[name=direction]"));
    }

    /** `entry` or `exit`. */
    get direction() {
        return this.radios.find((radio) => radio.checked).value;
    }

    set direction(direction) {
        for (const radio of this.radios) radio.checked = radio.value === direction;
        this.turned();
    }

    /** Says on the page that exits are recorded, so that nobody is checked out by mistake. */
    turned() {
        byId("exit-note").hidden = this.direction !== "exit";
        this.changed();
    }

    clear() {
        this.field.value = "";
        this.focus();
    }

    focus() {
        // On a phone the keyboard would cover what the camera sees.
        if (!this.desk.camera.isWanted) this.field.focus();
    }

    changed() {
        const text = this.field.value.trim();
        // What begins like a card's line is no name: it must not be sent about.
        if (/^[\d\s.-]*$/.test(text) || text.includes("|")) this.desk.search.clear();
        else this.desk.search.later(this.desk.session, text);
    }

    submit(text) {
        const code = typedCode(text);
        if (code) this.desk.checkIn.redeem({ code, method: "code" });
        else if (looksLikeCitizenCard(text)) this.desk.scanned(text);
        else if (looksScanned(text)) this.desk.checkIn.redeem({ code: text, method: "badge" });
        else if (text && !this.desk.search.enter()) this.desk.search.find(this.desk.session, text);
    }

    openWalkIn() {
        const text = this.field.value.trim();
        this.desk.walkIn.open(this.desk.session, /\d/.test(text) ? "" : text);
    }

    turn() {
        const radio = this.radios.find((other) => !other.checked);
        radio.checked = true;
        this.turned();
    }

    key(event) {
        if (byId("work").hidden || document.querySelector("dialog[open]")) return;
        const act = {
            F2: () => this.openWalkIn(), F4: () => this.turn(), F9: () => this.desk.takingBack.undo(), Escape: () => this.escape(),
        }[event.key];
        if (!act || event.altKey || event.ctrlKey) return;
        event.preventDefault();
        act();
    }

    escape() {
        this.clear();
        this.desk.search.clear();
    }
}
