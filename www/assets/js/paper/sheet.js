import { byId, element, fill } from "../element.js";
import { spanText } from "../time.js";
import { word } from "../words.js";
import { note } from "./note.js";

/**
 * Shows which sheet it is; null takes it off the page.
 *
 * @param door what the box says of the sessions that are on now, or undefined
 */
export function showSheet(sheet, door) {
    byId("paper-what").hidden = !sheet;
    const isOther = Boolean(sheet) && isOfAnotherEvent(sheet, door);
    byId("paper-other").hidden = !isOther;
    byId("paper-other-yes").checked = false;
    if (!sheet) return fill(byId("paper-sheet"));
    byId("paper-other-text").textContent = word("paper_other_event_yes", { event: sheet.event.name });
    const state = { planned: "paper_planned", closed: "paper_closed" }[sheet.session.state];
    return fill(byId("paper-sheet"),
        element("p", {}, element("strong", {}, sheet.event.name)),
        element("p", {}, element("strong", {}, sheet.session.title), ` · ${spanText(sheet.session)}`),
        element("p", { class: "quiet" }, word("paper_sheet", sheet)),
        state && note("caution", "info-circle", word(state)),
        isOther && note("caution", "warning", word("paper_other_event")));
}

/** Whether sessions of other events are on now, and none of this sheet's. */
function isOfAnotherEvent(sheet, door) {
    const now = door ? door.sessions.concat(door.due) : [];
    return now.length > 0 && !now.some((session) => session.event.id === sheet.event.id);
}
