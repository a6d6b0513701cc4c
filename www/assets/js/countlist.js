import { element, fill } from "./element.js";
import { word } from "./words.js";

/** How many came: on time and late, roster and walk-ins together. */
export function cameIn(counts) {
    return counts.present + counts.late + counts.walk_in.present + counts.walk_in.late;
}

/** Shows the counts in a `<dl>`. */
export function showCounts(list, counts) {
    const walkIns = counts.walk_in.present + counts.walk_in.late;
    const figures = [
        ["present", counts.present], ["late", counts.late], ["excused", counts.excused], ["absent", counts.absent],
        ["walk_in", walkIns], ["enrolled", counts.enrolled],
    ].filter(([name, number]) => number > 0 || !["excused", "walk_in"].includes(name));
    fill(list, ...figures.map(([name, number]) => element(
        "div", { "data-count": name }, element("dt", {}, word(`counts_${name}`)), element("dd", {}, String(number)))));
    list.hidden = false;
}
