import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { clockText } from "../time.js";
import { word } from "../words.js";

const tones = { present: "good", late: "caution", excused: "", absent: "bad" };
const statuses = ["present", "late", "excused", "absent"];

/** Everybody of a session with what they come to, to be corrected by hand. */
export class AttendanceList {
    constructor(admin, session) {
        this.admin = admin;
        this.session = session;
        this.box = element("div", {});
    }

    async load() {
        const { items } = await call("GET", `/sessions/${this.session.id}/attendance`);
        const columns = [
            "column_name", "column_commune", "attendance_status", "attendance_in", "attendance_out", "attendance_minutes",
            "attendance_change",
        ].map((key) => ({ title: word(key), isFigure: key === "attendance_minutes" }));
        fill(this.box, table(
            word("attendance_title", { title: this.session.title }), columns, items.map((item) => this.row(item))));
    }

    row(person) {
        const time = (moment) => moment && clockText(moment);
        return [
            element("span", {}, element("strong", {}, person.name), " ",
                person.walk_in && element("span", { class: "badge" }, word("participants_walk_in"))),
            person.commune,
            element("span", {}, this.status(person), " ",
                person.left_early && element("span", { class: "badge caution" }, word("attendance_left_early"))),
            time(person.first_entry_at), time(person.last_exit_at), this.minutes(person),
            element("button", {
                type: "button", class: "plain", onclick: () => this.ask(person),
                "aria-label": word("attendance_change_name", { name: person.name }),
            }, icon("hand"), word("attendance_change")),
        ];
    }

    /** Nobody is away from a session that was not opened yet. */
    status(person) {
        const isYetToCome = this.session.state === "planned" && person.status === "absent";
        return isYetToCome ? element("span", { class: "quiet" }, word("attendance_not_begun")) : element(
            "span", { class: `badge ${tones[person.status]}` }, word(`status_${person.status}`));
    }

    /** The minutes of who is inside are known when they leave or the session closes. */
    minutes(person) {
        if (typeof person.minutes_present !== "number") return "";
        const isInside = this.session.state === "open" && person.first_entry_at && !person.last_exit_at;
        return isInside ? word("attendance_inside") : String(person.minutes_present);
    }

    ask(person) {
        this.admin.decision.ask({
            title: word("attendance_change_title"), text: person.name, chosen: person.status,
            choices: statuses.map((status) => ({ value: status, title: word(`status_${status}`) })),
            onDecision: async (reason, status) => {
                await call("PUT", `/sessions/${this.session.id}/attendance/${person.id}`, { status, reason });
                await this.load();
                this.admin.say(word("attendance_changed", { name: person.name }));
            },
        });
    }
}
