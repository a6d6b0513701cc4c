import { call } from "../api.js";
import { byId, element, fill, icon } from "../element.js";
import { Login } from "../login.js";
import { say } from "../note.js";
import { bundleState, outboxText } from "../outboxwords.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";

/** The page on which a phone takes bundles along and hands receipts in. */
export class Carry {
    constructor() {
        this.login = new Login(["desk", "organiser"], "login_desk_title", () => this.begin());
        byId("make").addEventListener("click", () => this.attempt(() => this.make()));
        byId("receipt-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.attempt(() => this.handIn(byId("receipt").files[0]));
        });
    }

    start() {
        return this.login.startInTheEnd();
    }

    begin() {
        byId("work").hidden = false;
        return this.attempt(async () => this.show(await call("GET", "/outbox")));
    }

    async make() {
        this.show(await call("POST", "/outbox/bundles"));
    }

    async handIn(file) {
        if (!file) return this.say(word("carry_choose"), "bad");
        const answer = await call("POST", "/outbox/receipts", file);
        byId("receipt-form").reset();
        this.show(await call("GET", "/outbox"));
        return this.say(word(answer.is_new ? "carry_done" : "carry_known", answer));
    }

    show(outbox) {
        const waiting = outbox.items.filter((bundle) => bundle.state !== "receipted");
        byId("counts").textContent = outboxText(outbox);
        fill(byId("bundles"), ...waiting.map((bundle) => this.line(bundle)));
        byId("none").hidden = waiting.length > 0;
        this.say(outbox.province.configured ? "" : word("error_no_province"), "bad");
    }

    line(bundle) {
        return element("li", { class: "stack" },
            element("div", {}, element("strong", {}, bundle.event.name), " ", bundleState(bundle)),
            element("div", { class: "actions" }, element("a", {
                class: "button main", href: `/api/v1/outbox/bundles/${bundle.id}`, download: `${bundle.name}.ddb.age`,
            }, icon("download"), word("carry_download", { name: bundle.name }))));
    }

    async attempt(action) {
        try {
            await action();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401) location.reload();
            else this.say(problem.text, "bad");
        }
    }

    say(text, tone = "good") {
        say(byId("message"), text, tone);
    }
}
