import { call } from "../api.js";
import { codeText } from "../code.js";
import { byId, element, fill } from "../element.js";
import { clockText } from "../time.js";
import { firstWord, word } from "../words.js";

/** What became of the scans that this device kept: how many were taken, the codes for the slips, what needs a look. */
export class SentReport {
    constructor() {
        [this.number, this.slips] = [0, []];
        byId("sent-close").addEventListener("click", () => this.clear());
    }

    clear() {
        [this.number, this.slips] = [0, []];
        byId("sent").hidden = true;
    }

    /** Takes the box's answers to a batch. */
    async add(items) {
        this.number += items.length;
        for (const item of items) if (item.slip && item.participant && !this.isListed(item)) this.slips.push(item);
        await this.load();
        byId("sent").hidden = false;
        if (this.flagged > 0) byId("review").open = true;
        byId("sent-text").textContent = word(
            this.flagged > 0 ? "desk_sent_some" : "desk_sent_all", { number: this.number, flagged: this.flagged });
        fill(byId("sent-slips"), ...this.slips.map((item) => element("li", {}, word("desk_slip_code", {
            number: item.slip, name: item.participant.name, code: codeText(item.participant.code),
        }))));
    }

    /** Whether the slip's code stands there already: a guest may have come more than once. */
    isListed({ slip, participant }) {
        return this.slips.some((known) => known.slip === slip && known.participant.id === participant.id);
    }

    /** Asks the box what nobody has looked at yet. */
    async load() {
        const { items } = await call("GET", "/desk/conflicts");
        this.flagged = items.length;
        byId("review").hidden = items.length === 0;
        byId("review-title").textContent = word("desk_review", { number: items.length });
        fill(byId("review-list"), ...items.map(row));
    }
}

function row(conflict) {
    return element("li", {},
        element("span", { class: "figure quiet" }, clockText(conflict.occurred_at)), " ",
        element("strong", {}, conflict.participant ? conflict.participant.name : word("desk_unknown_person")), " ",
        firstWord([`conflict_${conflict.reason}`, `answer_${conflict.reason}`]));
}
