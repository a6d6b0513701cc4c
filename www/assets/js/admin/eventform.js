import { call } from "../api.js";
import { byId, element, fill } from "../element.js";
import { say } from "../note.js";
import { deviceTime } from "../time.js";
import { word } from "../words.js";

/** The zone of all events of today; Viet Nam keeps no summer time. */
const offset = "+07:00";

/** The form that makes an event with its sessions. */
export class EventForm {
    constructor(admin) {
        this.admin = admin;
    }

    async show(place) {
        fill(place, element("h1", {}, word("events_new")), element(
            "div", { class: "sheet" }, byId("event-form").content.cloneNode(true)));
        this.form = place.querySelector("form");
        this.count = 0;
        this.addSession();
        byId("new-session").addEventListener("click", () => this.addSession().querySelector("input").focus());
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit();
        });
        byId("new-name").focus();
    }

    /** Another session, a copy of the last one's date and length. */
    addSession() {
        const last = byId("new-sessions").lastElementChild;
        const number = this.count += 1;
        const isAfternoon = last && value(last, "starts") < "12:00";
        const fields = sessionFields(number, {
            date: last ? value(last, "date") : deviceTime().slice(0, 10),
            starts: isAfternoon ? "13:30" : "07:30",
            ends: isAfternoon ? "16:30" : "11:00",
        });
        byId("new-sessions").append(fields);
        return fields;
    }

    async submit() {
        const event = this.event();
        if (!event.name) return say(byId("new-error"), word("new_name_needed"));
        if (event.sessions.some((part) => part.ends_at <= part.starts_at)) {
            return say(byId("new-error"), word("new_times_wrong"));
        }
        return this.create(event);
    }

    async create(definition) {
        try {
            const event = await call("POST", "/events", definition);
            location.hash = `#/event/${event.id}`;
        } catch (problem) {
            if (problem.status === 401) this.admin.end();
            else say(byId("new-error"), problem.text);
        }
    }

    event() {
        const event = {
            sessions: Array.from(byId("new-sessions").children).map(session),
            once_per_day: byId("new-once-per-day").checked,
        };
        for (const name of ["name", "kind", "organiser", "venue", "commune"]) {
            const text = this.form.elements[name].value.trim();
            if (text || name === "name") event[name] = text;
        }
        return event;
    }
}

function sessionFields(number, { date, starts, ends }) {
    const title = word("new_session_default", { number });
    const fields = element("fieldset", { class: "session-fields" },
        element("legend", {}, word("new_session", { number })),
        element("div", { class: "row" },
            field(number, "title", word("new_session_title"), { value: title, maxlength: 200 }),
            field(number, "date", word("new_date"), { type: "date", value: date })),
        element("div", { class: "row" },
            field(number, "starts", word("new_starts"), { type: "time", value: starts }),
            field(number, "ends", word("new_ends"), { type: "time", value: ends }),
            field(number, "late", word("new_late"), { type: "number", min: 0, max: 240, value: 15 }),
            field(number, "opens", word("new_opens"), { type: "number", min: 0, max: 240 })));
    if (number > 1) {
        fields.append(element("div", { class: "actions" }, element("button", {
            type: "button", class: "plain", onclick: () => fields.remove(),
        }, word("new_remove_session", { number }))));
    }
    return fields;
}

function field(number, name, label, attributes) {
    const id = `new-${name}-${number}`;
    return element("div", { class: "field" }, element("label", { for: id }, label), element(
        "input", Object.assign({ id, "data-field": name }, attributes)));
}

function value(fields, name) {
    return fields.querySelector(`[data-field=${name}]`).value;
}

function session(fields) {
    const at = (name) => `${value(fields, "date")}T${value(fields, name)}:00${offset}`;
    const planned = {
        title: value(fields, "title").trim(),
        starts_at: at("starts"),
        ends_at: at("ends"),
        late_after_minutes: Number(value(fields, "late")),
    };
    if (value(fields, "opens")) planned.opens_before_minutes = Number(value(fields, "opens"));
    return planned;
}
