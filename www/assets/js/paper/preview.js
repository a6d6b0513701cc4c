import { byId, element, fill } from "../element.js";
import { table } from "../table.js";
import { firstWord, word } from "../words.js";
import { note } from "./note.js";

/** Who stands on the rows that were typed, and what is wrong with them. */
export class Preview {
    constructor() {
        this.isReady = false;
    }

    /** Takes everything off the page. */
    clear() {
        this.show({ rows: [], problems: [] }, null);
    }

    /** @param sheet the sheet that the rows are of */
    show({ rows, problems }, sheet) {
        const fresh = rows.filter((row) => row.state === "new");
        this.isReady = fresh.length > 0 && problems.length === 0;
        fill(byId("paper-problems"), ...problems.map((problem) => element("li", {}, note("bad", "cross-circle",
            word(`paper_${problem.why}`, { text: problem.text, rows: sheet ? sheet.rows : "" })))));
        const before = rows.length - fresh.length;
        byId("paper-preview").textContent = [
            fresh.length > 0 && word("paper_preview", { number: fresh.length }),
            before > 0 && word("paper_recorded_before", { number: before }),
        ].filter((part) => part).join(" · ");
        fill(byId("paper-people"), rows.length > 0 && people(rows));
        byId("paper-submit").disabled = !this.isReady;
        byId("paper-submit").textContent = problems.length > 0 ? word("paper_fix_first")
            : this.isReady ? word("paper_submit", { number: fresh.length }) : word("paper_none");
    }

    /** Shows what became of the rows. */
    showRecorded(rows) {
        this.clear();
        fill(byId("paper-people"), people(rows));
    }
}

function people(rows) {
    const columns = [{ title: word("paper_row"), isFigure: true }, { title: word("column_name") },
        { title: word("column_birth_year") }, { title: word("paper_state") }];
    return table(word("paper_result"), columns, rows.map((row) => [
        String(row.row), row.name, row.birth_year && String(row.birth_year), state(row)]));
}

/** What became of a row, in words and colour. */
function state(row) {
    const tone = { accepted: "good", new: "", recorded: "caution", annulled: "caution" }[row.state];
    const text = row.state === "refused"
        ? firstWord([`answer_${row.reason}`, "answer_other"]) : word(`paper_state_${row.state}`);
    return element("span", { class: `badge ${tone === undefined ? "bad" : tone}` }, text);
}
