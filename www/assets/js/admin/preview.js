import { element, icon } from "../element.js";
import { table } from "../table.js";
import { codeWord, word } from "../words.js";

const longest = 100;

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

function warnings(report) {
    return list("import_warnings", ["row", "column", "reason"], report.warnings, (line) => [
        String(line.row), codeWord("column", line.field), codeWord("why", line.code)]);
}

function repaired(report) {
    return list("import_repaired", ["row", "column", "from", "to", "reason"], report.repaired, (line) => [
        String(line.row), codeWord("column", line.column), element("span", { class: "kept" }, line.from),
        element("strong", {}, line.to), codeWord("why", line.why)]);
}

function skipped(report) {
    return list("import_skipped", ["row", "reason"], report.skipped, (line) => [
        String(line.row), codeWord("why", line.why)]);
}

/** A folded table of the first lines; nothing when there are none. */
function list(title, columns, lines, cells) {
    if (lines.length === 0) return null;
    const caption = `${word(title)}: ${lines.length}`;
    const heads = columns.map((name) => ({ title: word(`import_${name}`) }));
    const shown = table(caption, heads, lines.slice(0, longest).map(cells));
    const rest = lines.length > longest && element("p", {}, word("import_more", { number: lines.length - longest }));
    return element("div", { class: "stack", "data-list": title }, shown, rest);
}
