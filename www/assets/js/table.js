import { element } from "./element.js";

/**
 * A table with a caption, in a frame that scrolls by itself on narrow screens.
 *
 * @param columns `{title, isFigure}`
 * @param rows lists of texts or nodes
 */
export function table(caption, columns, rows) {
    const kind = (column) => (column.isFigure ? { class: "figure" } : {});
    const head = columns.map((column) => element("th", Object.assign({ scope: "col" }, kind(column)), column.title));
    const body = rows.map((row) => element("tr", {}, ...row.map((cell, place) => element(
        "td", kind(columns[place]), cell === null || cell === undefined ? "" : cell))));
    return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, element(
        "table", { class: "cards" },
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...body)));
}
