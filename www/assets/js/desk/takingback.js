import { word } from "../words.js";

/** Takes a scan back with a reason: at the box, or, while it is away, as an entry that waits with the scans. */
export class TakingBack {
    constructor(desk) {
        this.desk = desk;
    }

    /** @param scan `{id, name, result, key}` of an accepted scan, or of one that is kept here */
    ask(scan) {
        const { debounce, post, recent, reason, search, session, verdict } = this.desk;
        const isKept = scan.result === "kept";
        reason.ask({
            title: word(isKept ? "desk_annul_kept_title" : "desk_annul_title"), who: scan.name || "",
            usual: word("desk_reason_mistake"),
            onReason: async (text) => {
                const { kept } = await post.takeBack(session, scan, text);
                recent.annulled(scan.id);
                search.clear();
                debounce.clear();
                verdict.show({
                    tone: "caution", icon: "undo", title: word(kept ? "desk_annul_kept_done" : "desk_annul_done"), detail: "",
                }, scan.name);
            },
        });
    }

    /** The last scan of this desk. */
    undo() {
        if (this.desk.recent.last) this.ask(this.desk.recent.last);
    }
}
