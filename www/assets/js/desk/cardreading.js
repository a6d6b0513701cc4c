import { call } from "../api.js";
import { Problem } from "../problem.js";
import { readCard } from "./away/citizencard.js";

/** Nobody at the door waits longer than three seconds. */
const patience = 2500;
/** Below this age a parent or guardian agrees as well (Law 91/2025/QH15). */
const adultAge = 16;

/** What a card says and whose it is: as the box answers, or, while it is away, as this device can tell. */
export class CardReading {
    constructor(desk) {
        this.desk = desk;
    }

    /**
     * Resolves with `{card, known, candidates, own}`; throws a `Problem`, 422 with the reason for what is no card.
     *
     * `own` is set where the card was read here: what is to be registered of it. The number is not among that.
     */
    async of(session, line) {
        const { post } = this.desk;
        if (post.isLost && post.isKept) return this.here(session, line);
        try {
            return await call("POST", `/events/${session.event.id}/card`, { card: line }, {}, patience);
        } catch (problem) {
            if (problem.isPassing && post.isKept) return this.here(session, line);
            throw problem;
        }
    }

    here(session, line) {
        const { card, reason } = readCard(line);
        if (reason) throw new Problem(422, { detail: reason });
        if (isMinor(card, session)) card.warnings.push("minor");
        const own = { birth_date: card.birth_date, sex: card.sex, address: card.commune, from_card: true };
        return { card, known: null, candidates: this.desk.away.bearers(card), own };
    }
}

/** Whether the bearer is a child on the session's day. */
function isMinor(card, session) {
    const [year, month = 1, day = 1] = card.birth_date.split("-").map(Number);
    const [atYear, atMonth, atDay] = session.starts_at.slice(0, 10).split("-").map(Number);
    const hadBirthday = month < atMonth || (month === atMonth && day <= atDay);
    return atYear - year - (hadBirthday ? 0 : 1) < adultAge;
}
