import { byId, element, fill, icon } from "../element.js";
import { clockText } from "../time.js";
import { firstWord, word } from "../words.js";

const longest = 30;
const icons = { good: "tick-circle", caution: "info-circle", bad: "cross-circle", kept: "offline" };

/** The last scans of the session, of all stations; each once, newest first. */
export class RecentScans {
    /** @param onAnnul gets the scan `{id, name}` that somebody wants to take back */
    constructor(onAnnul) {
        this.onAnnul = onAnnul;
        this.clear();
    }

    clear() {
        this.scans = [];
        this.show();
    }

    /** Takes a scan, which stays as long as it waits here; what is known of the same one already is completed, and its full name is kept. */
    add(scan) {
        const known = this.find(scan.id);
        if (known) Object.assign(known, scan, { name: known.isOwn ? known.name : scan.name });
        else this.scans = [scan, ...this.scans].filter((one, place) => place < longest || one.result === "kept");
        this.show();
    }

    annulled(id) {
        for (const scan of this.scans) if (scan.id === id) scan.isAnnulled = true;
        this.show();
    }

    /** Takes what the box says of a scan that was kept here; the live feed may have told of it before. */
    settle(item) {
        const kept = this.find(item.id);
        if (!kept) return;
        if (item.scan) this.scans = this.scans.filter((scan) => scan.id !== item.scan);
        const isRefused = item.reason && item.reason !== "unconfirmed_operator";
        Object.assign(kept, {
            id: item.scan || item.id, result: isRefused ? "refused" : "accepted", reason: item.reason,
            name: item.participant ? item.participant.name : kept.name,
        });
        this.show();
    }

    /** The scan with this id, or undefined. */
    find(id) {
        return this.scans.find((scan) => scan.id === id);
    }

    /** Whether somebody here has taken the scan back. */
    isTakenBack(id) {
        const scan = this.find(id);
        return Boolean(scan && scan.isAnnulled);
    }

    /** This desk's last scan that still stands. */
    get last() {
        return this.scans.find((scan) => scan.isOwn && stands(scan)) || null;
    }

    show() {
        byId("recent-none").hidden = this.scans.length > 0;
        byId("undo").disabled = !this.last;
        fill(byId("recent"), ...this.scans.map((scan) => this.row(scan)));
    }

    row(scan) {
        const tone = toneOf(scan);
        const name = scan.name || word("desk_unknown_person");
        return element("li", { class: `${tone} ${scan.isAnnulled ? "annulled" : ""}`, "data-scan": scan.id },
            icon(scan.isAnnulled ? "undo" : icons[tone]),
            element("span", { class: "figure quiet" }, clockText(scan.occurred_at)),
            element("span", {},
                element("span", { class: "who" }, name), " ",
                element("span", { class: "quiet" }, explanation(scan))),
            stands(scan) ? this.annulButton(scan, name) : element("span"));
    }

    annulButton(scan, name) {
        return element("button", {
            type: "button", class: "bare", "aria-label": word("desk_annul_name", { name }),
            title: word(scan.result === "kept" ? "desk_annul_kept" : "desk_annul"),
            onclick: () => this.onAnnul(scan),
        }, icon("undo"));
    }
}

/** Whether there is something to take back. */
function stands(scan) {
    return !scan.isAnnulled && (scan.result === "accepted" || (scan.result === "kept" && !scan.isRefused));
}

function toneOf(scan) {
    if (scan.result === "accepted") return "good";
    if (scan.result === "kept") return "kept";
    return scan.reason === "already_redeemed" ? "caution" : "bad";
}

function explanation(scan) {
    if (scan.isAnnulled) return word("desk_annulled");
    if (scan.result === "kept") return word("desk_kept_row");
    if (scan.result !== "accepted") return firstWord([`answer_${scan.reason}`, `conflict_${scan.reason}`]);
    const parts = [scan.direction === "exit" ? word("desk_exit") : "", scan.is_forced ? word("desk_forced") : ""];
    return parts.filter((part) => part).join(" · ");
}
