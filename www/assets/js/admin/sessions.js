import { call } from "../api.js";
import { cameIn, showCounts } from "../countlist.js";
import { element, fill, icon } from "../element.js";
import { Live } from "../live.js";
import { spanText } from "../time.js";
import { word } from "../words.js";
import { AttendanceList } from "./attendance.js";

const tones = { planned: "", open: "good", closed: "caution" };

/** The sessions of an event: state, live counts of the open ones, opening and closing. */
export class SessionRows {
    constructor(admin, event) {
        this.admin = admin;
        this.event = event;
        this.lives = new Map();
        this.seals = new Map();
        this.box = element("div", {});
        this.show();
    }

    show() {
        fill(this.box, ...this.event.sessions.map((session) => this.row(session)));
    }

    row(session) {
        const counts = element("dl", { class: "counts", "aria-label": word("counts_title"), "aria-live": "off" });
        if (session.counts) showCounts(counts, session.counts, isYetToCome(session) ? ["enrolled"] : undefined);
        this.follow(session, counts);
        const seal = this.seals.get(session.id);
        return element("div", { class: "session-row", "data-session": session.id, "data-state": session.state },
            element("div", {},
                element("p", {}, element("span", { class: "name" }, session.title), " ",
                    element("span", { class: `badge ${tones[session.state]}` }, word(`state_${session.state}`))),
                element("p", { class: "quiet" },
                    [spanText(session), word("session_late_after", { number: session.late_after_minutes }),
                        typeof session.opens_before_minutes === "number"
                            && word("session_opens_before", { number: session.opens_before_minutes }),
                    ].filter((fact) => fact).join(" · ")),
                seal && element("p", { class: "seal" }, `${word("session_seal")}: ${seal}`)),
            counts,
            this.button(session),
            this.papers(session));
    }

    /** The list on the page and on paper. */
    papers(session) {
        const list = new AttendanceList(this.admin, session);
        list.box.hidden = true;
        const shown = element("button", {
            type: "button", class: "plain", "aria-expanded": "false",
            "aria-label": word("attendance_show_name", { title: session.title }),
            onclick: () => this.admin.attempt(() => this.turn(list, shown)),
        }, icon("people"), word("attendance_show"));
        return element("div", { class: "papers stack" },
            element("div", { class: "actions" }, shown, element("button", {
                type: "button", class: "plain", "aria-label": word("print_sheets_name", { title: session.title }),
                onclick: () => this.admin.attempt(() => this.print(session)),
            }, icon("download"), word("print_sheets"))),
            list.box);
    }

    async turn(list, button) {
        if (list.box.hidden) await list.load();
        list.box.hidden = !list.box.hidden;
        button.setAttribute("aria-expanded", String(!list.box.hidden));
        fill(button, icon("people"), word(list.box.hidden ? "attendance_show" : "attendance_hide"));
    }

    async print(session) {
        location.assign((await call("POST", `/sessions/${session.id}/sheets`)).page);
    }

    button(session) {
        const isOpen = session.state === "open";
        const name = isOpen ? "close" : "open";
        return element("button", {
            type: "button", class: isOpen ? "danger" : session.state === "planned" ? "main" : "plain",
            "aria-label": word(`session_${name}_name`, { title: session.title }), "data-turn": name,
            onclick: () => this.ask(session, name),
        }, icon(isOpen ? "exit" : "entry"), word(session.state === "closed" ? "session_reopen" : `session_${name}`));
    }

    ask(session, name) {
        this.admin.question.ask({
            title: word(`session_${name}_title`),
            text: word(`session_${name}_text`, { title: session.title }),
            yes: word(`session_${name}`),
            onYes: () => this.admin.attempt(() => this.change(session, name)),
        });
    }

    async change(session, name) {
        const answer = await call("POST", `/sessions/${session.id}/${name}`);
        if (answer && answer.seal) this.seals.set(session.id, sealText(answer.seal));
        this.leave();
        this.event = await call("GET", `/events/${this.event.id}`);
        this.show();
        this.admin.say(word(name === "open" ? "session_opened" : "session_closed_done", { title: session.title }));
    }

    follow(session, counts) {
        if (session.state !== "open") return;
        const live = new Live({ counts: (now) => showCounts(counts, now) });
        live.follow(session.id);
        this.lives.set(session.id, live);
    }

    leave() {
        for (const live of this.lives.values()) live.follow(null);
        this.lives.clear();
    }
}

/** Before a session is opened only its list has a number: nobody is away from it. */
function isYetToCome(session) {
    const { present, late, excused } = session.counts;
    return session.state === "planned" && present + late + excused + cameIn(session.counts) === 0;
}

function sealText(seal) {
    return typeof seal === "string" ? seal : seal.hash || seal.head || JSON.stringify(seal);
}
