import { element, icon } from "../element.js";
import { table } from "../table.js";
import { codeWord, word } from "../words.js";

const longest = 100;
const fewRows = 8;

/** What an import would do, as figures and tables: worst first. */
export function preview(report) {
    const figures = ["imported", "updated", "unchanged"].map((name) => figure(
        word(name === "imported" ? "import_new" : `import_${name}`), report[name]));
    const lists = [rejected, duplicates, warnings, repaired, skipped].map((list) => list(report));
    const troubles = [report.rejected, report.duplicates, report.warnings, report.repaired];
    const isClean = troubles.every((lines) => lines.length === 0);
    return [
        element("dl", { class: "summary" }, ...figures),
        isClean && element("p", { class: "note good" }, icon("tick-circle"), word("import_all_good")),
        ...lists.filter((list) => list),
    ];
}

function figure(name, number) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, String(number)));
}

function rejected(report) {
    return list("import_rejected", ["row", "column", "reason"], report.rejected, (line) => [
        String(line.row), codeWord("column", line.column), codeWord("why", line.message)]);
}

function duplicates(report) {
    return list("import_duplicates", ["row", "of"], report.duplicates, (line) => [String(line.row), String(line.of)]);
}

/** What may put the wrong person or place into the record comes first, empty fields last and together. */
const gravity = ["same_number_other_name", "differs_from_citizen_number", "ambiguous", "needs_confirmation", "unknown"];

function warnings(report) {
    const rank = (line) => (gravity.includes(line.code) ? gravity.indexOf(line.code) : gravity.length);
    const telling = report.warnings.filter((line) => line.code !== "missing").sort((a, b) => rank(a) - rank(b));
    const lines = telling.map((line) => Object.assign({ rows: String(line.row) }, line)).concat(empty(report.warnings));
    return list("import_warnings", ["row", "column", "reason"], lines, (line) => [
        line.rows, codeWord("column", line.field), codeWord("why", line.code)], report.warnings.length);
}

/** One line for each field that rows leave empty. */
function empty(warnings) {
    const missing = warnings.filter((line) => line.code === "missing");
    const fields = Array.from(new Set(missing.map((line) => line.field)));
    return fields.map((field) => {
        const rows = missing.filter((line) => line.field === field).map((line) => line.row);
        return { field, code: "missing", rows: rows.length === 1 ? String(rows[0]) : word("import_rows", {
            number: rows.length, rows: shortened(rows),
        }) };
    });
}

function shortened(rows) {
    return rows.length > fewRows ? `${rows.slice(0, fewRows).join(", ")}, …` : rows.join(", ");
}

function repaired(report) {
    return list("import_repaired", ["row", "column", "from", "to", "reason"], report.repaired, (line) => [
        String(line.row), codeWord("column", line.column), element("span", { class: "kept" }, line.from),
        element("strong", {}, line.to), codeWord("why", line.why)]);
}

function skipped(report) {
    const hasSheets = report.skipped.some((line) => line.sheet);
    const columns = hasSheets ? ["sheet", "row", "reason"] : ["row", "reason"];
    return list("import_skipped", columns, report.skipped, (line) => [
        ...(hasSheets ? [line.sheet] : []), String(line.row), codeWord("why", line.why)]);
}

/** A folded table of the first lines; nothing when there are none. */
function list(title, columns, lines, cells, number = lines.length) {
    if (lines.length === 0) return null;
    const caption = `${word(title)}: ${number}`;
    const heads = columns.map((name) => ({ title: word(`import_${name}`) }));
    const shown = table(caption, heads, lines.slice(0, longest).map(cells));
    const rest = lines.length > longest && element("p", {}, word("import_more", { number: lines.length - longest }));
    return element("div", { class: "stack", "data-list": title }, shown, rest);
}
