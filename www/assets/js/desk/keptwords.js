import { failure, forStaff } from "../answer.js";
import { clockText } from "../time.js";
import { word } from "../words.js";

/**
 * What the operator sees of a scan that is kept here: `{tone, icon, title, detail}`.
 *
 * @param kept what `Away.keep` resolved with
 * @param who the person's name, if this desk knows it
 */
export function keptWords(kept, who) {
    if (kept.told === "already_redeemed") {
        const { first, slip } = kept;
        const time = clockText(first);
        const detail = slip ? word("desk_kept_twice_slip", { time, number: slip }) : word("desk_kept_twice", { time });
        return { tone: "caution", icon: "tick-circle", title: word("answer_already_redeemed"), detail };
    }
    if (kept.told) return forStaff(failure(kept.told), kept.told);
    if (kept.slip) return view(word("desk_kept_slip", { number: kept.slip }), word("desk_kept_slip_detail"));
    const title = word(kept.direction === "exit" ? "desk_kept_exit" : "desk_kept");
    if (kept.isForeign) return view(title, word("desk_kept_foreign"));
    return view(title, word(who ? "desk_kept_detail" : "desk_kept_unknown", { time: clockText(kept.at) }));
}

function view(title, detail) {
    return { tone: "kept", icon: "offline", title, detail };
}
