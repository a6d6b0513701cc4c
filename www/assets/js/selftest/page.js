import { byId, element, fill, icon } from "../element.js";
import { play } from "../sound.js";
import { word } from "../words.js";
import { diagnosis } from "./diagnosis.js";
import { Recorder } from "./recorder.js";

const looks = {
    pass: { tone: "good", picture: "tick-circle" },
    usable: { tone: "caution", picture: "info-circle" },
    fail: { tone: "bad", picture: "cross-circle" },
};
const places = ["kiosk", "desk"];
// An unattended screen must not stay here.
const idle = 60000;

/** The page on which a scanner is tried: one scan, and what to put right. */
export class SelfTest {
    constructor() {
        const from = new URLSearchParams(location.search).get("from");
        this.back = places.includes(from) ? `/${from}` : "/";
        byId("back").href = this.back;
        byId("print").addEventListener("click", () => window.print());
        this.recorder = new Recorder(byId("typed"), (burst) => this.show(burst));
    }

    start() {
        byId("typed").focus();
        if (this.back !== "/kiosk") return;
        for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, () => this.stay());
        this.stay();
    }

    stay() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => location.assign(this.back), idle);
    }

    show(burst) {
        const { state, text, findings } = diagnosis(burst, byId("trial").dataset.reference);
        const { tone, picture } = looks[state];
        byId("result").className = `note ${tone}`;
        byId("result").dataset.state = state;
        fill(byId("result"), icon(picture), element("div", {},
            element("h2", {}, word(`selftest_${state}`)), element("p", {}, word(`selftest_${state}_text`))));
        fill(byId("findings"), ...findings.map((found) => element("li", { class: "note", "data-finding": found.key },
            icon(found.isGrave ? "cross-circle" : "warning"),
            element("div", {}, element("strong", {}, word(`selftest_${found.key}`, found.values)),
                element("p", {}, word(`selftest_${found.key}_do`))))));
        byId("received").textContent = word("selftest_read", { text: text || burst.seen });
        play(tone);
    }
}
