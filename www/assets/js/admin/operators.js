import { call } from "../api.js";
import { whileBusy } from "../busy.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { word } from "../words.js";

/** The people who may sign in: who they are, another PIN for one, and the end of what one may do. */
export class Operators {
    constructor(admin) {
        this.admin = admin;
        this.list = element("div", { class: "stack" });
    }

    async show(place) {
        this.form = form((event) => {
            event.preventDefault();
            whileBusy(this.form, () => this.submit());
        });
        fill(place, element("h1", {}, word("admin_operators")), element("p", {}, word("operators_text")),
            element("section", { class: "sheet" }, element("h2", {}, word("operators_add")), this.form), this.list);
        await this.load();
    }

    async load() {
        const operators = (await call("GET", "/operators")).items;
        const columns = ["operators_name", "operators_role", "operators_actions"].map((key) => ({ title: word(key) }));
        fill(this.list, operators.length === 0
            ? element("p", { class: "quiet" }, word("operators_none"))
            : table(word("admin_operators"), columns, operators.map((operator) => this.row(operator))));
    }

    row(operator) {
        const button = (key, kind, onclick) => element("button", {
            type: "button", class: kind, onclick, "aria-label": word(`operators_${key}_name`, { name: operator.name }),
        }, word(`operators_${key}`));
        return [
            element("strong", {}, operator.name), roleText(operator.role),
            element("div", { class: "actions" },
                button("new_pin", "plain", () => this.askPIN(operator)),
                button("remove", "danger", () => this.askRemoval(operator))),
        ];
    }

    submit() {
        const fields = this.form.elements;
        if (!isPIN(fields.pin.value)) {
            this.admin.say(word("operators_pin_needed"), "bad");
            return fields.pin.focus();
        }
        const operator = { name: fields.name.value.trim(), role: fields.role.value, pin: fields.pin.value };
        return this.admin.attempt(async () => {
            await call("POST", "/operators", operator);
            this.form.reset();
            fields.name.focus();
            this.admin.say(word("operators_saved", { name: operator.name }));
            await this.load();
        });
    }

    /** The new PIN is typed in the list, where the name stands. */
    askPIN(operator) {
        const field = pinField("operator-new-pin", word("operators_new_pin_for", { name: operator.name }));
        const asked = element("form", { class: "sheet form", autocomplete: "off", onsubmit: (event) => {
            event.preventDefault();
            whileBusy(asked, () => this.changePIN(operator, asked.elements.pin));
        } }, field, element("div", { class: "actions" },
            element("button", { class: "main" }, word("operators_new_pin")),
            element("button", { type: "button", class: "plain", onclick: () => asked.remove() }, word("cancel"))));
        for (const old of this.list.querySelectorAll("form")) old.remove();
        this.list.prepend(asked);
        asked.elements.pin.focus();
    }

    changePIN(operator, field) {
        if (!isPIN(field.value)) {
            this.admin.say(word("operators_pin_needed"), "bad");
            return field.focus();
        }
        return this.admin.attempt(async () => {
            await call("PUT", `/operators/${encodeURIComponent(operator.name)}/pin`, { pin: field.value });
            await this.load();
            this.admin.say(word("operators_pin_changed", { name: operator.name }));
        });
    }

    askRemoval(operator) {
        this.admin.question.ask({
            title: word("operators_remove_title"), text: word("operators_remove_text", { name: operator.name }),
            yes: word("operators_remove"),
            onYes: () => this.admin.attempt(async () => {
                await call("DELETE", `/operators/${encodeURIComponent(operator.name)}`);
                await this.load();
                this.admin.say(word("operators_removed", { name: operator.name }));
            }),
        });
    }
}

function isPIN(text) {
    return /^\d{6,8}$/.test(text);
}

function roleText(role) {
    return word(role === "organiser" ? "role_organiser" : "role_desk");
}

function pinField(id, label) {
    return element("div", { class: "field" }, element("label", { for: id }, label), element("input", {
        id, name: "pin", type: "password", inputmode: "numeric", autocomplete: "new-password", maxlength: 8,
        required: true,
    }));
}

function form(onsubmit) {
    return element("form", { class: "form", autocomplete: "off", onsubmit },
        element("div", { class: "row" },
            element("div", { class: "field" },
                element("label", { for: "operator-name" }, word("operators_name")),
                element("input", { id: "operator-name", name: "name", maxlength: 100, required: true })),
            element("div", { class: "field" },
                element("label", { for: "operator-role" }, word("operators_role")),
                element("select", { id: "operator-role", name: "role" },
                    element("option", { value: "desk" }, word("role_desk")),
                    element("option", { value: "organiser" }, word("role_organiser")))),
            pinField("operator-pin", word("operators_pin"))),
        element("div", { class: "actions" }, element(
            "button", { class: "main" }, icon("plus"), word("operators_add"))));
}
