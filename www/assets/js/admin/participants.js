import { call } from "../api.js";
import { codeText } from "../code.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { word } from "../words.js";
import { Card } from "./card.js";

const limit = 50;
const typingPause = 200;

/** The people of an event, with search and their QR codes. */
export class Participants {
    constructor(admin, event) {
        this.admin = admin;
        this.event = event;
        this.number = 0;
        this.list = element("div", {});
        this.note = element("p", { class: "quiet", role: "status" });
        this.more = element("button", {
            type: "button", class: "plain", hidden: true, onclick: () => this.load(),
        }, word("participants_more"));
        this.field = element("input", {
            id: "participants-search", maxlength: 200, spellcheck: "false", oninput: () => this.later(),
        });
        this.box = element("div", { class: "stack" },
            element("div", { class: "field" },
                element("label", { for: "participants-search" }, word("participants_search")), this.field),
            this.note, this.list, element("div", { class: "actions" }, this.more));
    }

    later() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.start(), typingPause);
    }

    /** From the beginning, with what is searched for now. */
    start() {
        this.people = [];
        this.cursor = null;
        return this.load();
    }

    load() {
        const number = ++this.number;
        return this.admin.attempt(async () => {
            const page = await call("GET", `/events/${this.event}/participants?${this.question()}`);
            if (number !== this.number) return;
            this.people = this.people.concat(page.items);
            this.cursor = page.next;
            this.show();
        });
    }

    question() {
        const asked = [`limit=${limit}`];
        if (this.field.value.trim()) asked.push(`q=${encodeURIComponent(this.field.value.trim())}`);
        if (this.cursor) asked.push(`cursor=${encodeURIComponent(this.cursor)}`);
        return asked.join("&");
    }

    show() {
        this.more.hidden = !this.cursor;
        this.note.textContent = this.people.length > 0
            ? word("participants_shown", { number: this.people.length }) : word("participants_none");
        const columns = ["name", "birth_year", "sex", "commune", "organisation", "code"]
            .map((name) => ({ title: word(`column_${name}`) }));
        columns.push({ title: word("participants_actions") });
        fill(this.list, this.people.length > 0 && table(
            word("participants_title"), columns, this.people.map((person) => this.row(person))));
    }

    row(person) {
        const sex = { female: word("walk_in_female"), male: word("walk_in_male") }[person.sex];
        return [
            this.name(person), person.birth_year && String(person.birth_year), sex, person.commune, person.organisation,
            element("span", { class: "code" }, codeText(person.code)),
            element("span", { class: "qr-cell" }, element("button", {
                type: "button", class: "plain", onclick: () => this.showCard(person),
                "aria-label": word("participants_qr_name", { name: person.name }),
            }, icon("qr"), word("participants_qr"))),
        ];
    }

    name(person) {
        return element("div", {}, element("strong", {}, person.name), " ",
            person.walk_in && element("span", { class: "badge" }, word("participants_walk_in")), " ",
            person.standing && person.standing !== "valid" && element(
                "span", { class: "badge bad" }, word(`standing_${person.standing}`)),
            person.joined_codes && element("p", { class: "quiet" }, joined(person.joined_codes)));
    }

    showCard(person) {
        new Card(this.admin, this.event, person, () => this.start()).show();
    }
}

/** Two boxes had registered the person: both cards work. */
function joined(codes) {
    return word("participants_joined", { codes: codes.map(codeText).join(", ") });
}
