import { call, trust } from "../api.js";
import { showClock } from "../clocknote.js";
import { cameText, showCounts } from "../countlist.js";
import { byId } from "../element.js";
import { Live } from "../live.js";
import { clockText, spanText } from "../time.js";
import { word } from "../words.js";
import { VenueCode } from "./venuecode.js";

const heartbeat = 5000;

/** The screen in the room: what is on, how many came, and the code that phones scan to come in. */
export class RoomScreen {
    constructor(event) {
        this.event = event;
        this.code = new VenueCode(event);
        this.live = new Live({ counts: (counts) => this.count(counts) });
    }

    async start() {
        await this.refresh();
        setInterval(() => this.refresh(), heartbeat);
    }

    async refresh() {
        try {
            const door = await this.door();
            byId("lost-note").hidden = true;
            showClock(door.clock);
            const [session] = door.sessions.filter((open) => open.event.id === this.event);
            this.show(session, door.next);
        } catch (problem) {
            if (problem.status === 401 || problem.status === 403) this.refuse();
            else byId("lost-note").hidden = false;
        }
    }

    async door() {
        if (!this.isKnown) trust((await call("GET", "/me")).csrf);
        const door = await call("GET", "/kiosk");
        this.isKnown = true;
        return door;
    }

    show(session, next) {
        byId("session").textContent = session ? `${session.title} · ${spanText(session)}` : "";
        byId("counting").hidden = !session;
        if (session) this.count(session.counts);
        this.rest(session ? "" : this.nextText(next));
        this.live.follow(session ? session.id : null);
        this.code.show(Boolean(session));
    }

    nextText(next) {
        return next && next.event.id === this.event
            ? word("kiosk_next", { title: next.title, time: clockText(next.starts_at) })
            : word("kiosk_none_open");
    }

    count(counts) {
        const [number, text] = cameText(counts);
        byId("came").textContent = String(number);
        byId("came-text").textContent = text;
        showCounts(byId("counts"), counts);
    }

    /** This screen was never enrolled, or it is no more. */
    refuse() {
        this.isKnown = false;
        this.show(null, null);
        this.rest(`${word("display_not_here")}. ${word("kiosk_not_here_text")}`);
    }

    rest(text) {
        byId("rest").textContent = text;
        byId("rest").hidden = !text;
    }
}
