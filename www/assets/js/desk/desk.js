import { call } from "../api.js";
import { CameraPanel } from "../camera/panel.js";
import { showClock } from "../clocknote.js";
import { looksLikeCitizenCard } from "../code.js";
import { Debounce } from "../debounce.js";
import { byId } from "../element.js";
import { showKeyboard } from "../keyboardnote.js";
import { Live } from "../live.js";
import { Login } from "../login.js";
import { Problem } from "../problem.js";
import { Scanner } from "../scanner.js";
import { word } from "../words.js";
import { Asking } from "./asking.js";
import { Away } from "./away/away.js";
import { CardPanel } from "./card.js";
import { ConnectionNote } from "./connectionnote.js";
import { DueSessions } from "./due.js";
import { EarlyArrivals } from "./early.js";
import { keptWords } from "./keptwords.js";
import { Party } from "./party.js";
import { Post } from "./post.js";
import { ReasonDialog } from "./reason.js";
import { RecentScans } from "./recent.js";
import { PeopleSearch } from "./search.js";
import { SentReport } from "./sentreport.js";
import { SessionChoice } from "./sessions.js";
import { StationState } from "./stationstate.js";
import { Verdict, button } from "./verdict.js";
import { WalkInForm } from "./walkin.js";
import { problemWords, staffWords } from "./wording.js";

const heartbeat = 5000;
/** How long the box has for the heartbeat's answer. */
const patience = 3000;
/** How often the desk asks whether there are new people. */
const peopleBeat = 60000;
const forcible = ["already_redeemed", "session_not_open", "session_closed", "revoked", "blocked"];

/** The operator's page: what comes in by scanner, code or name goes out as a verdict. */
export class Desk {
    constructor() {
        this.login = new Login(["desk", "organiser"], "login_desk_title",
            (me, isNew) => this.begin(me, isNew), () => this.away.forget());
        this.away = new Away();
        this.post = new Post(this.away, new ConnectionNote());
        this.report = new SentReport();
        this.state = new StationState();
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
        }, () => this.asking.direction, {
            isLost: () => this.post.isLost && this.post.isKept, search: (query) => this.away.search(query),
        });
        this.walkIn = new WalkInForm(
            (session, person, key) => this.post.register(session, person, key, this.asking.direction),
            (sent, person) => this.registered(sent, person));
        this.card = new CardPanel(this);
        this.due = new DueSessions(() => this.refresh());
        this.early = new EarlyArrivals((people) => this.verdict.show(people));
        this.party = new Party(this);
        this.asking = new Asking(this);
        this.camera = new CameraPanel((text) => this.scanned(text));
    }

    async start() {
        await this.away.open();
        await this.identify();
    }

    /** Asks the box who we are; without the box the desk goes on with what it has taken along. */
    async identify() {
        try {
            await this.login.start();
            if (this.login.isAsking) this.rest();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (await this.away.resume()) return this.resume();
            byId("loading").textContent = problem.text;
            setTimeout(() => this.identify(), heartbeat);
        }
    }

    /** Works on without the box, as before the page was closed. */
    resume() {
        const { roster, session } = this.away.duty;
        this.login.pass({ operator: roster.operatorName, isResumed: true }, false);
        this.sessions.take([session]);
        this.post.lost();
    }

    /** @param isNew whether somebody has just typed the PIN: what the one before took along is forgotten */
    async begin(me, isNew) {
        [this.operator, this.station, this.isResumed, this.takenAt] = [me.operator, me.station, Boolean(me.isResumed), 0];
        if (isNew) await this.away.forget();
        byId("operator").hidden = false;
        byId("operator").textContent = word("signed_in", { name: me.operator || word("organiser") });
        if (me.direction) this.asking.direction = me.direction;
        if (!this.scanner) this.scanner = new Scanner((text, isRepaired) => this.scanned(text, isRepaired));
        this.camera.offer();
        this.refresh();
        clearInterval(this.beat);
        this.beat = setInterval(() => this.refresh(), heartbeat);
    }

    /** Asks which sessions are open; the beat also finds that the box is away, or that the login has ended. */
    async refresh() {
        try {
            // The page does not know yet whether it may still send: the box has not said who we are.
            if (this.isResumed) return await this.comeBack();
            const door = await call("GET", "/kiosk", undefined, {}, patience);
            showClock(door.clock);
            await this.away.check(door.sessions);
            this.sessions.take(door.sessions);
            this.due.take(door.due);
            await this.takeAlong();
            await this.post.found((items) => this.sent(items));
            if (this.station) await this.state.tell(this.post.unsent);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401 || problem.status === 403) return this.stop();
            await this.away.check();
            this.post.lost();
        }
    }

    async comeBack() {
        await this.login.start();
        if (this.login.isAsking) this.rest();
    }

    /** Takes the people of the session along, and asks now and then whether there are new ones. */
    async takeAlong() {
        const isDue = this.session && (this.takenFor !== this.session.id || Date.now() - this.takenAt >= peopleBeat);
        if (!isDue) return;
        [this.takenFor, this.takenAt] = [this.session.id, Date.now()];
        await this.away.take(this.session, this.operator);
        await this.report.load();
    }

    /** What the box says of scans that were kept here. */
    sent(items) {
        for (const item of items) this.recent.settle(item);
        this.report.add(items);
    }

    stop() {
        this.rest();
        this.login.ask();
    }

    /** Shows nobody's names until somebody signs in. */
    rest() {
        clearInterval(this.beat);
        this.camera.withdraw();
        this.live.follow(null);
        this.due.take([]);
        byId("work").hidden = true;
        byId("gate").hidden = false;
        byId("no-session").hidden = true;
        byId("held-note").hidden = this.away.unsent === 0;
        byId("held-text").textContent = word("desk_held", { number: this.away.unsent });
        this.post.show();
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
            this.party.clear();
            this.early.find(id);
            if (session) byId("query").focus();
        }
        this.live.follow(id);
    }

    get session() {
        return this.sessions.current;
    }

    /** A burst of the scanner; an open dialog is somebody's unfinished work, but a card fills it better than hands do. */
    scanned(text, isRepaired = false) {
        showKeyboard(isRepaired);
        if (!this.session || this.reason.dialog.isOpen || this.early.dialog.isOpen) return;
        if (this.debounce.repeats(text)) return;
        if (looksLikeCitizenCard(text)) {
            this.walkIn.dialog.close();
            this.asking.clear();
            this.card.take(this.session, text);
        } else if (!this.walkIn.dialog.isOpen && !this.card.dialog.isOpen) {
            this.redeem({ code: text, method: "badge" });
        }
    }

    /** @param notes sentences that the operator should read beside the verdict */
    async redeem(attempt, name = "", notes = []) {
        const direction = this.asking.direction;
        this.search.clear();
        this.party.clear();
        this.asking.clear();
        this.verdict.sending();
        const body = Object.assign({ direction }, attempt);
        try {
            await this.deliver(body, name, notes);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            this.failed(problem);
        }
    }

    async deliver(attempt, name, notes = []) {
        const { answer, kept } = await this.post.send(this.session, attempt);
        if (kept) return this.kept(kept, name);
        this.answered(answer, attempt, name, notes);
        return this.away.learn(answer, attempt.direction);
    }

    registered({ answer, kept }, person) {
        if (kept) this.kept(kept, person.name);
        else this.redeem({ participant_id: answer.id, method: "walk_in" }, answer.name);
    }

    /** The scan is on this device: whoever stands here may go on. */
    kept(kept, name) {
        const who = kept.person ? kept.person.name : name;
        this.recent.add({
            id: kept.id, occurred_at: kept.at, result: "kept", direction: kept.direction, name: who, isOwn: true,
        });
        this.verdict.show(keptWords(kept, who), who);
    }

    /** Has the refusal of a card recorded whose words are known already; nothing of its line is sent. */
    async record() {
        const attempt = { code: "|", direction: this.asking.direction, method: "card" };
        try {
            const { answer } = await this.post.send(this.session, attempt);
            if (answer) this.list(answer, attempt, "");
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
        }
    }

    answered(answer, attempt, name, notes = []) {
        const person = answer.participant ? answer.participant.name : name;
        this.list(answer, attempt, person);
        if (answer.repaired) showKeyboard(true);
        this.verdict.show(staffWords(answer, attempt, notes), person, ...this.ways(answer, attempt, person));
        if (answer.participant) this.party.find(answer.participant, attempt.direction);
    }

    /** Keeps the answer among the last scans. */
    list(answer, attempt, person) {
        this.recent.add({
            id: answer.scan.id, occurred_at: answer.scan.occurred_at, result: answer.result, reason: answer.reason,
            direction: attempt.direction, name: person, is_forced: attempt.force, isOwn: true,
        });
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
        if (problem.status === 401) this.stop();
        else this.verdict.show(problemWords(problem));
    }

    force(attempt, name) {
        this.reason.ask({
            title: word("desk_force_title"), who: name, usual: word("desk_reason_force"),
            onReason: async (reason) => {
                await this.deliver(Object.assign({}, attempt, { force: true, reason }), name);
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
