import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { dateText } from "../time.js";
import { word } from "../words.js";

/** The list of events. */
export class EventList {
    async show(place) {
        const events = (await call("GET", "/events")).items;
        fill(place,
            element("div", { class: "heading" },
                element("h1", {}, word("admin_events")),
                element("a", { class: "button", href: "#/new" }, icon("plus"), word("events_new"))),
            events.length === 0 && element("div", { class: "sheet stack" },
                element("p", {}, element("strong", {}, word("events_none"))),
                element("p", {}, word("events_none_text"))),
            element("div", { class: "event-list" }, ...events.map(row)));
    }
}

function row(event) {
    const sessions = event.sessions;
    const days = [sessions[0], sessions[sessions.length - 1]].filter((session) => session);
    const dates = Array.from(new Set(days.map((session) => dateText(session.starts_at)))).join(" – ");
    const isOpen = sessions.some((session) => session.state === "open");
    const place = [event.venue, event.commune].filter((fact) => fact).join(", ");
    const facts = [
        word("event_sessions", { number: sessions.length }), word("event_number", { number: event.number }),
    ];
    return element("a", { class: "event-row", href: `#/event/${event.id}` },
        element("strong", {}, event.name),
        element("span", { class: "when" }, [dates, place].filter((fact) => fact).join(" · ")),
        element("span", { class: "quiet" }, facts.join(" · ")),
        isOpen && element("span", {}, element("span", { class: "badge good" }, icon("entry"), word("state_open"))));
}
