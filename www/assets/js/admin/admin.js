import { call } from "../api.js";
import { showClock } from "../clocknote.js";
import { byId, fill } from "../element.js";
import { Login } from "../login.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { BoxPlace } from "./box.js";
import { Conflicts } from "./conflicts.js";
import { Decision } from "./decision.js";
import { EventPlace } from "./event.js";
import { EventForm } from "./eventform.js";
import { EventList } from "./events.js";
import { Operators } from "./operators.js";
import { OutboxPlace } from "./outbox.js";
import { Picture } from "./picture.js";
import { ProvinceWindow } from "./province.js";
import { Question } from "./question.js";
import { Stations } from "./stations.js";
import { StationScans } from "./stationscans.js";

const places = {
    events: EventList, new: EventForm, event: EventPlace, stations: Stations, station: StationScans,
    operators: Operators, conflicts: Conflicts, outbox: OutboxPlace, box: BoxPlace,
};

/** The organiser's page: one place at a time, named by the part of the address after `#/`. */
export class Admin {
    constructor() {
        this.question = new Question();
        this.decision = new Decision();
        this.picture = new Picture();
        this.province = new ProvinceWindow(() => this.go());
        this.login = new Login(["organiser"], "login_admin_title", () => this.begin());
        window.addEventListener("hashchange", () => this.isIn && this.go());
    }

    start() {
        return this.login.startInTheEnd();
    }

    async begin() {
        this.isIn = true;
        byId("places").hidden = false;
        byId("place").hidden = false;
        this.go();
        try {
            showClock((await call("GET", "/health")).clock);
        } catch (problem) {
            // The place shown says what is wrong.
        }
    }

    /** Shows the place that the address names; an unknown one is the list of events. */
    async go() {
        const [name, id] = location.hash.replace(/^#\//, "").split("/");
        const known = name in places ? name : "events";
        this.mark(known);
        this.say("");
        if (this.place && this.place.leave) this.place.leave();
        this.place = new places[known](this, id);
        fill(byId("place"));
        await this.attempt(() => this.place.show(byId("place")));
    }

    mark(name) {
        const main = { new: "events", event: "events", station: "stations" }[name] || name;
        for (const link of document.querySelectorAll("[data-place]")) {
            if (link.dataset.place === main) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
    }

    /** Runs what talks to the box; a problem is worded on top of the page. Returns whether it went well. */
    async attempt(action) {
        try {
            await action();
            return true;
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401) this.end();
            else this.say(problem.text, "bad");
            return false;
        }
    }

    end() {
        this.isIn = false;
        if (this.place && this.place.leave) this.place.leave();
        fill(byId("place"));
        byId("places").hidden = true;
        this.login.ask();
    }

    say(text, tone = "good") {
        say(byId("message"), text, tone);
        if (text) byId("message").scrollIntoView({ block: "nearest" });
    }
}
