import { call } from "../api.js";
import { byId, element, fill, icon } from "../element.js";
import { Login } from "../login.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { table } from "../table.js";
import { spanText } from "../time.js";
import { firstWord, word } from "../words.js";

const typingPause = 250;
/** The page on which a roll-call sheet that was kept on paper is typed in: code, rows, a look, done. */
export class PaperDesk {
    constructor() {
        this.form = byId("paper-form");
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
        }
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
        byId("paper-what").hidden = !sheet;
        byId("paper-rows").value = "";
        this.preview({ rows: [], problems: [] });
        const isOther = Boolean(sheet) && this.isOfAnotherEvent(sheet);
        byId("paper-other").hidden = !isOther;
        byId("paper-other-yes").checked = false;
        if (!sheet) return fill(byId("paper-sheet"));
        byId("paper-other-text").textContent = word("paper_other_event_yes", { event: sheet.event.name });
        const state = { planned: "paper_planned", closed: "paper_closed" }[sheet.session.state];
        return fill(byId("paper-sheet"),
            element("p", {}, element("strong", {}, sheet.event.name)),
            element("p", {}, element("strong", {}, sheet.session.title), ` · ${spanText(sheet.session)}`),
            element("p", { class: "quiet" }, word("paper_sheet", sheet)),
            state && note("caution", "info-circle", word(state)),
            isOther && note("caution", "warning", word("paper_other_event")));
    }

    /** Whether sessions of other events are on now, and none of this sheet's. */
    isOfAnotherEvent(sheet) {
        const now = this.door ? this.door.sessions.concat(this.door.due) : [];
        return now.length > 0 && !now.some((session) => session.event.id === sheet.event.id);
    }

    changed() {
        clearTimeout(this.timer);
        this.say("");
        this.timer = setTimeout(() => this.attempt(() => this.look()), typingPause);
    }

    /** Asks who stands on the typed rows; nothing is recorded. */
    async look() {
        const number = ++this.number;
        if (!this.sheet) return;
        const asked = await this.ask("?dry_run=true");
        if (number === this.number) this.preview(asked);
    }

    ask(query = "") {
        const fields = this.form.elements;
        const body = { rows: fields.rows.value, direction: fields.direction.value };
        const start = this.sheet.session.starts_at;
        if (fields.time.value) body.occurred_at = `${start.slice(0, 11)}${fields.time.value}:00${start.slice(19)}`;
        return call("POST", `/sheets/${this.sheet.code}/rows${query}`, body);
    }

    preview({ rows, problems }) {
        const fresh = rows.filter((row) => row.state === "new");
        this.isReady = fresh.length > 0 && problems.length === 0;
        fill(byId("paper-problems"), ...problems.map((problem) => element("li", {}, note("bad", "cross-circle",
            word(`paper_${problem.why}`, { text: problem.text, rows: this.sheet ? this.sheet.rows : "" })))));
        const before = rows.length - fresh.length;
        byId("paper-preview").textContent = [
            fresh.length > 0 && word("paper_preview", { number: fresh.length }),
            before > 0 && word("paper_recorded_before", { number: before }),
        ].filter((part) => part).join(" · ");
        fill(byId("paper-people"), rows.length > 0 && people(rows));
        byId("paper-submit").disabled = !this.isReady;
        byId("paper-submit").textContent = problems.length > 0 ? word("paper_fix_first")
            : this.isReady ? word("paper_submit", { number: fresh.length }) : word("paper_none");
    }

    async submit() {
        clearTimeout(this.timer);
        if (!this.sheet) return this.codeChanged();
        await this.attempt(async () => {
            await this.look();
            if (!this.isReady) return;
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
            this.preview({ rows: [], problems: [] });
            fill(byId("paper-people"), people(answer.rows));
            this.say(word("paper_done", { number: accepted }), accepted > 0 ? "good" : "caution");
            byId("paper-rows").focus();
        } finally {
            byId("paper-submit").disabled = !this.isReady;
        }
    }
}

function note(tone, picture, text) {
    return element("p", { class: `note ${tone}` }, icon(picture), element("span", {}, text));
}

function people(rows) {
    const columns = [{ title: word("paper_row"), isFigure: true }, { title: word("column_name") },
        { title: word("column_birth_year") }, { title: word("paper_state") }];
    return table(word("paper_result"), columns, rows.map((row) => [
        String(row.row), row.name, row.birth_year && String(row.birth_year), state(row)]));
}

/** What became of a row, in words and colour. */
function state(row) {
    const tone = { accepted: "good", new: "", recorded: "caution", annulled: "caution" }[row.state];
    const text = row.state === "refused"
        ? firstWord([`answer_${row.reason}`, "answer_other"]) : word(`paper_state_${row.state}`);
    return element("span", { class: `badge ${tone === undefined ? "bad" : tone}` }, text);
}
