import { element, fill } from "./element.js";
import { word } from "./words.js";

/** How many came: on time and late, roster and walk-ins together. */
export function cameIn(counts) {
    return counts.present + counts.late + counts.walk_in.present + counts.walk_in.late;
}

/** The number that a screen shows large and the words beside it: of the list so many, and who was not on it. */
export function cameText(counts) {
    const walkIns = counts.walk_in.present + counts.walk_in.late;
    if (counts.enrolled === 0) return [walkIns, word("counted_walk_ins")];
    const listed = word("counted_listed", { enrolled: counts.enrolled });
    const others = walkIns > 0 ? ` ${word("counted_others", { number: walkIns })}` : "";
    return [counts.present + counts.late, listed + others];
}

/** Shows the counts in a `<dl>`; those that are zero and unusual, and all but `only`, are left out. */
export function showCounts(list, counts, only = null) {
    const walkIns = counts.walk_in.present + counts.walk_in.late;
    const figures = [
        ["present", counts.present], ["late", counts.late], ["excused", counts.excused], ["absent", counts.absent],
        ["walk_in", walkIns], ["enrolled", counts.enrolled],
    ].filter(([name]) => !only || only.includes(name)).filter(([name, number]) => number > 0 || !["excused", "walk_in"].includes(name));
    fill(list, ...figures.map(([name, number]) => element(
        "div", { "data-count": name }, element("dt", {}, word(`counts_${name}`)), element("dd", {}, String(number)))));
    list.hidden = false;
}
