import { call } from "../api.js";
import { codeText } from "../code.js";
import { byId, element, fill, icon } from "../element.js";
import { clockText } from "../time.js";
import { word } from "../words.js";
import { description } from "./person.js";

const typingPause = 150;
const limit = 20;
const patience = 2500;
/** As the box asks for: nobody browses the list. */
const fewestLetters = 2;

/** Name search among the people of the session's event. */
export class PeopleSearch {
    /**
     * @param actions functions for one person: `checkIn(person)`, `annul(person)`
     * @param direction function that says `entry` or `exit`
     * @param away finds people while the box is away: `isLost`, `search(session, query)`
     */
    constructor(actions, direction, away) {
        this.actions = actions;
        this.direction = direction;
        this.away = away;
        this.number = 0;
        byId("people").addEventListener("keydown", (event) => this.walk(event));
    }

    /** Searches after a short pause in typing; a newer search takes the place of an older. */
    later(session, query) {
        if (isShort(query)) return this.askForMore();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.find(session, query), typingPause);
    }

    async find(session, query) {
        if (isShort(query)) return this.askForMore();
        clearTimeout(this.timer);
        const number = ++this.number;
        try {
            const page = await this.ask(session, query);
            if (number === this.number) this.show(query, page.items, page.items.length >= limit);
        } catch (problem) {
            if (number === this.number) this.say(problem.status === 422 ? word("desk_results_short") : problem.text);
        }
    }

    /** Too little is no search yet; nobody of the one before may stay on the page. */
    askForMore() {
        this.clear();
        this.say(word("desk_results_short"));
    }

    async ask(session, query) {
        if (this.away.isLost()) return { items: this.away.search(session, query) };
        const q = encodeURIComponent(query);
        const path = `/events/${session.event.id}/participants?q=${q}&limit=${limit}&session=${session.id}`;
        try {
            return await call("GET", path, undefined, {}, patience);
        } catch (problem) {
            const items = problem.isPassing ? this.away.search(session, query) : null;
            if (items) return { items };
            throw problem;
        }
    }

    clear() {
        clearTimeout(this.timer);
        this.number += 1;
        byId("results").hidden = true;
        fill(byId("people"));
    }

    say(text) {
        byId("results").hidden = false;
        byId("results-note").textContent = text;
        fill(byId("people"));
    }

    show(query, people, isFull) {
        if (people.length === 0) {
            return this.say(`${word("desk_results_none", { query })} ${word("desk_results_none_text")}`);
        }
        const more = isFull ? ` ${word("desk_results_more")}` : "";
        this.say(word("desk_results_count", { number: people.length }) + more);
        const times = (person) => people.filter((other) => other.name === person.name).length;
        fill(byId("people"), ...people.map((person) => this.row(person, times(person) > 1)));
        // A phone's keyboard covers half of the page: what was found must stand in the other half.
        if (matchMedia("(max-width: 40rem)").matches) byId("asking").scrollIntoView({ block: "start" });
    }

    row(person, isHomonym) {
        const record = person.attendance || {};
        return element("div", { class: "person", "data-participant": person.id },
            element("div", {},
                element("p", {}, element("span", { class: "name" }, person.name), " ",
                    isHomonym && element("span", { class: "badge caution" }, icon("people"), word("desk_homonym"))),
                element("p", { class: "quiet" }, description(person),
                    person.code && element("span", { class: "code" }, ` · ${codeText(person.code)}`)),
                this.standing(person, record)),
            element("div", { class: "actions" },
                record.scan && element("button", {
                    type: "button", class: "plain", onclick: () => this.actions.annul(person),
                    "aria-label": word("desk_annul_name", { name: person.name }),
                }, icon("undo"), word("desk_annul")),
                this.checkInButton(person)));
    }

    standing(person, record) {
        return element("p", {},
            record.first_entry_at && element("span", { class: "badge good" }, icon("check"),
                word("desk_already", { time: clockText(record.first_entry_at) })), " ",
            record.last_exit_at && element("span", { class: "badge" }, icon("exit"),
                word("desk_left", { time: clockText(record.last_exit_at) })), " ",
            person.standing && person.standing !== "valid" && element("span", { class: "badge bad" }, icon("warning"),
                word(`standing_${person.standing}`)));
    }

    checkInButton(person) {
        const isExit = this.direction() === "exit";
        const isIn = person.attendance && person.attendance.first_entry_at;
        return element("button", {
            type: "button", class: !isExit && isIn ? "plain" : "main", "data-check-in": true,
            "aria-label": word(isExit ? "desk_check_out_name" : "desk_check_in_name", { name: person.name }),
            onclick: () => this.actions.checkIn(person),
        }, icon(isExit ? "exit" : "check"), word(isExit ? "desk_check_out" : "desk_check_in"));
    }

    /** Moves to the first person's button; false when there is none. */
    enter() {
        const first = byId("people").querySelector("[data-check-in]");
        if (first) first.focus();
        return Boolean(first);
    }

    /** Arrow keys go from person to person. */
    walk(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const buttons = Array.from(byId("people").querySelectorAll("[data-check-in]"));
        const row = event.target.closest(".person").querySelector("[data-check-in]");
        (buttons[buttons.indexOf(row) + step] || byId("query")).focus();
    }
}

function isShort(query) {
    return (query.match(/[\p{L}\p{N}]/gu) || []).length < fewestLetters;
}
