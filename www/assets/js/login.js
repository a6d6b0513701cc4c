import { call, trust } from "./api.js";
import { byId } from "./element.js";
import { say } from "./note.js";
import { word } from "./words.js";

/** The PIN step of a staff page. */
export class Login {
    /**
     * @param roles who may pass
     * @param title the key of the heading
     * @param onPass gets the `me` answer of somebody who may
     */
    constructor(roles, title, onPass) {
        this.roles = roles;
        this.onPass = onPass;
        byId("login-title").textContent = word(title);
        byId("login-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit(event.target);
        });
        byId("logout").addEventListener("click", () => this.leave());
    }

    /** Asks the box who we are, and shows the form unless that is enough. Throws a `Problem` without an answer. */
    async start() {
        const me = await call("GET", "/me");
        trust(me.csrf);
        if (this.roles.includes(me.role)) this.pass(me);
        else this.ask(me);
    }

    /** Shows the form. */
    ask(me = {}) {
        byId("loading").hidden = true;
        byId("login").hidden = false;
        const isDesk = this.roles.includes("desk");
        say(byId("login-station"),
            me.station ? word("login_station", { station: me.station }) : isDesk && word("login_no_station"));
        (isDesk && me.station ? byId("login-name") : byId("login-pin")).focus();
    }

    async submit(form) {
        const name = form.elements.name.value.trim();
        const body = { pin: form.elements.pin.value.trim() };
        if (name) body.name = name;
        form.elements.pin.value = "";
        try {
            const me = await call("POST", "/login", body);
            trust(me.csrf);
            if (this.roles.includes(me.role)) this.pass(me);
            else say(byId("login-error"), word("login_wrong_role"));
        } catch (problem) {
            say(byId("login-error"), problem.status === 401 ? word("error_wrong_pin") : problem.text);
            form.elements.pin.focus();
        }
    }

    pass(me) {
        say(byId("login-error"), "");
        byId("loading").hidden = true;
        byId("login").hidden = true;
        byId("logout").hidden = false;
        this.onPass(me);
    }

    async leave() {
        try {
            await call("POST", "/logout", {});
        } finally {
            // A fresh page forgets everybody's names.
            location.reload();
        }
    }
}
