import { element } from "../element.js";
import { dateText } from "../time.js";
import { word } from "../words.js";

/** The zone of all events of today; Viet Nam keeps no summer time. */
const offset = "+07:00";
const morning = { starts: "07:30", ends: "11:00" };
const afternoon = { starts: "13:30", ends: "16:30" };

/** The fields of one session in the form of a new event. An end before the start is on the next day. */
export class SessionFields {
    constructor(number, { date, starts, ends }, onRemove) {
        this.hint = element("span", { class: "hint", id: `new-ends-hint-${number}`, role: "status" });
        this.inputs = {
            title: input(number, "title", {
                value: word("new_session_default", { number }), maxlength: 200,
            }),
            date: input(number, "date", { type: "date", value: date }),
            starts: input(number, "starts", { type: "time", value: starts }),
            ends: input(number, "ends", { type: "time", value: ends, "aria-describedby": this.hint.id }),
            late: input(number, "late", { type: "number", min: 0, max: 240, value: 15 }),
            opens: input(number, "opens", { type: "number", min: 0, max: 240 }),
        };
        this.box = element("fieldset", { class: "session-fields", oninput: () => this.sayDay() },
            element("legend", {}, word("new_session", { number })),
            element("div", { class: "row" }, this.field("title", "new_session_title"), this.field("date", "new_date")),
            element("div", { class: "row" },
                this.field("starts", "new_starts"), this.field("ends", "new_ends", this.hint),
                this.field("late", "new_late"), this.field("opens", "new_opens")));
        if (number > 1) {
            this.box.append(element("div", { class: "actions" }, element("button", {
                type: "button", class: "plain", onclick: onRemove,
            }, word("new_remove_session", { number }))));
        }
    }

    field(name, label, hint) {
        const field = this.inputs[name];
        return element("div", { class: "field" }, element("label", { for: field.id }, word(label)), field, hint);
    }

    value(name) {
        return this.inputs[name].value;
    }

    /** The day on which the session ends. */
    get lastDay() {
        return this.value("ends") < this.value("starts") ? dayAfter(this.value("date")) : this.value("date");
    }

    get isTimed() {
        return ["date", "starts", "ends"].every((name) => this.value(name)) && this.value("starts") !== this.value("ends");
    }

    sayDay() {
        const isNextDay = this.isTimed && this.lastDay !== this.value("date");
        this.hint.textContent = isNextDay ? word("new_ends_next_day", { date: dateText(this.lastDay) }) : "";
    }

    /** When the next session may be: this day's afternoon after a morning, else the next morning. */
    get next() {
        const isMorning = this.value("starts") < "12:00" && this.value("ends") <= afternoon.starts
            && this.lastDay === this.value("date");
        if (isMorning) return { date: this.value("date"), ...afternoon };
        return { date: dayAfter(this.value("date")), ...morning };
    }

    /** The first session's date and times. */
    static first(date) {
        return { date, ...morning };
    }

    /** As the API takes it. */
    get session() {
        const session = {
            title: this.value("title").trim(),
            starts_at: `${this.value("date")}T${this.value("starts")}:00${offset}`,
            ends_at: `${this.lastDay}T${this.value("ends")}:00${offset}`,
            late_after_minutes: Number(this.value("late")),
        };
        if (this.value("opens")) session.opens_before_minutes = Number(this.value("opens"));
        return session;
    }
}

function input(number, name, attributes) {
    return element("input", Object.assign({ id: `new-${name}-${number}`, "data-field": name }, attributes));
}

/** `2024-08-16` of `2024-08-15`; nothing where no date is written. */
function dayAfter(date) {
    if (!date) return "";
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
}
