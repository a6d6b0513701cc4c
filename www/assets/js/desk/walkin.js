import { Dialog } from "../dialog.js";
import { byId } from "../element.js";
import { newNonce } from "../nonce.js";
import { say } from "../note.js";
import { word } from "../words.js";

const firstYear = 1900;

/** The form for somebody who is on no list. */
export class WalkInForm {
    /**
     * @param register gets session, person and key; resolves with `{answer}`, the person now enrolled, or `{kept}`
     * @param onDone gets the session, what `register` resolved with, and the person as typed
     */
    constructor(register, onDone) {
        this.register = register;
        this.onDone = onDone;
        this.form = byId("walk-in-form");
        this.dialog = new Dialog(byId("walk-in"));
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit();
        });
    }

    /** @param name what was searched for, so that nobody types it twice */
    open(session, name) {
        this.session = session;
        this.form.reset();
        this.form.elements.name.value = name;
        say(byId("walk-in-error"), "");
        // The key belongs to this opening of the form: sending it twice enrols once.
        this.key = newNonce();
        this.dialog.open();
        this.form.elements.name.focus();
    }

    async submit() {
        const { name, consent } = this.form.elements;
        if (!name.value.trim()) return this.complain("walk_in_name_needed", name);
        const wrong = this.wrongField();
        if (wrong) return this.complain(`walk_in_bad_${wrong.name}`, wrong);
        if (!consent.checked) return this.complain("walk_in_consent_needed", consent);
        const button = this.form.querySelector("button.main");
        button.disabled = true;
        try {
            const person = this.person();
            const sent = await this.register(this.session, person, this.key);
            this.dialog.close();
            this.onDone(this.session, sent, person);
        } catch (problem) {
            // Refused input will be changed: that is another person to the box.
            if (!problem.isPassing) this.key = newNonce();
            this.explain(problem);
        } finally {
            button.disabled = false;
        }
    }

    /** The field of which the box would say that it cannot be used: also while it is away. */
    wrongField() {
        const { birth_year: year, phone } = this.form.elements;
        if (year.value.trim() && !isYear(year.value.trim(), this.latestYear)) return year;
        return phone.value.trim() && !isPhone(phone.value) ? phone : null;
    }

    /** Nobody is born after the session, whose day somebody typed: this device's clock may be wrong. */
    get latestYear() {
        return Number(this.session.starts_at.slice(0, 4));
    }

    /** Says which field the box has refused. */
    explain(problem) {
        const [{ pointer = "" } = {}] = problem.body.errors || [];
        const field = this.form.elements[pointer.slice(1)];
        const isUnnamed = problem.code === "invalid" && field;
        say(byId("walk-in-error"),
            isUnnamed ? word("walk_in_bad_field", { field: field.labels[0].textContent }) : problem.text);
        if (field) field.focus();
    }

    complain(key, field) {
        say(byId("walk-in-error"), word(key, { first: firstYear, last: this.latestYear }));
        field.focus();
    }

    person() {
        const fields = this.form.elements;
        const person = { consent: true };
        for (const name of ["name", "sex", "commune", "organisation", "phone"]) {
            if (fields[name].value.trim()) person[name] = fields[name].value.trim();
        }
        const year = Number(fields.birth_year.value);
        if (year) person.birth_year = year;
        return person;
    }
}

function isYear(text, latest) {
    return /^\d{4}$/.test(text) && Number(text) >= firstYear && Number(text) <= latest;
}

/** Whether it can be a telephone number: 8 to 15 digits (ITU-T E.164), and what people write between them. */
function isPhone(text) {
    return /^\+?\d{8,15}$/.test(text.replace(/[\s.()/-]/g, ""));
}
