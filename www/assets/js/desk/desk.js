import { answerWords, failure, forStaff } from "../answer.js";
import { call } from "../api.js";
import { CameraPanel } from "../camera/panel.js";
import { showClock } from "../clocknote.js";
import { looksLikeCitizenCard } from "../code.js";
import { Debounce } from "../debounce.js";
import { byId, element, icon } from "../element.js";
import { Live } from "../live.js";
import { Login } from "../login.js";
import { Problem } from "../problem.js";
import { Scanner } from "../scanner.js";
import { word } from "../words.js";
import { Asking } from "./asking.js";
import { SendQueue } from "./queue.js";
import { ReasonDialog } from "./reason.js";
import { RecentScans } from "./recent.js";
import { PeopleSearch } from "./search.js";
import { SessionChoice } from "./sessions.js";
import { Verdict } from "./verdict.js";
import { WalkInForm } from "./walkin.js";

const heartbeat = 5000;
const forcible = ["already_redeemed", "session_not_open", "session_closed", "revoked", "blocked"];

/** The operator's page: what comes in by scanner, code or name goes out as a verdict. */
export class Desk {
    constructor() {
        this.login = new Login(["desk", "organiser"], "login_desk_title", (me) => this.begin(me));
        this.queue = new SendQueue();
        this.debounce = new Debounce();
        this.verdict = new Verdict();
        this.reason = new ReasonDialog();
        this.recent = new RecentScans((scan) => this.annul(scan));
        this.live = new Live({
            counts: (counts) => this.sessions.count(counts),
            scan: (scan) => this.recent.add(scan),
            annul: (annulled) => this.recent.annulled(annulled.scan),
        });
        this.sessions = new SessionChoice((session) => this.attend(session));
        this.search = new PeopleSearch({
            checkIn: (person) => this.redeem({ participant_id: person.id, method: "name" }, person.name),
            annul: (person) => this.annul({ id: person.attendance.scan, name: person.name }),
        }, () => this.asking.direction);
        this.walkIn = new WalkInForm(
            (person) => this.redeem({ participant_id: person.id, method: "walk_in" }, person.name));
        this.asking = new Asking(this);
        this.camera = new CameraPanel((text) => this.scanned(text));
    }

    async start() {
        try {
            await this.login.start();
        } catch (problem) {
            byId("loading").textContent = problem.text;
            setTimeout(() => this.start(), heartbeat);
        }
    }

    begin(me) {
        byId("operator").hidden = false;
        byId("operator").textContent = word("signed_in", { name: me.operator || word("organiser") });
        if (!this.scanner) this.scanner = new Scanner((text) => this.scanned(text));
        this.camera.offer();
        this.refresh();
        clearInterval(this.beat);
        this.beat = setInterval(() => this.refresh(), heartbeat);
    }

    /** Asks which sessions are open; the beat also finds that the box is away, or that the login has ended. */
    async refresh() {
        try {
            const door = await call("GET", "/kiosk");
            showClock(door.clock);
            this.sessions.take(door.sessions);
            if (this.queue.waiting === 0) this.queue.mark(false);
        } catch (problem) {
            if (problem.status === 401 || problem.status === 403) this.stop();
            else this.queue.mark(true);
        }
    }

    stop() {
        clearInterval(this.beat);
        this.camera.withdraw();
        this.live.follow(null);
        byId("work").hidden = true;
        byId("gate").hidden = false;
        byId("no-session").hidden = true;
        this.login.ask();
    }

    attend(session) {
        byId("work").hidden = !session;
        byId("gate").hidden = Boolean(session);
        byId("no-session").hidden = Boolean(session);
        const id = session && session.id;
        if (id !== this.attended) {
            this.attended = id;
            this.recent.clear();
            this.search.clear();
            if (session) byId("query").focus();
        }
        this.live.follow(id);
    }

    get session() {
        return this.sessions.current;
    }

    /** A burst of the scanner; an open dialog is somebody's unfinished work and swallows it. */
    scanned(text) {
        if (!this.session || this.walkIn.dialog.isOpen || this.reason.dialog.isOpen) return;
        if (this.debounce.repeats(text)) return;
        if (looksLikeCitizenCard(text)) {
            this.verdict.show(forStaff(failure("citizen_card", "caution"), "citizen_card"));
        } else {
            this.redeem({ code: text, method: "badge" });
        }
    }

    async redeem(attempt, name = "") {
        const direction = this.asking.direction;
        this.search.clear();
        this.asking.clear();
        this.verdict.sending();
        const body = Object.assign({ direction }, attempt);
        try {
            this.answered(await this.queue.send(this.session.id, body), body, name);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            this.failed(problem);
        }
    }

    answered(answer, attempt, name) {
        const person = answer.participant ? answer.participant.name : name;
        this.recent.add({
            id: answer.scan.id, occurred_at: answer.scan.occurred_at, result: answer.result, reason: answer.reason,
            direction: attempt.direction, name: person, is_forced: attempt.force, isOwn: true,
        });
        const view = forStaff(answerWords(answer, attempt.direction), answer.reason);
        this.verdict.show(view, person, ...this.ways(answer, attempt, person));
    }

    /** What the operator may do about an answer. */
    ways(answer, attempt, name) {
        if (answer.result === "accepted") {
            return [button("undo", "desk_annul", () => this.annul({ id: answer.scan.id, name }))];
        }
        if (forcible.includes(answer.reason)) return [button("hand", "desk_force", () => this.force(attempt, name))];
        if (answer.reason === "not_enrolled") return [button("plus", "desk_walk_in", () => this.asking.openWalkIn())];
        return [];
    }

    failed(problem) {
        if (problem.status === 401) return this.stop();
        if (problem.status === 422 || problem.status === 400) {
            return this.verdict.show(forStaff(failure("unreadable"), "unreadable"));
        }
        return this.verdict.show(Object.assign(failure("lost"), { detail: problem.text }));
    }

    force(attempt, name) {
        this.reason.ask({
            title: word("desk_force_title"), who: name, usual: word("desk_reason_force"),
            onReason: async (reason) => {
                const body = Object.assign({}, attempt, { force: true, reason });
                this.answered(await this.queue.send(this.session.id, body), body, name);
            },
        });
    }

    annul(scan) {
        this.reason.ask({
            title: word("desk_annul_title"), who: scan.name || "", usual: word("desk_reason_mistake"),
            onReason: async (reason) => {
                await call("POST", `/scans/${scan.id}/annul`, { reason });
                this.recent.annulled(scan.id);
                this.search.clear();
                const view = { tone: "caution", icon: "undo", title: word("desk_annul_done"), detail: "" };
                this.verdict.show(view, scan.name);
            },
        });
    }

    undo() {
        if (this.recent.last) this.annul(this.recent.last);
    }
}

function button(picture, key, onclick) {
    return element("button", { type: "button", class: "plain", onclick }, icon(picture), word(key));
}
