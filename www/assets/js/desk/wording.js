import { answerWords, failure, forStaff, isOnlyExit, reasonOf } from "../answer.js";
import { looksLikeCode } from "../code.js";
import { description } from "./person.js";

/** What staff see of an answer; a code that is none of ours deserves other words than one that was misread. */
export function staffWords(answer, attempt, notes = []) {
    const isForeign = answer.reason === "unknown_code" && attempt.code && !looksLikeCode(attempt.code);
    const reason = isOnlyExit(answer, attempt.direction) ? "only_exit" : reasonOf(answer);
    const view = isForeign
        ? forStaff(failure("not_a_card"), "not_a_card")
        : forStaff(answerWords(answer, attempt.direction), reason);
    const who = answer.participant && description(answer.participant);
    return Object.assign(view, { detail: [who, view.detail, ...notes].filter((part) => part).join(" · ") });
}

/** What staff see of an attempt that the box would not take. */
export function problemWords(problem) {
    if (problem.status === 422 || problem.status === 400) return forStaff(failure("unreadable"), "unreadable");
    return Object.assign(failure("lost"), { detail: problem.text });
}
