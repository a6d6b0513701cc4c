import { call } from "../api.js";
import { whileBusy } from "../busy.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { clockText, dateText } from "../time.js";
import { word } from "../words.js";
import { showLink } from "./stationlink.js";

const tones = { waiting: "caution", enrolled: "good", revoked: "bad" };
const again = 15000;

/** The devices that may take attendance: how they are, their links, and the end of them. */
export class Stations {
    constructor(admin) {
        this.admin = admin;
        this.list = element("div", {});
    }

    async show(place) {
        this.form = form((event) => {
            event.preventDefault();
            whileBusy(this.form, () => this.admin.attempt(() => this.add()));
        });
        fill(place, element("h1", {}, word("admin_stations")), element("p", {}, word("stations_text")),
            element("section", { class: "sheet" }, element("h2", {}, word("stations_add")), this.form), this.list);
        await this.load();
        this.timer = setInterval(() => this.look(), again);
    }

    leave() {
        clearInterval(this.timer);
    }

    /** Looks again, unless somebody is on a button of the list. */
    look() {
        if (!this.list.contains(document.activeElement)) this.admin.attempt(() => this.load());
    }

    async load() {
        const stations = (await call("GET", "/stations")).items;
        const columns = ["stations_name", "stations_role", "box_health", "stations_queue", "stations_actions"]
            .map((key) => ({ title: word(key) }));
        fill(this.list, stations.length === 0
            ? element("p", { class: "quiet" }, word("stations_none"))
            : table(word("admin_stations"), columns, stations.map((station) => this.row(station))));
    }

    row(station) {
        return [
            element("strong", {}, station.name), role(station), state(station), condition(station),
            element("div", { class: "actions" },
                station.state !== "revoked" && this.button(station, "renew", "plain", () => this.renew(station)),
                station.state !== "waiting" && element("a", {
                    class: "button plain", href: `#/station/${encodeURIComponent(station.name)}`,
                    "aria-label": word("stations_scans_name", { name: station.name }),
                }, word("stations_scans")),
                station.state !== "revoked" && this.button(station, "revoke", "danger", () => this.ask(station))),
        ];
    }

    button(station, name, kind, onclick) {
        return element("button", {
            type: "button", class: kind, onclick, "aria-label": word(`stations_${name}_name`, { name: station.name }),
        }, word(`stations_${name}`));
    }

    async add() {
        const fields = this.form.elements;
        const device = { name: fields.name.value.trim(), role: fields.role.value };
        if (fields.direction.value) device.direction = fields.direction.value;
        const link = await call("POST", "/stations", device);
        this.form.reset();
        showLink(this.admin.picture, link);
        await this.load();
    }

    renew(station) {
        this.admin.attempt(async () => {
            showLink(this.admin.picture, await call("POST", `/stations/${encodeURIComponent(station.name)}/link`));
        });
    }

    ask(station) {
        this.admin.question.ask({
            title: word("stations_revoke_title"),
            text: word("stations_revoke_text", { name: station.name }),
            yes: word("stations_revoke"),
            onYes: () => this.admin.attempt(() => this.revoke(station)),
        });
    }

    async revoke(station) {
        const address = encodeURIComponent(station.name);
        const answer = await call("DELETE", `/stations/${address}`);
        if (answer.scans.length > 0) location.hash = `#/station/${address}`;
        else await this.load();
    }
}

function state(station) {
    const seen = station.last_seen && word("stations_seen", {
        time: `${clockText(station.last_seen)} ${dateText(station.last_seen)}`,
    });
    return element("span", {},
        element("span", { class: `badge ${tones[station.state]}` }, word(`station_${station.state}`)),
        seen && element("span", { class: "quiet" }, ` ${seen}`));
}

/** What the device said of itself; nothing where it has said nothing. */
function condition(station) {
    return element("span", {},
        station.unsent !== undefined && element("span", { class: `badge ${station.unsent > 0 ? "caution" : "good"}` },
            icon(station.unsent > 0 ? "upload" : "check"),
            station.unsent > 0 ? word("stations_unsent", { number: station.unsent }) : word("stations_all_sent")),
        station.battery !== undefined && element("span", { class: station.battery < 20 ? "badge bad" : "quiet" },
            ` ${word("stations_battery", { number: station.battery })}`));
}

/** What the device is for, and the way people go there if it is one. */
function role(station) {
    return element("span", {}, word(`role_${station.role}`), " ", station.direction && element(
        "span", { class: "badge" }, icon(station.direction), word(`stations_direction_${station.direction}`)));
}

function form(onsubmit) {
    const option = (role) => element("option", { value: role }, word(`role_${role}`));
    const way = (direction) => element("option", { value: direction },
        word(`stations_direction_${direction || "both"}`));
    return element("form", { class: "form", autocomplete: "off", onsubmit },
        element("div", { class: "row" },
            element("div", { class: "field" },
                element("label", { for: "station-name" }, word("stations_name")),
                element("input", {
                    id: "station-name", name: "name", maxlength: 100, required: true,
                    "aria-describedby": "station-hint",
                }),
                element("span", { class: "hint", id: "station-hint" }, word("stations_name_hint"))),
            element("div", { class: "field" },
                element("label", { for: "station-role" }, word("stations_role")),
                element("select", { id: "station-role", name: "role" }, ...["desk", "kiosk", "display"].map(option))),
            element("div", { class: "field" },
                element("label", { for: "station-direction" }, word("stations_direction")),
                element("select", { id: "station-direction", name: "direction" }, ...["", "entry", "exit"].map(way)))),
        element("div", { class: "actions" }, element("button", { class: "main" }, icon("plus"), word("stations_add"))));
}
