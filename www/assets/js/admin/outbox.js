import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { bundleState, eventState, outboxText, problemText } from "../outboxwords.js";
import { table } from "../table.js";
import { clockText, dateText } from "../time.js";
import { codeWord, word } from "../words.js";
import { provinceFacts } from "./province.js";

const beat = 1000;

/** What leaves the box for the province, and what came back. */
export class OutboxPlace {
    constructor(admin) {
        this.admin = admin;
        this.state = element("div", { class: "stack" });
    }

    async show(place) {
        this.button = element("button", {
            type: "button", class: "main", onclick: () => this.admin.attempt(() => this.push()),
        }, icon("upload"), word("outbox_push"));
        fill(place, element("h1", {}, word("admin_outbox")), element("p", {}, word("outbox_text")),
            element("div", { class: "actions" }, this.button,
                element("a", { class: "button plain", href: "/desk/carry" }, word("outbox_carry"))),
            this.state);
        await this.load();
    }

    leave() {
        clearTimeout(this.timer);
    }

    async load() {
        this.take(await call("GET", "/outbox"));
    }

    async push() {
        this.take(await call("POST", "/outbox/push"));
    }

    /** Shows the outbox; while something is being sent, looks again and again. */
    take(outbox) {
        this.button.disabled = outbox.pushing;
        fill(this.state, this.summary(outbox), this.events(outbox.events), this.province(outbox),
            this.bundles(outbox.items));
        clearTimeout(this.timer);
        if (outbox.pushing) this.timer = setTimeout(() => this.admin.attempt(() => this.load()), beat);
    }

    summary(outbox) {
        const isOpen = outbox.counts.waiting > 0 || outbox.events.some((event) => event.state === "more");
        const tone = outbox.counts.refused > 0 ? "bad" : isOpen ? "caution" : "good";
        return element("p", { class: `note ${tone}`, role: "status" },
            icon(tone === "good" ? "tick-circle" : "warning"),
            element("strong", {}, outboxText(outbox)),
            outbox.pushing && ` ${word("outbox_pushing")}`);
    }

    /** Which class's record has wholly arrived. */
    events(events) {
        if (events.length === 0) return null;
        const columns = ["event", "state", "bundles", "scans"].map((key) => ({ title: word(`outbox_${key}`) }));
        return table(word("outbox_events"), columns, events.map(eventRow));
    }

    province(outbox) {
        const { province } = outbox;
        const reasons = [...new Set(outbox.refused.map((scan) => codeWord("outbox_reason", scan.reason)))].join(", ");
        return element("section", { class: "sheet stack" },
            element("h2", {}, word("outbox_province")),
            province.configured ? provinceFacts(province) : element("p", {}, word("outbox_province_none")),
            province.from_settings_file
                ? element("p", { class: "quiet" }, word("province_of_file"))
                : element("div", { class: "actions" }, element("button", {
                    type: "button", class: province.configured ? "plain" : "main",
                    onclick: () => this.admin.province.open(),
                }, icon("scan"), word(province.configured ? "province_set_other" : "province_set"))),
            element("p", {}, word("outbox_box_key"), " ", element("span", { class: "seal" }, outbox.box_key)),
            ...outbox.destinations.map(destinationText),
            reasons && element("p", {}, word("outbox_refused_scans", { number: outbox.refused.length, reasons })));
    }

    bundles(items) {
        if (items.length === 0) return element("p", { class: "quiet" }, word("outbox_none"));
        const columns = ["bundle", "event", "state", "scans"].map((key) => ({ title: word(`outbox_${key}`) }));
        return table(word("outbox_bundles"), columns, items.slice().reverse().map(row));
    }
}

function row(bundle) {
    return [
        element("span", { class: "seal" }, bundle.name), bundle.event.name,
        element("div", {}, bundleState(bundle), bundle.carrier && ` ${codeWord("outbox_carrier", bundle.carrier)}`,
            bundle.problem && element("div", {}, problemText(bundle.problem))),
        bundle.receipt ? word("outbox_receipt", bundle.receipt) : "",
    ];
}

function hasBundles({ counts }) {
    return counts.sent + counts.waiting + counts.refused > 0;
}

function eventRow(event) {
    const scans = event.scans.accepted + event.scans.duplicate + event.scans.refused;
    return [
        event.name,
        element("div", {}, eventState(event),
            event.state !== "arrived" && event.problem && element("div", {}, problemText(event.problem))),
        hasBundles(event) ? word("outbox_counts", event.counts) : "",
        scans > 0 ? word("outbox_receipt", event.scans) : "",
    ];
}

function destinationText(destination) {
    const name = element("strong", {}, `${codeWord("outbox_destination", destination.name)}: `);
    const time = `${clockText(destination.tried_at)} ${dateText(destination.tried_at)}`;
    return element("p", {}, name, destination.problem
        ? word("outbox_again", {
            why: problemText(destination.problem), minutes: Math.ceil(destination.wait_seconds / 60),
        })
        : word("outbox_fine", { time }));
}
