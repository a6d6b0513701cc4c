import { call, trust } from "./api.js";
import { byId } from "./element.js";
import { say } from "./note.js";
import { word } from "./words.js";

const patience = 3000;
const again = 3000;
/** Where it is noted that the box has not heard yet of somebody's signing out. */
const leaving = "diemdanh-leaving";

/** The PIN step of a staff page. */
export class Login {
    /**
     * @param roles who may pass
     * @param title the key of the heading
     * @param onPass gets the `me` answer of somebody who may, and whether the PIN was typed just now
     * @param onLeave called before the page forgets who was signed in; may return a promise
     */
    constructor(roles, title, onPass, onLeave = () => {}) {
        this.roles = roles;
        this.onPass = onPass;
        this.onLeave = onLeave;
        byId("login-title").textContent = word(title);
        byId("login-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit(event.target);
        });
        byId("logout").addEventListener("click", () => this.leave());
    }

    /** Asks the box who we are, and shows the form unless that is enough. Throws a `Problem` without an answer. */
    async start() {
        let me = await call("GET", "/me", undefined, {}, patience);
        trust(me.csrf);
        if (localStorage.getItem(leaving)) me = await this.finishLeaving();
        if (this.roles.includes(me.role)) this.pass(me, false);
        else this.ask(me);
    }

    /** The same, tried again until the box answers. */
    async startInTheEnd() {
        try {
            await this.start();
        } catch (problem) {
            byId("loading").textContent = problem.text;
            setTimeout(() => this.startInTheEnd(), again);
        }
    }

    /** Ends the login of somebody who signed out while the box was away. */
    async finishLeaving() {
        await call("POST", "/logout", {});
        localStorage.removeItem(leaving);
        const me = await call("GET", "/me");
        trust(me.csrf);
        return me;
    }

    get isAsking() {
        return !byId("login").hidden;
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
            localStorage.removeItem(leaving);
            if (this.roles.includes(me.role)) this.pass(me, true);
            else say(byId("login-error"), word("login_wrong_role"));
        } catch (problem) {
            say(byId("login-error"), problem.status === 401 ? word("error_wrong_pin") : problem.text);
            form.elements.pin.focus();
        }
    }

    pass(me, isNew) {
        say(byId("login-error"), "");
        byId("loading").hidden = true;
        byId("login").hidden = true;
        byId("logout").hidden = false;
        this.onPass(me, isNew);
    }

    async leave() {
        localStorage.setItem(leaving, "1");
        try {
            await this.onLeave();
            await call("POST", "/logout", {}, {}, patience);
            localStorage.removeItem(leaving);
        } catch (problem) {
            // The box hears of it when it is back; here nobody is signed in any more.
        }
        // A fresh page forgets everybody's names.
        location.reload();
    }
}
