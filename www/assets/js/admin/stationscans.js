import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { clockText, dateText } from "../time.js";
import { codeWord, word } from "../words.js";

/** What one device has sent, to be looked through after it was lost, and taken back in one go. */
export class StationScans {
    constructor(admin, name) {
        this.admin = admin;
        this.name = decodeURIComponent(name || "");
        this.list = element("div", {});
    }

    async show(place) {
        this.since = element("input", {
            id: "scans-since", type: "datetime-local", "aria-describedby": "scans-since-hint", onchange: () => this.fill(),
        });
        this.reason = element("input", { id: "scans-reason", maxlength: 200, required: true });
        fill(place,
            element("a", { class: "back", href: "#/stations" }, icon("back"), word("admin_stations")),
            element("h1", {}, word("scans_title", { name: this.name })), element("p", {}, word("scans_text")),
            element("section", { class: "sheet" }, this.form()), this.list);
        await this.load();
    }

    form() {
        const submit = (event) => {
            event.preventDefault();
            this.ask();
        };
        return element("form", { class: "form", autocomplete: "off", onsubmit: submit },
            element("div", { class: "row" },
                field("scans-since", "scans_since", this.since,
                    element("span", { class: "hint", id: "scans-since-hint" }, word("scans_since_hint"))),
                field("scans-reason", "scans_reason", this.reason)),
            element("div", { class: "actions" },
                element("button", { type: "button", class: "plain", onclick: () => this.tickAll() }, word("scans_all")),
                element("button", { class: "danger" }, icon("erase"), word("scans_annul"))));
    }

    async load() {
        this.scans = (await call("GET", `/stations/${encodeURIComponent(this.name)}/scans`)).items;
        this.fill();
    }

    fill() {
        const shown = this.scans.filter((scan) => scan.received_at.slice(0, 16) >= this.since.value);
        const columns = ["scans_tick", "scans_time", "scans_person", "scans_session", "scans_result"]
            .map((key) => ({ title: word(key) }));
        fill(this.list, shown.length === 0
            ? element("p", { class: "quiet" }, word("scans_none"))
            : table(word("scans_caption", { number: shown.length }), columns, shown.map(row)));
    }

    get boxes() {
        return [...this.list.querySelectorAll("input")];
    }

    tickAll() {
        for (const box of this.boxes) box.checked = true;
    }

    ask() {
        const chosen = this.boxes.filter((box) => box.checked).map((box) => box.value);
        if (chosen.length === 0) {
            this.admin.say(word("scans_choose"), "caution");
            return;
        }
        this.admin.question.ask({
            title: word("scans_annul_title"), text: word("scans_annul_text", { number: chosen.length }),
            yes: word("scans_annul"),
            onYes: () => this.admin.attempt(() => this.annul(chosen, this.reason.value.trim())),
        });
    }

    /** One after the other: what somebody else has annulled meanwhile is no obstacle to the rest. */
    async annul(scans, reason) {
        let done = 0;
        for (const scan of scans) {
            try {
                await call("POST", `/scans/${scan}/annul`, { reason });
                done += 1;
            } catch (problem) {
                if (problem.status !== 409) throw problem;
            }
        }
        await this.load();
        this.admin.say(word("scans_annulled", { number: done }));
    }
}

function field(id, key, input, ...more) {
    return element("div", { class: "field" }, element("label", { for: id }, word(key)), input, ...more);
}

function row(scan) {
    const name = scan.name || scan.code || word("scans_nobody");
    const time = `${clockText(scan.occurred_at)} ${dateText(scan.occurred_at)}`;
    const canGo = scan.result === "accepted" && !scan.is_annulled;
    return [
        canGo && element("input", {
            type: "checkbox", value: scan.id, "aria-label": word("scans_tick_name", { name, time }),
        }),
        time, name, `${scan.event} – ${scan.session}`, result(scan),
    ];
}

function result(scan) {
    if (scan.is_annulled) return element("span", { class: "badge caution" }, word("scans_is_annulled"));
    if (scan.result === "accepted") return element("span", { class: "badge good" }, word(`scans_${scan.direction}`));
    return element("span", { class: "badge bad" }, codeWord("answer", scan.reason));
}
