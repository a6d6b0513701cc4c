import { call } from "../api.js";
import { byId } from "../element.js";
import { Login } from "../login.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";
import { momentOn } from "./moment.js";
import { Preview } from "./preview.js";
import { showSheet } from "./sheet.js";

const typingPause = 250;
const again = 3000;

/** The page on which a roll-call sheet that was kept on paper is typed in: code, rows, a look, done. */
export class PaperDesk {
    constructor() {
        this.form = byId("paper-form");
        this.preview = new Preview();
        this.number = 0;
        this.login = new Login(["desk", "organiser"], "login_desk_title", () => this.begin());
        byId("paper-code").addEventListener("input", () => this.codeChanged());
        this.form.addEventListener("input", (event) => event.target.id !== "paper-code" && this.changed());
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit();
        });
    }

    start() {
        return this.login.startInTheEnd();
    }

    async begin() {
        byId("paper").hidden = false;
        byId("paper-code").focus();
        await this.attempt(async () => {
            this.door = await call("GET", "/kiosk");
        });
    }

    /** Runs what talks to the box; a problem is worded on top of the page. */
    async attempt(action) {
        try {
            await action();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401) {
                byId("paper").hidden = true;
                this.login.ask();
            } else this.say(problem.text, "bad");
            if (problem.status === 0) this.waitForBox(problem.text);
        }
    }

    /** Asks until the box answers; then what was typed is looked at again, unless something else is said by now. */
    waitForBox(told) {
        clearTimeout(this.later);
        this.later = setTimeout(() => this.attempt(async () => {
            this.door = await call("GET", "/kiosk");
            if (byId("message").textContent !== told) return;
            this.say("");
            if (this.sheet) await this.look();
            else this.codeChanged();
        }), again);
    }

    say(text, tone = "good") {
        say(byId("message"), text, tone);
        if (text) byId("message").scrollIntoView({ block: "nearest" });
    }

    codeChanged() {
        const digits = byId("paper-code").value.replace(/\D/g, "");
        if (this.sheet && digits === this.sheet.code) return;
        this.show(null);
        this.say("");
        if (digits.length === 10) this.attempt(() => this.find(digits));
    }

    async find(digits) {
        const sheet = await call("GET", `/sheets/${digits}`);
        if (byId("paper-code").value.replace(/\D/g, "") !== digits) return;
        this.show(sheet);
        byId("paper-rows").focus();
    }

    /** Shows which sheet it is; null takes it off the page with all that was typed for it. */
    show(sheet) {
        this.sheet = sheet;
        byId("paper-rows").value = "";
        this.preview.clear();
        showSheet(sheet, this.door);
    }

    changed() {
        clearTimeout(this.timer);
        this.say("");
        this.timer = setTimeout(() => this.attempt(() => this.look()), typingPause);
    }

    /** Whether half of a time is typed, which the browser keeps to itself: it must not be taken for none. */
    get hasHalfTime() {
        return byId("paper-time").validity.badInput;
    }

    /** Asks who stands on the typed rows; nothing is recorded. */
    async look() {
        const number = ++this.number;
        if (!this.sheet) return;
        if (this.hasHalfTime) {
            this.say(word("paper_time_half"), "bad");
            return;
        }
        const asked = await this.ask("?dry_run=true");
        if (number === this.number) this.preview.show(asked, this.sheet);
    }

    ask(query = "") {
        const fields = this.form.elements;
        const body = { rows: fields.rows.value, direction: fields.direction.value };
        if (fields.time.value) body.occurred_at = momentOn(this.sheet.session, fields.time.value);
        return call("POST", `/sheets/${this.sheet.code}/rows${query}`, body);
    }

    async submit() {
        clearTimeout(this.timer);
        if (!this.sheet) return this.codeChanged();
        if (this.hasHalfTime) byId("paper-time").focus();
        await this.attempt(async () => {
            await this.look();
            if (!this.preview.isReady || this.hasHalfTime) return;
            if (!byId("paper-other").hidden && !byId("paper-other-yes").checked) {
                this.say(word("paper_other_event_needed"), "bad");
                return;
            }
            await this.record();
        });
    }

    async record() {
        this.number += 1;
        byId("paper-submit").disabled = true;
        try {
            const answer = await this.ask();
            const accepted = answer.rows.filter((row) => row.state === "accepted").length;
            byId("paper-rows").value = "";
            this.preview.showRecorded(answer.rows);
            this.say(word("paper_done", { number: accepted }), accepted > 0 ? "good" : "caution");
            byId("paper-rows").focus();
        } finally {
            byId("paper-submit").disabled = !this.preview.isReady;
        }
    }
}
