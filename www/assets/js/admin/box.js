import { call } from "../api.js";
import { showClock } from "../clocknote.js";
import { byId, element, fill, icon } from "../element.js";
import { dateText, deviceTime } from "../time.js";
import { codeWord, word } from "../words.js";

const samples = 5;

/** The box itself: how it is, and what time it believes. */
export class BoxPlace {
    constructor(admin) {
        this.admin = admin;
    }

    async show(place) {
        const health = await call("GET", "/health");
        showClock(health.clock);
        this.time = element("p", { class: "figure" });
        this.tick();
        this.timer = setInterval(() => this.tick(), 1000);
        fill(place, element("h1", {}, word("admin_box")), this.facts(health), this.clock(health.clock));
    }

    leave() {
        clearInterval(this.timer);
    }

    tick() {
        const now = deviceTime();
        this.time.textContent = word("box_clock_device", { time: `${now.slice(11, 19)}, ${dateText(now)}` });
    }

    facts(health) {
        const tone = { ok: "good", clock: "caution" }[health.status] || "bad";
        return element("section", { class: "sheet stack" },
            element("h2", {}, word("box_health")),
            element("p", { class: `note ${tone}` },
                icon(tone === "good" ? "tick-circle" : "warning"),
                element("strong", {}, codeWord("health", health.status))),
            element("dl", { class: "summary" },
                fact(word("box_version"), health.version),
                fact(word("box_ledger"), word("box_ledger_entries", { number: health.ledger.entries }))),
            element("p", { class: "seal" }, `${word("box_name")}: ${health.box}`));
    }

    clock(clock) {
        return element("section", { class: "sheet stack" },
            element("h2", {}, word("box_clock")),
            element("p", {}, element("span", {
                class: `badge ${clock.state === "confirmed" ? "good" : "caution"}`,
            }, icon("clock"), codeWord("clock", clock.state))),
            element("p", {}, word("box_clock_text")),
            this.time,
            element("div", { class: "actions" }, element("button", {
                type: "button", class: "main", onclick: () => this.admin.attempt(() => this.setClock()),
            }, icon("clock"), word("box_clock_set"))));
    }

    /** Gives the box this device's time; the fastest of five round trips says how exact that can be. */
    async setClock() {
        const trips = [];
        for (let sample = 0; sample < samples; sample += 1) {
            const start = performance.now();
            await call("GET", "/health");
            trips.push(performance.now() - start);
        }
        await call("POST", "/clock", { now: deviceTime(), round_trip_ms: Math.round(Math.min(...trips)) });
        this.leave();
        await this.show(byId("place"));
        this.admin.say(word("box_clock_done"));
    }
}

function fact(name, text) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, text));
}
