import { isOnlyExit, reasonOf } from "../answer.js";
import { showKeyboard } from "../keyboardnote.js";
import { Problem } from "../problem.js";
import { word } from "../words.js";
import { keptScan } from "./away/away.js";
import { keptWords } from "./keptwords.js";
import { button } from "./verdict.js";
import { problemWords, staffWords } from "./wording.js";

const forcible = ["already_redeemed", "session_not_open", "session_closed", "revoked", "blocked"];

/** From an attempt to a verdict: what the box says of it, or that it is kept here. */
export class CheckIn {
    constructor(desk) {
        this.desk = desk;
    }

    /**
     * Resolves with whether the scan was taken.
     *
     * @param notes sentences that the operator should read beside the verdict
     * @param session the one that the attempt was begun for: it may have closed meanwhile
     */
    async redeem(attempt, name = "", notes = [], session = this.desk.session) {
        const { asking, search, party, verdict } = this.desk;
        const { direction } = asking;
        search.clear();
        party.clear();
        asking.clear();
        verdict.sending();
        try {
            return await this.deliver(session, Object.assign({ direction }, attempt), name, notes);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            this.failed(problem);
            return false;
        }
    }

    async deliver(session, attempt, name, notes = []) {
        const { post, away } = this.desk;
        const { answer, kept } = await post.send(session, attempt);
        if (kept) {
            this.kept(kept, name, notes);
            return !kept.told;
        }
        this.answered(session, answer, attempt, name, notes);
        await away.learn(session, answer, attempt.direction);
        return answer.result === "accepted";
    }

    /** Checks in who was just registered; what is kept here was checked in with it. */
    registered(session, { answer, kept }, person, method = "walk_in", notes = []) {
        if (kept) this.kept(kept, person.name, notes);
        else this.redeem({ participant_id: answer.id, method }, answer.name, notes, session);
    }

    /** The scan is on this device: whoever stands here may go on. */
    kept(kept, name, notes = []) {
        const { recent, verdict, takingBack } = this.desk;
        const scan = keptScan(kept, name);
        const who = scan.name;
        recent.add(scan);
        const view = keptWords(kept, who);
        view.detail = [view.detail, ...notes].filter((part) => part).join(" · ");
        verdict.show(view, who, ...(kept.told ? [] : [
            button("undo", "desk_annul_kept", () => takingBack.ask(recent.find(scan.id) || scan)),
        ]));
    }

    /** Has the refusal of a card recorded whose words are known already; nothing of its line is sent. */
    async record(session) {
        const { asking, post } = this.desk;
        const attempt = { code: "|", direction: asking.direction, method: "card" };
        try {
            const { answer } = await post.send(session, attempt);
            if (answer) this.list(answer, attempt, "");
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
        }
    }

    answered(session, answer, attempt, name, notes = []) {
        const { verdict, party } = this.desk;
        const person = answer.participant ? answer.participant.name : name;
        this.list(answer, attempt, person);
        if (answer.repaired) showKeyboard(true);
        verdict.show(staffWords(answer, attempt, notes), person, ...this.ways(session, answer, attempt, person));
        if (answer.participant) party.find(session, answer.participant, attempt.direction);
    }

    /** Keeps the answer among the last scans. */
    list(answer, attempt, person) {
        this.desk.recent.add({
            id: answer.scan.id, occurred_at: answer.scan.occurred_at, result: answer.result, reason: reasonOf(answer),
            direction: attempt.direction, name: person, is_forced: attempt.force, isOwn: true,
            key: answer.participant && answer.participant.id,
        });
    }

    /** What the operator may do about an answer. */
    ways(session, answer, attempt, name) {
        const { takingBack, recent, asking } = this.desk;
        const undo = () => button("undo", "desk_annul", () => takingBack.ask(recent.find(answer.scan.id)));
        if (isOnlyExit(answer, attempt.direction)) {
            const entry = { participant_id: answer.participant.id, method: "name", direction: "entry" };
            return [button("entry", "desk_check_in_after_all", () => this.redeem(entry, name, [], session)), undo()];
        }
        if (answer.result === "accepted") return [undo()];
        const force = () => this.force(session, attempt, name);
        if (forcible.includes(answer.reason)) return [button("hand", "desk_force", force)];
        if (answer.reason === "not_enrolled") return [button("plus", "desk_walk_in", () => asking.openWalkIn())];
        return [];
    }

    failed(problem) {
        if (problem.status === 401) this.desk.watch.stop();
        else this.desk.verdict.show(problemWords(problem));
    }

    force(session, attempt, name) {
        this.desk.reason.ask({
            title: word("desk_force_title"), who: name, usual: word("desk_reason_force"),
            onReason: async (reason) => {
                await this.deliver(session, Object.assign({}, attempt, { force: true, reason }), name);
            },
        });
    }
}
