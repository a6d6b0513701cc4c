import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { word } from "../words.js";

/** The people who may sign in. */
export class Operators {
    constructor(admin) {
        this.admin = admin;
        this.list = element("div", {});
    }

    async show(place) {
        this.form = form((event) => {
            event.preventDefault();
            this.submit();
        });
        fill(place, element("h1", {}, word("admin_operators")), element("p", {}, word("operators_text")),
            element("section", { class: "sheet" }, element("h2", {}, word("operators_add")), this.form), this.list);
        await this.load();
    }

    async load() {
        const operators = (await call("GET", "/operators")).items;
        fill(this.list, operators.length === 0
            ? element("p", { class: "quiet" }, word("operators_none"))
            : table(word("admin_operators"), [{ title: word("operators_name") }, { title: word("operators_role") }],
                operators.map((operator) => [element("strong", {}, operator.name), roleText(operator.role)])));
    }

    submit() {
        const fields = this.form.elements;
        if (!/^\d{6,8}$/.test(fields.pin.value)) {
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
}

function roleText(role) {
    return word(role === "organiser" ? "role_organiser" : "role_desk");
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
            element("div", { class: "field" },
                element("label", { for: "operator-pin" }, word("operators_pin")),
                element("input", {
                    id: "operator-pin", name: "pin", type: "password", inputmode: "numeric",
                    autocomplete: "new-password", maxlength: 8, required: true,
                }))),
        element("div", { class: "actions" }, element(
            "button", { class: "main" }, icon("plus"), word("operators_add"))));
}
