import { call } from "./api.js";
import { newNonce } from "./nonce.js";
import { pause } from "./pause.js";

const firstPause = 300;
const longestPause = 4000;

/**
 * Sends one attempt until the box has answered, always with the same nonce, so that it counts once.
 *
 * @param attempt what redeem takes, without the nonce
 * @param limit milliseconds after which to give up; Infinity never does
 * @param onTrouble called before each further try
 */
export async function redeem(session, attempt, { limit = Infinity, onTrouble = () => {} } = {}) {
    const body = Object.assign({ nonce: newNonce() }, attempt);
    const end = Date.now() + limit;
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
        try {
            return await call("POST", `/sessions/${session}/redeem`, body);
        } catch (problem) {
            const next = problem.retryAfter ? problem.retryAfter * 1000 : wait;
            if (!problem.isPassing || Date.now() + next > end) throw problem;
            onTrouble(problem);
            await pause(next);
        }
    }
}
