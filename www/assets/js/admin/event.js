import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { word } from "../words.js";
import { Participants } from "./participants.js";
import { RosterImport } from "./roster.js";
import { SessionRows } from "./sessions.js";

/** One event: its sessions, its people, what goes in and out. */
export class EventPlace {
    constructor(admin, id) {
        this.admin = admin;
        this.id = id;
    }

    async show(place) {
        const event = await call("GET", `/events/${this.id}`);
        this.sessions = new SessionRows(this.admin, event);
        this.people = new Participants(this.admin, event.id);
        this.roster = new RosterImport(this.admin, event.id, () => this.people.start());
        fill(place,
            element("p", {}, element("a", { class: "back", href: "#/events" }, icon("back"), word("admin_events"))),
            element("div", {},
                element("h1", {}, event.name),
                element("p", { class: "quiet" }, [
                    word("event_number", { number: event.number }), event.organiser, event.venue, event.commune,
                ].filter((fact) => fact).join(" · "))),
            element("p", {}, element(
                "a", { class: "button plain", href: `/display/${event.id}` }, icon("screen"), word("display_open"))),
            sheet("event-sessions", word("event_sessions_title"), this.sessions.box),
            sheet("event-import", word("event_import"), this.roster.box),
            sheet("event-people", word("participants_title"), this.people.box),
            sheet("event-export", word("event_export"), exports(event.id)));
        await this.people.start();
    }

    leave() {
        if (this.sessions) this.sessions.leave();
    }
}

function sheet(id, title, content) {
    return element("section", { class: "sheet", "aria-labelledby": id }, element("h2", { id }, title), content);
}

function exports(id) {
    const link = (format) => element("a", {
        class: "button plain", href: `/api/v1/events/${id}/export?format=${format}`, download: true,
    }, icon("download"), word(`export_${format}`));
    return element("div", { class: "stack" }, element("p", {}, word("export_text")), element(
        "div", { class: "actions" }, link("xlsx"), link("csv"), link("json")));
}
