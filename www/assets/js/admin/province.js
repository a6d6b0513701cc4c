import { call } from "../api.js";
import { whileBusy } from "../busy.js";
import { CameraPanel } from "../camera/panel.js";
import { Dialog } from "../dialog.js";
import { byId, element, fill } from "../element.js";
import { say } from "../note.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";

/** The window in which the organiser takes a province's line in: scan or paste, compare, confirm. */
export class ProvinceWindow {
    /** @param onSet called when another province receives the record */
    constructor(onSet) {
        this.onSet = onSet;
        this.dialog = new Dialog(byId("province"));
        this.dialog.window.addEventListener("close", () => this.camera.stop());
        this.camera = new CameraPanel((line) => this.read(line));
        byId("province-form").addEventListener("submit", (event) => {
            event.preventDefault();
            whileBusy(byId("province-form"), () => (
                this.line ? this.set() : this.read(byId("province-line").value)));
        });
        byId("province-again").addEventListener("click", () => this.begin());
    }

    async open() {
        this.begin();
        this.dialog.open();
        await this.camera.offer();
    }

    begin() {
        this.line = "";
        byId("province-line").value = "";
        this.arrange();
        say(byId("province-error"), "");
    }

    /** Shows the fields for reading, or what was read. */
    arrange() {
        const isRead = this.line !== "";
        byId("province-reading").hidden = isRead;
        byId("province-read").hidden = byId("province-again").hidden = !isRead;
        byId("province-yes").textContent = word(isRead ? "province_set_yes" : "province_set_read");
    }

    async read(line) {
        if (this.line) return;
        await this.attempt(async () => {
            const change = await call("PUT", "/province?dry_run=true", { line });
            this.camera.stop();
            this.line = line;
            fill(byId("province-read"), ...description(change));
            this.arrange();
            byId("province-yes").focus();
        });
    }

    async set() {
        await this.attempt(async () => {
            await call("PUT", "/province", { line: this.line });
            this.dialog.close();
            this.onSet();
        });
    }

    async attempt(action) {
        say(byId("province-error"), "");
        try {
            await action();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            say(byId("province-error"), problem.text);
        }
    }
}

/** Who a province is: address, proof, keys, and the number that both sides show. */
export function provinceFacts(province) {
    const rows = [
        ["province_address", province.url || word("outbox_province_no_url")],
        ["province_settings_number", province.number],
        ["province_trust", province.url && word(`province_trust_${province.trust}`)],
        ["province_sign_key", province.sign_key],
        ["province_age_key", province.age_key],
    ].filter(([, text]) => text);
    return element("dl", { class: "facts" }, ...rows.map(([key, text]) => element(
        "div", {}, element("dt", {}, word(key)), element("dd", { class: key.endsWith("_key") && "seal" }, text))));
}

function description(change) {
    const { current, province } = change;
    const isSame = current.number === province.number && current.configured;
    const notes = [
        isSame ? word("province_set_same") : word("province_set_compare"),
        !isSame && current.configured && word("province_set_instead", { current: current.url || current.sign_key }),
        change.waiting > 0 && word("province_set_waiting", change),
        change.confirmed > 0 && word("province_set_confirmed", change),
        change.sealed_to_another > 0 && word("province_set_sealed", change),
    ].filter((text) => text);
    return [provinceFacts(province), ...notes.map((text) => element("p", { class: "note caution" }, text))];
}
