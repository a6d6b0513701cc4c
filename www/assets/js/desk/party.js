import { call } from "../api.js";
import { byId, element, fill, icon } from "../element.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";
import { keptScan } from "./away/away.js";

/** One scan for a household or a business: the others who come for the same organisation, checked in with one tap. */
export class Party {
    constructor(desk) {
        this.desk = desk;
        this.box = byId("party");
        this.box.addEventListener("change", () => this.count());
    }

    clear() {
        this.asked = null;
        this.box.hidden = true;
        fill(this.box);
    }

    /** Looks who comes with a person who was just scanned. */
    async find(session, person, direction) {
        this.clear();
        if (direction !== "entry") return;
        this.asked = person.id;
        try {
            const place = `/events/${session.event.id}/participants/${person.id}/companions?session=${session.id}`;
            const { items } = await call("GET", place);
            const outside = items.filter((other) => !other.attendance.first_entry_at || other.attendance.last_exit_at);
            if (this.asked === person.id && outside.length > 0) this.show(session, outside);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            // Everybody can still be checked in one by one.
        }
    }

    show(session, people) {
        this.people = people;
        this.button = element("button", { type: "button", class: "main", onclick: () => this.accept(session, people) });
        fill(this.box,
            element("h2", {}, word("desk_party", { organisation: people[0].organisation })),
            element("ul", { class: "plain" }, ...people.map((person) => element("li", {}, element(
                "label", { class: "tick" },
                element("input", { type: "checkbox", value: person.id, checked: true }),
                element("span", {}, element("strong", {}, person.name),
                    person.birth_year && element("span", { class: "quiet" }, ` · ${word("desk_born", {
                        year: person.birth_year,
                    })}`)))))),
            element("div", { class: "actions" }, this.button));
        this.box.hidden = false;
        this.count();
    }

    get chosen() {
        return Array.from(this.box.querySelectorAll("input:checked"), (box) => box.value);
    }

    count() {
        const number = this.chosen.length;
        fill(this.button, icon("people"), this.label(number));
        this.button.disabled = number === 0;
    }

    /** Says "all" only where it is all of them, and of a household only where it is one. */
    label(number) {
        const [only] = this.people;
        if (this.people.length === 1) return word("desk_check_in_name", { name: only.name });
        if (number < this.people.length) return word("desk_party_accept_some", { number });
        return word(isHousehold(only.organisation) ? "desk_party_accept_household" : "desk_party_accept", { number });
    }

    /**
     * Each person is a scan of their own; who cannot be let in does not hold up the others. Where the next guest stands
     * here before all is answered, the rest of it is told in the list of the last scans only.
     */
    async accept(session, people) {
        const { asked } = this;
        this.button.disabled = true;
        const ids = this.chosen;
        const answers = [];
        for (const person of people.filter((other) => ids.includes(other.id))) {
            const attempt = { participant_id: person.id, method: "companion", direction: "entry" };
            try {
                answers.push(await this.checkIn(session, attempt, person.name, () => this.asked === asked));
            } catch (problem) {
                if (!(problem instanceof Problem)) throw problem;
                answers.push({ result: "refused" });
            }
        }
        if (this.asked !== asked) return;
        this.clear();
        // The button that was pressed is gone.
        if (document.activeElement === document.body) this.desk.asking.focus();
        // What only this device knows yet has its own words.
        if (!answers.some((answer) => answer.result === "kept")) this.desk.verdict.show(outcome(answers));
    }

    /** @param isShown says whether the guest of this list is still the one on the page */
    async checkIn(session, attempt, name, isShown) {
        const { answer, kept } = await this.desk.post.send(session, attempt);
        if (kept) {
            if (isShown()) this.desk.checkIn.kept(kept, name);
            else this.desk.recent.add(keptScan(kept, name));
            return { result: "kept" };
        }
        this.desk.checkIn.list(answer, attempt, name);
        return answer;
    }
}

function outcome(answers) {
    const number = answers.filter((answer) => answer.result === "accepted").length;
    const failed = answers.length - number;
    return {
        tone: failed === 0 ? "good" : "caution", icon: "people", title: word("desk_party_done", { number }),
        detail: failed === 0 ? "" : word("desk_party_failed", { number: failed }),
    };
}

/** "Hộ ông …", "Hộ Bùi Văn …": whoever runs a business from a household ("kinh doanh") counts as one. */
function isHousehold(organisation) {
    return /^h\u1ed9\s+(?!kinh doanh)/iu.test(organisation.normalize("NFC"));
}
