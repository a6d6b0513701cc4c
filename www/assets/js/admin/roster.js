import { call } from "../api.js";
import { element, fill, icon } from "../element.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";
import { preview } from "./preview.js";

const types = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    xls: "application/vnd.ms-excel",
    csv: "text/csv",
};

/** A roster file: looked at first, then kept. */
export class RosterImport {
    /** @param onImport called after people came in */
    constructor(admin, event, onImport) {
        this.admin = admin;
        this.event = event;
        this.onImport = onImport;
        this.result = element("div", { class: "stack", "aria-live": "polite" });
        this.file = element("input", {
            id: "import-file", type: "file", accept: ".xlsx,.csv,.txt,.xls", onchange: () => this.look(),
        });
        this.box = element("div", { class: "stack" },
            element("p", {}, word("import_text")),
            element("div", { class: "drop" },
                element("label", { for: "import-file" }, word("import_file")),
                element(
                    "span", { class: "button plain", "aria-hidden": "true" }, icon("upload"), word("import_choose")),
                this.file),
            this.result);
    }

    /** The dry run. */
    look(sheet) {
        const file = this.file.files[0];
        if (!file) return;
        fill(this.result, element("p", { role: "status" }, word("loading")));
        this.attempt(file, sheet, async () => {
            const report = await this.send(file, sheet, true);
            const number = report.imported + report.updated;
            fill(this.result,
                element("h3", {}, word("import_preview_title", { file: file.name })),
                ...preview(report),
                element("div", { class: "actions" }, number > 0 ? element("button", {
                    type: "button", class: "main", onclick: () => this.keep(file, sheet),
                }, icon("upload"), word("import_do", { number })) : element("p", {}, word("import_none"))));
        });
    }

    keep(file, sheet) {
        for (const button of this.result.querySelectorAll("button")) button.disabled = true;
        this.attempt(file, sheet, async () => {
            const report = await this.send(file, sheet, false);
            this.file.value = "";
            fill(this.result, element(
                "p", { class: "note good", role: "status" }, icon("tick-circle"), word("import_done", report)));
            await this.onImport();
        });
    }

    send(file, sheet, isDryRun) {
        const asked = [`dry_run=${isDryRun}`, `name=${encodeURIComponent(file.name)}`];
        if (sheet) asked.push(`sheet=${encodeURIComponent(sheet)}`);
        const ending = file.name.toLowerCase().split(".").pop();
        const type = types[ending] || "text/csv";
        return call("POST", `/events/${this.event}/roster?${asked.join("&")}`, file, { "Content-Type": type });
    }

    /** A workbook may ask which sheet is meant; what else is wrong with the file is said where it was chosen. */
    async attempt(file, sheet, action) {
        try {
            await action();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            if (problem.status === 401) return this.admin.end();
            fill(this.result, element("p", { class: "note bad", role: "alert" }, icon("warning"),
                element("span", {}, problem.text, problem.facts && element("br"), problem.facts)),
                ...(problem.body.sheets || []).map((name) => element("button", {
                    type: "button", class: "plain", onclick: () => this.look(name),
                }, name)));
        }
    }
}
