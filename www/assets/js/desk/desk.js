import { CameraPanel } from "../camera/panel.js";
import { looksLikeCitizenCard } from "../code.js";
import { Debounce } from "../debounce.js";
import { byId } from "../element.js";
import { showKeyboard } from "../keyboardnote.js";
import { Live } from "../live.js";
import { say } from "../note.js";
import { play } from "../sound.js";
import { word } from "../words.js";
import { Asking } from "./asking.js";
import { Away } from "./away/away.js";
import { onlyTab } from "./away/onlytab.js";
import { CardPanel } from "./card.js";
import { CheckIn } from "./checkin.js";
import { ClosedNote } from "./closednote.js";
import { ConnectionNote } from "./connectionnote.js";
import { DueSessions } from "./due.js";
import { EarlyArrivals } from "./early.js";
import { Party } from "./party.js";
import { Post } from "./post.js";
import { ReasonDialog } from "./reason.js";
import { RecentScans } from "./recent.js";
import { PeopleSearch } from "./search.js";
import { SentReport } from "./sentreport.js";
import { SessionChoice } from "./sessions.js";
import { TakingBack } from "./takingback.js";
import { Verdict } from "./verdict.js";
import { WalkInForm } from "./walkin.js";
import { Watch } from "./watch.js";

/** The operator's page: the parts of it, and which of them gets what a scanner or the camera has read. */
export class Desk {
    constructor() {
        this.away = new Away();
        this.post = new Post(this.away, new ConnectionNote());
        this.report = new SentReport();
        this.debounce = new Debounce();
        this.verdict = new Verdict();
        this.reason = new ReasonDialog();
        this.checkIn = new CheckIn(this);
        this.takingBack = new TakingBack(this);
        this.recent = new RecentScans((scan) => this.takingBack.ask(scan));
        this.live = new Live({
            counts: (counts) => this.sessions.count(counts),
            scan: (scan) => this.recent.add(scan),
            annul: (annulled) => this.recent.annulled(annulled.scan),
        });
        this.sessions = new SessionChoice((session) => this.attend(session), () => this.isUnfinished);
        this.closedNote = new ClosedNote((id) => this.sessions.choose(id));
        this.search = this.makeSearch();
        this.walkIn = new WalkInForm(
            (session, person, key) => this.post.register(session, person, key, this.asking.direction),
            (session, sent, person) => this.checkIn.registered(session, sent, person));
        this.card = new CardPanel(this);
        this.watch = new Watch(this);
        this.due = new DueSessions(() => this.watch.refresh());
        this.early = new EarlyArrivals((people) => this.verdict.show(people));
        this.party = new Party(this);
        this.asking = new Asking(this);
        this.camera = new CameraPanel((text) => this.scanned(text));
    }

    makeSearch() {
        return new PeopleSearch({
            checkIn: (person) => this.checkIn.redeem({ participant_id: person.id, method: "name" }, person.name),
            annul: (person) => this.takingBack.ask(Object.assign(
                { id: person.attendance.scan, name: person.name, key: person.id }, person.attendance.kept)),
        }, () => this.asking.direction, {
            isLost: () => this.post.isLost && this.post.isKept,
            search: (session, query) => this.away.search(session, query),
        });
    }

    async start() {
        await onlyTab(() => {
            byId("loading").textContent = word("desk_other_tab");
        });
        await this.away.open();
        await this.watch.identify();
    }

    get session() {
        return this.sessions.current;
    }

    /** Whether a dialog is open, or a refusal waits for what the operator says to it. */
    get isUnfinished() {
        return this.verdict.isQuestion || Boolean(document.querySelector("dialog[open]"));
    }

    attend(session) {
        byId("work").hidden = !session;
        byId("gate").hidden = Boolean(session);
        byId("no-session").hidden = Boolean(session) || this.sessions.isAsking;
        byId("choose-session").hidden = !this.sessions.isAsking;
        const id = session && session.id;
        if (id !== this.attended) {
            this.attended = id;
            this.verdict.rest();
            this.debounce.clear();
            this.recent.clear();
            this.search.clear();
            this.party.clear();
            this.early.find(id);
            this.listWaiting(id);
            if (session) byId("query").focus();
        }
        this.tellClosed();
        this.live.follow(id);
    }

    /** Says which session has closed, and where the operator may go on. */
    tellClosed() {
        const { isClosed, isAsking, current, closed, all } = this.sessions;
        if (isClosed || isAsking) this.closedNote.show(isClosed ? current : closed, all);
        else this.closedNote.hide();
    }

    /** After a restart of the phone: what waits is in the list, and can be taken back. */
    async listWaiting(id) {
        const scans = id ? await this.away.waiting(id) : [];
        if (id === this.attended) for (const scan of scans) this.recent.add(scan);
    }

    /** A burst of the scanner; an open dialog is somebody's unfinished work, but a card fills it better than hands do. */
    scanned(text, isRepaired = false) {
        showKeyboard(isRepaired);
        if (this.sessions.isAsking) return play("caution");
        if (!this.session) return;
        const window = this.windowBefore(text);
        if (window) return passOver(window);
        const { direction } = this.asking;
        if (this.debounce.repeats(text, direction)) return;
        this.read(text).then((isTaken) => isTaken || this.debounce.release(text, direction));
    }

    /** The open dialog that has to be done with before this can be checked in; null without one. */
    windowBefore(text) {
        const open = document.querySelector("dialog[open]");
        const isFilledByCard = this.walkIn.dialog.isOpen || this.card.dialog.isOpen;
        return isFilledByCard && looksLikeCitizenCard(text) ? null : open;
    }

    /** Resolves with whether it was taken, when that has been told. */
    read(text) {
        if (looksLikeCitizenCard(text)) {
            this.walkIn.dialog.close();
            this.asking.clear();
            return this.card.take(this.session, text);
        }
        return this.checkIn.redeem({ code: text, method: "badge" });
    }
}

/** Says in the dialog that is open that the card has not been checked in: nobody may go in by a beep alone. */
function passOver(window) {
    say(window.querySelector("[role=alert]"), word("desk_passed_over"));
    play("caution");
}
