import { call } from "../api.js";
import { whileBusy } from "../busy.js";
import { byId, element, fill } from "../element.js";
import { newNonce } from "../nonce.js";
import { say } from "../note.js";
import { deviceTime } from "../time.js";
import { word } from "../words.js";
import { SessionFields } from "./sessionfields.js";

/** The form that makes an event with its sessions. */
export class EventForm {
    constructor(admin) {
        this.admin = admin;
        this.sessions = [];
    }

    async show(place) {
        fill(place, element("h1", {}, word("events_new")), element(
            "div", { class: "sheet" }, byId("event-form").content.cloneNode(true)));
        this.form = place.querySelector("form");
        this.count = 0;
        this.addSession();
        byId("new-session").addEventListener("click", () => this.addSession().inputs.title.focus());
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            whileBusy(this.form, () => this.submit());
        });
        byId("new-name").focus();
        await this.suggest();
    }

    /** What earlier events were called, so that one programme has one name at the province. */
    async suggest() {
        const events = (await call("GET", "/events")).items;
        for (const name of ["programme", "organiser", "venue", "commune"]) {
            const known = new Set(events.map((event) => event[name]).filter((text) => text));
            fill(byId(`known-${name}`), ...Array.from(known, (value) => element("option", { value })));
        }
    }

    /** Another session, on the day and at the time that follow the last one. */
    addSession() {
        const last = this.sessions[this.sessions.length - 1];
        const fields = new SessionFields(
            this.count += 1, last ? last.next : SessionFields.first(deviceTime().slice(0, 10)), () => {
                this.sessions = this.sessions.filter((other) => other !== fields);
                fields.box.remove();
            });
        this.sessions.push(fields);
        byId("new-sessions").append(fields.box);
        return fields;
    }

    async submit() {
        const event = this.event();
        if (!event.name) return say(byId("new-error"), word("new_name_needed"));
        if (!this.sessions.every((fields) => fields.isTimed)) return say(byId("new-error"), word("new_times_wrong"));
        return this.create(event);
    }

    /** The same event sent again, after an answer that did not come, is not made twice. */
    async create(definition) {
        const content = JSON.stringify(definition);
        if (content !== this.content) [this.content, this.key] = [content, newNonce()];
        try {
            const event = await call("POST", "/events", definition, { "Idempotency-Key": this.key });
            location.hash = `#/event/${event.id}`;
        } catch (problem) {
            if (problem.status === 401) this.admin.end();
            else say(byId("new-error"), problem.text);
        }
    }

    event() {
        const event = {
            sessions: this.sessions.map((fields) => fields.session),
            once_per_day: byId("new-once-per-day").checked,
        };
        for (const name of ["name", "kind", "programme", "organiser", "venue", "commune"]) {
            const text = this.form.elements[name].value.trim();
            if (text || name === "name") event[name] = text;
        }
        return event;
    }
}
