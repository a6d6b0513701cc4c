import { call } from "../api.js";
import { failure, forStaff } from "../answer.js";
import { Dialog } from "../dialog.js";
import { byId, element, fill, icon } from "../element.js";
import { newNonce } from "../nonce.js";
import { say } from "../note.js";
import { word } from "../words.js";
import { CardReading } from "./cardreading.js";
import { cardFacts, warningText } from "./cardwords.js";
import { description } from "./person.js";

const lost = ["missing_name", "lost_letters"];

/** A citizen card at the desk: who it is, and in with one tap. */
export class CardPanel {
    /** @param desk shows the verdicts and checks people in */
    constructor(desk) {
        this.desk = desk;
        this.reading = new CardReading(desk);
        this.dialog = new Dialog(byId("card"));
        this.dialog.window.addEventListener("close", () => this.forget());
        this.form = byId("card-form");
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.register();
        });
    }

    /**
     * Takes the line of a card; a person known by the number is checked in at once. Resolves with whether it was read.
     */
    async take(session, line) {
        this.dialog.close();
        this.desk.verdict.sending();
        try {
            this.show(session, line, await this.reading.of(session, line));
            return true;
        } catch (problem) {
            await this.refuse(session, problem);
            return false;
        }
    }

    show(session, line, { card, known, same_number: bearer = null, candidates, own = null }) {
        if (known) return this.checkIn(session, known, card.warnings);
        // The key belongs to this card: sending it twice enrols once.
        Object.assign(this, { session, line: own ? null : line, own, bearer, warnings: card.warnings, key: newNonce() });
        say(byId("card-away"), own && word("card_offline_number"));
        this.showBearer(card);
        const isLost = !bearer && card.warnings.some((warning) => lost.includes(warning));
        byId("card-title").textContent = card.name || word("card_nameless");
        fill(byId("card-facts"), cardFacts(card));
        showWarnings(card.warnings.filter((warning) => warning !== "other_person"));
        byId("card-name-field").hidden = byId("card-commune-field").hidden = !isLost;
        this.form.elements.name.value = card.warnings.includes("lost_letters") ? "" : card.name || "";
        this.form.elements.commune.value = "";
        this.showPeople(bearer ? [bearer] : candidates);
        this.open(isLost);
    }

    open(isLost) {
        say(byId("card-error"), "");
        this.desk.verdict.rest();
        this.dialog.open();
        if (isLost) this.form.elements.name.focus();
        else this.dialog.window.querySelector("#card-people button, #card-submit").focus();
    }

    /** Both names where the list has the card's number under another one: a mistake in the list, or another's card. */
    showBearer(card) {
        const { bearer } = this;
        say(byId("card-other"), bearer && word("card_other_names", {
            card: named(card.name || word("card_nameless"), card.birth_date.slice(0, 4)),
            list: named(bearer.name, bearer.birth_year),
        }));
        byId("card-consent").hidden = byId("card-submit").hidden = Boolean(bearer);
        byId("card-refuse").textContent = word(bearer ? "card_other_refuse" : "card_refuse");
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
                element("p", { class: "quiet" }, description(person), slipOf(person))),
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
        if (person && person.guest) {
            // The same key and the same words: to the box it is one person, however often the card is shown.
            this.key = person.guest.key;
            return this.send(person.guest.person);
        }
        if (person && (this.own || this.bearer)) {
            this.dialog.close();
            return this.checkIn(this.session, person, this.warnings);
        }
        const body = Object.assign({ consent: true }, this.own || { card: this.line });
        if (person) Object.assign(body, { participant_id: person.id, name: person.name });
        else for (const field of [name, commune]) if (field.value.trim()) body[field.name] = field.value.trim();
        return this.send(body);
    }

    async send(body) {
        const { session, warnings, own, desk } = this;
        this.block(true);
        try {
            // With a card's line nothing is kept here; what was read of it may wait like any walk-in.
            const sent = own
                ? await desk.post.register(session, body, this.key, desk.asking.direction)
                : { answer: await this.enrol(session, body) };
            this.dialog.close();
            desk.checkIn.registered(session, sent, body, "card", warnings.map(warningText));
        } catch (problem) {
            // Refused input will be changed: that is another request to the box.
            if (!problem.isPassing) this.key = newNonce();
            say(byId("card-error"), problem.text);
        } finally {
            this.block(false);
        }
    }

    enrol(session, body) {
        return call("POST", `/events/${session.event.id}/participants`, body, { "Idempotency-Key": this.key });
    }

    block(isBlocked) {
        for (const button of this.form.querySelectorAll("button:not([data-close])")) button.disabled = isBlocked;
    }

    checkIn(session, person, warnings) {
        const attempt = { participant_id: person.id, method: "card" };
        this.desk.checkIn.redeem(attempt, person.name, warnings.map(warningText), session);
    }

    /** What is no card is a refused scan all the same; where nothing can be kept a card is not read without the box. */
    async refuse(session, problem) {
        const reason = problem.body && problem.body.detail;
        if (problem.status === 0) {
            return this.desk.verdict.show(Object.assign(failure("lost"), { detail: word("card_offline") }));
        }
        if (problem.status !== 422 || !reason) return this.desk.checkIn.failed(problem);
        await this.desk.checkIn.record(session);
        return this.desk.verdict.show(forStaff(failure(reason, "bad"), reason));
    }

    /** Nothing of the card stays on the page. */
    forget() {
        // The next card may be shown already when the browser tells that the last one was closed.
        if (this.dialog.isOpen) return;
        this.line = this.own = this.bearer = null;
        say(byId("card-other"), "");
        this.form.reset();
        fill(byId("card-facts"));
        fill(byId("card-people"));
        byId("card-title").textContent = "";
    }
}

function showWarnings(warnings) {
    byId("card-warnings").hidden = warnings.length === 0;
    fill(byId("card-warnings"), ...warnings.map((warning) => element(
        "li", { class: "note caution" }, icon("warning"), element("span", {}, warningText(warning)))));
}

/** The number on the slip of somebody who was registered here. */
function slipOf({ guest }) {
    return guest && ` · ${word("card_slip", { number: guest.slip })}`;
}

function named(name, year) {
    return [name, year].filter((part) => part).join(", ");
}
