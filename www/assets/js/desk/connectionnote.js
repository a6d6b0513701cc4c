import { byId } from "../element.js";
import { word } from "../words.js";

/** Says whether the box answers, how much still has to be sent, and what becomes of it if the page is closed. */
export class ConnectionNote {
    show({ isLost, unsent, isKept }) {
        byId("lost-note").hidden = !isLost;
        byId("lost-detail").textContent = word(isKept ? "desk_lost_kept" : "desk_lost_detail");
        byId("lost-number").textContent = !isKept && unsent > 0
            ? `${word("desk_waiting", { number: unsent })} ${word("desk_waiting_unsafe")}` : "";
        byId("unsent").hidden = unsent === 0;
        byId("unsent-number").textContent = word("desk_unsent", { number: unsent });
    }
}
