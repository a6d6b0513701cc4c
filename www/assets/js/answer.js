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
    if (direction === "exit") {
        return view("good", word("answer_exit"), word("answer_exit_detail", { time }));
    }
    const isLate = answer.attendance && answer.attendance.status === "late";
    return view("good", word(isLate ? "answer_late" : "answer_accepted"), word("answer_accepted_detail", { time }));
}

function refused(answer) {
    if (answer.reason === "already_redeemed") {
        const detail = answer.first
            ? word("answer_already_redeemed_detail", { time: clockText(answer.first.occurred_at) })
            : word("answer_already_redeemed_nowhen");
        return view("caution", word("answer_already_redeemed"), detail, "tick-circle");
    }
    const tone = answer.reason === "session_not_open" || answer.reason === "session_closed" ? "caution" : "bad";
    return failure(answer.reason, tone);
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
    return word(key) === key ? view : Object.assign(view, { detail: word(key) });
}

function view(tone, title, detail, icon = { good: "tick-circle", caution: "info-circle", bad: "cross-circle" }[tone]) {
    return { tone, title, detail, icon };
}
