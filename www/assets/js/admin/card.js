import { call } from "../api.js";
import { codeText } from "../code.js";
import { element, icon } from "../element.js";
import { word } from "../words.js";

/** One person's card: its QR, a new one for a lost one, and whether it is taken at the door. */
export class Card {
    /** @param onChange called after the person was changed */
    constructor(admin, event, person, onChange) {
        Object.assign(this, { admin, event, person, onChange });
    }

    /** Shows the card; `title` says what just happened to it. */
    show(title = word("qr_title", { name: this.person.name })) {
        const address = `/qr/${this.person.code}`;
        this.admin.picture.show(title,
            element("img", {
                class: "qr", src: `${address}.svg`, width: 320, height: 320,
                alt: word("participants_qr_name", { name: this.person.name }),
            }),
            element("p", {}, word("column_code"), ": ",
                element("strong", { class: "code" }, codeText(this.person.code))),
            element("div", { class: "actions" },
                element("a", {
                    class: "button plain", href: `${address}.png`, download: `${this.person.code}.png`,
                }, icon("download"), word("qr_download")),
                this.button("qr", "card_reissue", () => this.reissue()), ...this.standings()));
    }

    standings() {
        if (this.person.standing !== "valid") {
            return [this.button("check", "card_allow", () => this.setStanding("valid"))];
        }
        return [
            this.button("cross-circle", "card_revoke", () => this.setStanding("revoked")),
            this.button("warning", "card_block", () => this.setStanding("blocked")),
        ];
    }

    button(picture, key, onclick) {
        return element("button", { type: "button", class: "plain", onclick }, icon(picture), word(key));
    }

    reissue() {
        this.decide({
            title: word("card_reissue_title"), text: word("card_reissue_text", { name: this.person.name }),
            usual: word("card_reason_lost"),
            change: (reason) => call("POST", `${this.path}/reissue`, { reason, code: this.person.code }),
            after: () => this.show(word("card_reissued", { name: this.person.name })),
        });
    }

    setStanding(standing) {
        this.decide({
            title: word(`card_${standing}_title`), text: this.person.name,
            change: (reason) => call("PUT", `${this.path}/standing`, { standing, reason }),
            after: () => this.admin.say(word("card_changed", { name: this.person.name })),
        });
    }

    get path() {
        return `/events/${this.event}/participants/${this.person.id}`;
    }

    /** Asks for the reason, then changes the person. */
    decide({ title, text, usual, change, after }) {
        this.admin.picture.dialog.close();
        this.admin.decision.ask({
            title, text, usual,
            onDecision: async (reason) => {
                this.person = await change(reason);
                await this.onChange();
                after();
            },
        });
    }
}
