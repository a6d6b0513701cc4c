import { call } from "../api.js";
import { codeText } from "../code.js";
import { element, fill, icon } from "../element.js";
import { newNonce } from "../nonce.js";
import { table } from "../table.js";
import { clockText, dateText } from "../time.js";
import { firstWord, word } from "../words.js";

/** What the organiser may let in after all; somebody who was checked in elsewhere is in already. */
const forcible = ["session_not_open", "session_closed", "revoked", "blocked"];

/** What desks brought from the time without the box, and surprised the box with. */
export class Conflicts {
    constructor(admin) {
        this.admin = admin;
        this.list = element("div", {});
    }

    async show(place) {
        fill(place, element("h1", {}, word("admin_conflicts")), element("p", {}, word("conflicts_text")), this.list);
        await this.load();
    }

    async load() {
        const { items } = await call("GET", "/desk/conflicts");
        const columns = ["conflicts_when", "conflicts_who", "conflicts_why", "conflicts_desk", "conflicts_do"]
            .map((key) => ({ title: word(key) }));
        fill(this.list, items.length === 0
            ? element("p", { class: "note good" }, icon("tick-circle"), word("conflicts_none"))
            : table(word("conflicts_caption", { number: items.length }), columns, items.map((item) => this.row(item))));
    }

    row(item) {
        const who = item.participant;
        return [
            `${clockText(item.occurred_at)}, ${dateText(item.occurred_at)}`,
            who ? `${who.name} · ${codeText(who.code)}` : word("desk_unknown_person"),
            element("span", {}, firstWord([`conflict_${item.reason}`, `answer_${item.reason}`]),
                item.session_title && element("span", { class: "quiet" }, ` · ${item.session_title}`)),
            [item.station, item.operator].filter((name) => name).join(" · "),
            element("div", { class: "actions" },
                who && forcible.includes(item.reason) && this.button("hand", "conflicts_accept", () => this.accept(item)),
                this.button("check", "conflicts_seen", () => this.review(item))),
        ];
    }

    button(picture, key, action) {
        const onclick = () => this.admin.attempt(action);
        return element("button", { type: "button", class: "plain", onclick }, icon(picture), word(key));
    }

    /** Lets the person in at the time of the scan. */
    async accept(item) {
        await call("POST", `/sessions/${item.session}/redeem`, {
            participant_id: item.participant.id, nonce: newNonce(), direction: item.direction,
            occurred_at: item.occurred_at, force: true, reason: word("conflicts_reason"),
        });
        await this.review(item);
    }

    async review(item) {
        await call("POST", `/desk/conflicts/${item.id}/review`);
        await this.load();
    }
}
