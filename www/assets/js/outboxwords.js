import { element } from "./element.js";
import { codeWord, word } from "./words.js";

const tones = { waiting: "caution", sending: "caution", sent: "caution", receipted: "good", refused: "bad" };

/** How far a bundle has come, in words and colour. */
export function bundleState(bundle) {
    return element("span", { class: `badge ${tones[bundle.state]}` }, codeWord("outbox_state", bundle.state));
}

const eventTones = { nothing: "", more: "caution", waiting: "caution", refused: "bad", arrived: "good" };

/** How much of an event's record has arrived, in words and colour. */
export function eventState(event) {
    return element("span", { class: `badge ${eventTones[event.state]}` }, codeWord("outbox_event_state", event.state));
}

/** `42 đã gửi, 3 đang chờ, 1 bị từ chối: lý do` */
export function outboxText(outbox) {
    const refused = outbox.items.find((bundle) => bundle.state === "refused");
    if (!refused) return word("outbox_counts", outbox.counts);
    return word("outbox_counts_why", Object.assign({ why: problemText(refused.problem) }, outbox.counts));
}

/** Why something did not arrive, as a sentence. */
export function problemText(problem) {
    return problem ? codeWord("outbox_problem", problem.code) : "";
}
