import { call } from "../api.js";
import { Dialog } from "../dialog.js";
import { byId, element, fill } from "../element.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { clockText } from "../time.js";
import { word } from "../words.js";

/** Those who scanned before the session was opened, offered as one list. */
export class EarlyArrivals {
    /** @param onAccepted gets what to show when the list was taken */
    constructor(onAccepted) {
        this.onAccepted = onAccepted;
        this.dialog = new Dialog(byId("early-list"));
        byId("early-show").addEventListener("click", () => this.open());
        byId("early-people").addEventListener("change", () => this.count());
        byId("early-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.accept();
        });
    }

    /** Asks for the list of a session; without one nothing is offered. */
    async find(session) {
        this.session = session;
        this.offer([]);
        if (!session) return;
        try {
            const found = await call("GET", `/sessions/${session}/early`);
            if (session === this.session) this.offer(found.items);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            // The desk works without the list; it is asked for again when the session is chosen again.
        }
    }

    offer(people) {
        this.people = people;
        byId("early").hidden = people.length === 0;
        byId("early-number").textContent = word("desk_early", { number: people.length });
    }

    open() {
        say(byId("early-error"), "");
        fill(byId("early-people"), ...this.people.map((arrival) => element("li", {}, element("label", { class: "tick" },
            element("input", { type: "checkbox", value: arrival.scan, checked: true }),
            element("span", {}, element("strong", {}, arrival.participant.name), element("span", { class: "quiet" },
                ` ${[clockText(arrival.occurred_at), arrival.participant.birth_year, arrival.participant.commune]
                    .filter((fact) => fact).join(" · ")}`))))));
        this.count();
        this.dialog.open();
    }

    get chosen() {
        return Array.from(byId("early-people").querySelectorAll("input:checked"), (box) => box.value);
    }

    count() {
        const number = this.chosen.length;
        byId("early-accept").textContent = word("desk_early_accept", { number });
        byId("early-accept").disabled = number === 0;
    }

    async accept() {
        byId("early-accept").disabled = true;
        try {
            const answer = await call("POST", `/sessions/${this.session}/early`, { scans: this.chosen });
            const number = answer.items.filter((item) => item.result === "accepted").length;
            this.dialog.close();
            this.onAccepted({ tone: "good", icon: "people", title: word("desk_early_done", { number }), detail: "" });
            await this.find(this.session);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            say(byId("early-error"), problem.text);
            this.count();
        }
    }
}
