import { answerWords, failure } from "../answer.js";
import { call, trust } from "../api.js";
import { CameraPanel } from "../camera/panel.js";
import { showClock } from "../clocknote.js";
import { looksLikeCitizenCard } from "../code.js";
import { Debounce } from "../debounce.js";
import { byId } from "../element.js";
import { showKeyboard } from "../keyboardnote.js";
import { Live } from "../live.js";
import { redeem } from "../redeem.js";
import { Scanner } from "../scanner.js";
import { word } from "../words.js";
import { AnswerBanner } from "./banner.js";
import { Keypad } from "./keypad.js";
import { Opening } from "./opening.js";
import { OpenSessions } from "./sessions.js";

const heartbeat = 5000;
const patience = 12000;
const waitingShownAfter = 700;

/** The unattended screen: a code in, an answer out, and back to the start by itself. */
export class KioskScreen {
    constructor() {
        this.banner = new AnswerBanner();
        this.debounce = new Debounce();
        this.attempts = 0;
        this.keypad = new Keypad((code) => this.take(code, "code"));
        this.live = new Live({ counts: (counts) => this.sessions.count(counts) });
        this.sessions = new OpenSessions((session, isMoved) => {
            this.live.follow(session);
            if (session !== this.attended) this.debounce.clear();
            this.attended = session;
            if (isMoved) this.tellMoved();
            this.opening.offer(this.sessions.due);
        });
        this.opening = new Opening((view) => {
            this.banner.show(view);
            this.refresh();
        });
        this.camera = new CameraPanel((text) => this.take(text, "badge"), { isUnattended: true });
        const scanned = (text, isRepaired) => {
            showKeyboard(isRepaired);
            this.take(text, "badge");
        };
        this.scanner = new Scanner(
            scanned, (typed) => this.opening.dialog.isOpen || this.keypad.type(typed), scanned);
    }

    async start() {
        await this.refresh();
        setInterval(() => this.refresh(), heartbeat);
    }

    /** Asks what is open: the beat that also finds a box that was away. */
    async refresh() {
        try {
            this.sessions.take(await this.door());
            byId("lost-note").hidden = true;
        } catch (problem) {
            if (problem.status === 401 || problem.status === 403) this.refuse();
            else byId("lost-note").hidden = false;
        }
    }

    async door() {
        if (!this.isKnown) {
            const me = await call("GET", "/me");
            trust(me.csrf);
            this.turn(me.direction || new URLSearchParams(location.search).get("direction"));
            this.isKnown = true;
            this.camera.offer();
        }
        const door = await call("GET", "/kiosk");
        showClock(door.clock);
        return door;
    }

    /** Which way people go here: as the organiser said of the device, or the address of the kiosk's own screen. */
    turn(direction) {
        const isExit = direction === "exit";
        this.sessions.direction = isExit ? "exit" : "entry";
        byId("exit-sign").hidden = !isExit;
        byId("submit").textContent = word(isExit ? "kiosk_exit_submit" : "kiosk_submit");
    }

    /** This screen is neither on the kiosk's own address nor enrolled. */
    refuse() {
        this.isKnown = false;
        this.camera.withdraw();
        this.sessions.take({ sessions: [] });
        byId("prompt-title").textContent = word("kiosk_not_here");
        byId("prompt-hint").textContent = word("kiosk_not_here_text");
    }

    /** The session attended here has closed, and only one other is open: nobody should find out by a wrong count. */
    tellMoved() {
        const { title } = this.sessions;
        this.banner.show({ tone: "caution", icon: "info-circle", title: word("kiosk_moved"), detail: title });
    }

    /**
     * One code: asked once, shown once; a newer one takes the screen from an older. It also ends a dialog in which
     * nobody types; beside half a PIN it is answered there.
     */
    async take(text, method) {
        const { direction } = this.sessions;
        if (this.debounce.repeats(text, direction)) return;
        if (!this.opening.isTyped) this.opening.dialog.close();
        const attempt = ++this.attempts;
        const waiting = setTimeout(() => {
            if (attempt === this.attempts && !this.opening.dialog.isOpen) this.banner.wait(word("answer_waiting"));
        }, waitingShownAfter);
        const answer = await this.ask(text, method);
        clearTimeout(waiting);
        if (answer.view.tone !== "good") this.debounce.release(text, direction);
        if (attempt === this.attempts) this.show(answer);
    }

    show({ view, name }) {
        if (this.opening.dialog.isOpen) this.opening.tell(view);
        else this.banner.show(view, name);
    }

    async ask(text, method) {
        const session = this.sessions.chosen;
        if (looksLikeCitizenCard(text)) return { view: failure("citizen_card", "caution") };
        if (this.sessions.isAsking) return { view: question() };
        if (!session) return { view: failure("session_not_open", "caution") };
        try {
            const direction = this.sessions.direction;
            const answer = await redeem(session, { code: text, method, direction }, { limit: patience });
            if (answer.repaired) showKeyboard(true);
            return { view: answerWords(answer, direction), name: answer.participant && answer.participant.name };
        } catch (problem) {
            return { view: problem.status === 400 || problem.status === 422 ? failure("unreadable") : failure("lost") };
        }
    }
}

/** What a guest is told whose session nobody has chosen yet. */
function question() {
    return { tone: "caution", icon: "info-circle", title: word("kiosk_choose"), detail: word("kiosk_choose_hint") };
}
