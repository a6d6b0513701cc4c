import { word } from "./words.js";
import { clockText } from "./time.js";

/**
 * What people see of a redeem answer: `{tone, icon, title, detail}`; tone is `good`, `caution` or `bad`.
 *
 * @param direction `entry` or `exit`
 */
export function answerWords(answer, direction = "entry") {
    return answer.result === "accepted" ? accepted(answer, direction) : refused(answer);
}

function accepted(answer, direction) {
    const time = clockText(answer.scan.occurred_at);
    if (isOnlyExit(answer, direction)) return view("caution", word("answer_only_exit"), word("answer_only_exit_detail"));
    if (direction === "exit") {
        return view("good", word("answer_exit"), word("answer_exit_detail", { time }));
    }
    const isLate = answer.attendance && answer.attendance.status === "late";
    return view("good", word(isLate ? "answer_late" : "answer_accepted"), word("answer_accepted_detail", { time }));
}

/** Whether somebody was let out who never came in: the scan counts, and the person stays absent. */
export function isOnlyExit({ result, attendance }, direction) {
    return result === "accepted" && direction === "exit" && Boolean(attendance) && !attendance.first_entry_at;
}

function refused(answer) {
    if (answer.reason === "already_redeemed") {
        return view("caution", word("answer_already_redeemed"), firstText(answer.first), "tick-circle");
    }
    if (answer.reason === "session_not_open" && answer.participant && !answer.right) {
        const time = clockText(answer.scan.occurred_at);
        return view("caution", word("answer_early"), word("answer_early_detail", { time }), "clock");
    }
    const tone = answer.reason === "session_not_open" || answer.reason === "session_closed" ? "caution" : "bad";
    const told = failure(reasonOf(answer), tone);
    const where = answer.right && rightText(answer.right);
    return where ? Object.assign(told, { detail: where, where }) : told;
}

/** The reason as people are told it: who has a newer card is asked for that one. */
export function reasonOf(answer) {
    return answer.replaced ? "replaced" : answer.reason;
}

/** When, and in which other session of the day, somebody was let in first. */
function firstText(first) {
    if (!first) return word("answer_already_redeemed_nowhen");
    const time = clockText(first.occurred_at);
    return first.session
        ? word("answer_already_redeemed_elsewhere", { title: first.session.title, time })
        : word("answer_already_redeemed_detail", { time });
}

/** The session that somebody at the wrong door belongs to. */
function rightText(right) {
    const event = right.event.name;
    const place = right.place ? ` ${word("answer_right_place", { place: right.place })}` : "";
    return right.session
        ? word("answer_right_session", { title: right.title, time: clockText(right.starts_at), event }) + place
        : word("answer_right_event", { event });
}

/** The words for a reason that may come without an answer: `unreadable`, `lost`, `citizen_card`. */
export function failure(reason, tone = "bad") {
    const title = word(`answer_${reason}`);
    if (title === `answer_${reason}`) return failure("other", tone);
    return view(tone, title, word(`answer_${reason}_detail`));
}

/** The same to staff: what they do about it, not where the guest is sent. */
export function forStaff(view, reason) {
    const key = `desk_help_${reason}`;
    if (word(key) === key) return view;
    return Object.assign(view, { detail: [word(key), view.where].filter((text) => text).join(" ") });
}

function view(tone, title, detail, icon = { good: "tick-circle", caution: "info-circle", bad: "cross-circle" }[tone]) {
    return { tone, title, detail, icon };
}
