import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { table } from "../table.js";
import { clockText, dateText } from "../time.js";
import { word } from "../words.js";

const tones = { waiting: "caution", enrolled: "good", revoked: "bad" };

/** The devices that may take attendance. */
export class Stations {
    constructor(admin) {
        this.admin = admin;
        this.list = element("div", {});
    }

    async show(place) {
        this.form = form((event) => {
            event.preventDefault();
            this.admin.attempt(() => this.add());
        });
        fill(place, element("h1", {}, word("admin_stations")), element("p", {}, word("stations_text")),
            element("section", { class: "sheet" }, element("h2", {}, word("stations_add")), this.form), this.list);
        await this.load();
    }

    async load() {
        const stations = (await call("GET", "/stations")).items;
        const columns = ["stations_name", "stations_role", "box_health"].map((key) => ({ title: word(key) }));
        columns.push({ title: word("stations_revoke") });
        fill(this.list, stations.length === 0
            ? element("p", { class: "quiet" }, word("stations_none"))
            : table(word("admin_stations"), columns, stations.map((station) => this.row(station))));
    }

    row(station) {
        const seen = station.last_seen && word("stations_seen", {
            time: `${clockText(station.last_seen)} ${dateText(station.last_seen)}`,
        });
        return [
            element("strong", {}, station.name), word(`role_${station.role}`),
            element("span", {},
                element("span", { class: `badge ${tones[station.state]}` }, word(`station_${station.state}`)),
                seen && element("span", { class: "quiet" }, ` ${seen}`)),
            station.state !== "revoked" && element("button", {
                type: "button", class: "danger", onclick: () => this.ask(station),
                "aria-label": word("stations_revoke_name", { name: station.name }),
            }, word("stations_revoke")),
        ];
    }

    async add() {
        const fields = this.form.elements;
        const station = await call("POST", "/stations", { name: fields.name.value.trim(), role: fields.role.value });
        this.form.reset();
        this.admin.picture.show(word("stations_added", { name: station.name }),
            station.qr_svg && element("img", {
                class: "qr", src: `data:image/svg+xml,${encodeURIComponent(station.qr_svg)}`,
                alt: word("participants_qr"), width: 320, height: 320,
            }),
            element("p", {}, word("stations_once")),
            element("p", {}, word("stations_link")),
            element("p", {}, element("a", { class: "long", href: station.url }, station.url)));
        await this.load();
    }

    ask(station) {
        this.admin.question.ask({
            title: word("stations_revoke_title"),
            text: word("stations_revoke_text", { name: station.name }),
            yes: word("stations_revoke"),
            onYes: () => this.admin.attempt(async () => {
                await call("DELETE", `/stations/${encodeURIComponent(station.name)}`);
                await this.load();
            }),
        });
    }
}

function form(onsubmit) {
    const option = (role) => element("option", { value: role }, word(`role_${role}`));
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
                element("select", { id: "station-role", name: "role" }, ...["desk", "kiosk", "display"].map(option)))),
        element("div", { class: "actions" }, element("button", { class: "main" }, icon("plus"), word("stations_add"))));
}
