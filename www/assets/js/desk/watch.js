import { call } from "../api.js";
import { showClock } from "../clocknote.js";
import { byId } from "../element.js";
import { Login } from "../login.js";
import { Problem } from "../problem.js";
import { Scanner } from "../scanner.js";
import { word } from "../words.js";
import { StationState } from "./stationstate.js";

const heartbeat = 5000;
/** How long the box has for the heartbeat's answer. */
const patience = 3000;
/** How often the desk asks whether there are new people. */
const peopleBeat = 60000;

/** Somebody's watch at the desk: from signing in to signing out, with the box or without it. */
export class Watch {
    constructor(desk) {
        this.desk = desk;
        this.state = new StationState();
        this.login = new Login(["desk", "organiser"], "login_desk_title",
            (me, isNew) => this.begin(me, isNew), () => desk.away.close());
    }

    /** Asks the box who we are; without the box the desk goes on with what it has taken along. */
    async identify() {
        try {
            await this.login.start();
            if (this.login.isAsking) this.rest();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (await this.desk.away.resume()) return this.resume();
            byId("loading").textContent = problem.text;
            setTimeout(() => this.identify(), heartbeat);
        }
    }

    /** Works on without the box, as before the page was closed. */
    resume() {
        const { roster, session } = this.desk.away.duty;
        this.login.pass({ operator: roster.operatorName, isResumed: true }, false);
        this.desk.sessions.take([session]);
        this.desk.post.lost();
    }

    /** @param isNew whether somebody has just typed the PIN: what the one before took along is forgotten */
    async begin(me, isNew) {
        const { desk } = this;
        [this.operator, this.station, this.isResumed, this.takenAt] = [me.operator, me.station, Boolean(me.isResumed), 0];
        if (isNew) await desk.away.forget();
        byId("operator").hidden = false;
        byId("operator").textContent = word("signed_in", { name: me.operator || word("organiser") });
        if (me.direction) desk.asking.direction = me.direction;
        if (!this.scanner) this.scanner = new Scanner((text, isRepaired) => desk.scanned(text, isRepaired));
        desk.camera.offer();
        this.refresh();
        clearInterval(this.beat);
        this.beat = setInterval(() => this.refresh(), heartbeat);
    }

    /** Asks which sessions are open; the beat also finds that the box is away, or that the login has ended. */
    async refresh() {
        const { away, sessions, due, post } = this.desk;
        try {
            // The page does not know yet whether it may still send: the box has not said who we are.
            if (this.isResumed) return await this.comeBack();
            const door = await call("GET", "/kiosk", undefined, {}, patience);
            showClock(door.clock);
            await away.check(door.sessions);
            sessions.take(door.sessions);
            due.take(door.due, door.sessions.length > 0 && door.clock.state !== "confirmed");
            await this.takeAlong();
            await post.found((items) => this.sent(items));
            if (this.station) await this.state.tell(post.unsent);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401 || problem.status === 403) return this.stop();
            await away.check();
            // What only the box can open must not push the verdict off a phone's screen meanwhile.
            due.take([]);
            post.lost();
        }
    }

    async comeBack() {
        await this.login.start();
        if (this.login.isAsking) this.rest();
    }

    /** Takes the people of the session along, and asks now and then whether there are new ones. */
    async takeAlong() {
        const { session: current, sessions, away, report } = this.desk;
        const session = sessions.isClosed ? null : current;
        const id = session && session.id;
        if (this.takenFor === id && Date.now() - this.takenAt < peopleBeat) return;
        [this.takenFor, this.takenAt] = [id, Date.now()];
        if (session) await away.take(session, this.operator);
        // What the last session has left to be looked at is there when none is open, too.
        await report.load();
    }

    /** What the box says of scans that were kept here. */
    sent(items) {
        const { recent, report } = this.desk;
        for (const item of items) recent.settle(item);
        // Nobody waits for the code of a walk-in that was taken back.
        report.add(items.map((item) => (recent.isTakenBack(item.scan) ? Object.assign({}, item, { slip: 0 }) : item)));
    }

    stop() {
        this.rest();
        this.login.ask();
    }

    /** Shows nobody's names until somebody signs in. */
    rest() {
        const { desk } = this;
        clearInterval(this.beat);
        desk.camera.withdraw();
        desk.live.follow(null);
        desk.due.take([]);
        byId("work").hidden = byId("review").hidden = true;
        byId("gate").hidden = false;
        byId("no-session").hidden = byId("choose-session").hidden = true;
        desk.closedNote.hide();
        byId("held-note").hidden = desk.away.unsent === 0;
        byId("held-text").textContent = word("desk_held", { number: desk.away.unsent });
        desk.post.show();
    }
}
