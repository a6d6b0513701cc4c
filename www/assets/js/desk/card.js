import { call } from "../api.js";
import { failure, forStaff } from "../answer.js";
import { Dialog } from "../dialog.js";
import { byId, element, fill, icon } from "../element.js";
import { newNonce } from "../nonce.js";
import { say } from "../note.js";
import { word } from "../words.js";
import { description } from "./person.js";

const lost = ["missing_name", "lost_letters"];

/** A citizen card at the desk: who it is, and in with one tap. */
export class CardPanel {
    /** @param desk shows the verdicts and checks people in */
    constructor(desk) {
        this.desk = desk;
        this.dialog = new Dialog(byId("card"));
        this.dialog.window.addEventListener("close", () => this.forget());
        this.form = byId("card-form");
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.register();
        });
    }

    /** Takes the line of a card; a person known by the number is checked in at once. */
    async take(session, line) {
        this.dialog.close();
        this.desk.verdict.sending();
        try {
            this.show(session, line, await call("POST", `/events/${session.event.id}/card`, { card: line }));
        } catch (problem) {
            await this.refuse(problem);
        }
    }

    show(session, line, { card, known, candidates }) {
        if (known) return this.checkIn(known, card.warnings);
        // The key belongs to this card: sending it twice enrols once.
        Object.assign(this, { session, line, warnings: card.warnings, key: newNonce() });
        const isLost = card.warnings.some((warning) => lost.includes(warning));
        byId("card-title").textContent = card.name || word("card_nameless");
        fill(byId("card-facts"), facts(card));
        showWarnings(card.warnings);
        byId("card-name-field").hidden = byId("card-commune-field").hidden = !isLost;
        this.form.elements.name.value = card.warnings.includes("lost_letters") ? "" : card.name || "";
        this.form.elements.commune.value = "";
        this.showPeople(candidates);
        this.open(isLost);
    }

    open(isLost) {
        say(byId("card-error"), "");
        this.desk.verdict.rest();
        this.dialog.open();
        if (isLost) this.form.elements.name.focus();
        else this.dialog.window.querySelector("#card-people button, #card-submit").focus();
    }

    showPeople(people) {
        byId("card-known").hidden = people.length === 0;
        fill(byId("card-people"), ...people.map((person) => this.row(person)));
        const key = people.length > 0 ? "card_nobody" : "card_submit";
        fill(byId("card-submit"), icon("plus"), word(key));
        byId("card-submit").className = people.length > 0 ? "plain" : "main";
    }

    row(person) {
        return element("div", { class: "person" },
            element("div", {},
                element("p", {}, element("span", { class: "name" }, person.name)),
                element("p", { class: "quiet" }, description(person))),
            element("div", { class: "actions" }, element("button", {
                type: "button", class: "main", "aria-label": word("desk_check_in_name", { name: person.name }),
                onclick: () => this.register(person),
            }, icon("check"), word("card_same"))));
    }

    /** Enrols the bearer, or says that it is this person, and checks in. */
    async register(person = null) {
        const { name, commune } = this.form.elements;
        if (!person && !byId("card-name-field").hidden && !name.value.trim()) {
            name.focus();
            return say(byId("card-error"), word("walk_in_name_needed"));
        }
        const body = { card: this.line, consent: true };
        if (person) Object.assign(body, { participant_id: person.id, name: person.name });
        else for (const field of [name, commune]) if (field.value.trim()) body[field.name] = field.value.trim();
        await this.send(body);
    }

    async send(body) {
        const { session, warnings } = this;
        this.block(true);
        try {
            const path = `/events/${session.event.id}/participants`;
            const person = await call("POST", path, body, { "Idempotency-Key": this.key });
            this.dialog.close();
            this.checkIn(person, warnings);
        } catch (problem) {
            // Refused input will be changed: that is another request to the box.
            if (!problem.isPassing) this.key = newNonce();
            say(byId("card-error"), problem.text);
        } finally {
            this.block(false);
        }
    }

    block(isBlocked) {
        for (const button of this.form.querySelectorAll("button:not([data-close])")) button.disabled = isBlocked;
    }

    checkIn(person, warnings) {
        this.desk.redeem({ participant_id: person.id, method: "card" }, person.name, warnings.map(warningText));
    }

    /** What is no card is a refused scan all the same; without the box a card cannot be read. */
    async refuse(problem) {
        const reason = problem.body && problem.body.detail;
        if (problem.status === 0) {
            return this.desk.verdict.show(Object.assign(failure("lost"), { detail: word("card_offline") }));
        }
        if (problem.status !== 422 || !reason) return this.desk.failed(problem);
        await this.desk.record();
        this.desk.verdict.show(forStaff(failure(reason, "bad"), reason));
    }

    /** Nothing of the card stays on the page. */
    forget() {
        this.line = null;
        this.form.reset();
        fill(byId("card-facts"));
        fill(byId("card-people"));
        byId("card-title").textContent = "";
    }
}

function facts(card) {
    const place = card.commune_now ? word("card_commune_now", { commune: card.commune_now }) : "";
    const birth = card.birth_date.split("-").reverse().join("/");
    return [birth, word(`walk_in_${card.sex}`), card.commune, place].filter((part) => part).join(" · ");
}

function showWarnings(warnings) {
    byId("card-warnings").hidden = warnings.length === 0;
    fill(byId("card-warnings"), ...warnings.map((warning) => element(
        "li", { class: "note caution" }, icon("warning"), element("span", {}, warningText(warning)))));
}

function warningText(warning) {
    return word(`card_${warning}`);
}
