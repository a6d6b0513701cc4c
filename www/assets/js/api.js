import { Problem } from "./problem.js";

const patience = 10000;
const largeFile = 1 << 20;
let csrf = null;

/** The proof that a change comes from our own page; kept from the login or `me` answer. */
export function trust(token) {
    csrf = token || null;
}

/**
 * One call of the box's API. Returns the JSON answer (null if there is none), throws a `Problem`.
 *
 * @param limit milliseconds after which there is no answer
 */
export async function call(method, path, body, headers = {}, limit = patience) {
    const isFile = body instanceof Blob;
    const all = Object.assign({ Accept: "application/json" }, headers);
    if (body !== undefined && !isFile) all["Content-Type"] = "application/json";
    if (csrf) all["X-CSRF-Token"] = csrf;
    const { answer, value } = await send(path, {
        method,
        headers: all,
        body: body === undefined || isFile ? body : JSON.stringify(body),
    }, isFile && body.size > largeFile ? 0 : limit);
    if (answer.ok) return value;
    throw new Problem(answer.status, value || {}, Number(answer.headers.get("Retry-After")) || 0);
}

/** The limit is for the whole answer: a box that vanishes in the middle of one has not answered. */
async function send(path, options, limit) {
    const abort = new AbortController();
    const timer = limit ? setTimeout(() => abort.abort(), limit) : 0;
    try {
        const answer = await fetch(`/api/v1${path}`, Object.assign({ signal: abort.signal, cache: "no-store" }, options));
        return { answer, value: await read(answer) };
    } catch (error) {
        throw error instanceof Problem ? error : new Problem(0);
    } finally {
        clearTimeout(timer);
    }
}

async function read(answer) {
    try {
        const text = await answer.text();
        return text ? JSON.parse(text) : null;
    } catch (error) {
        if (answer.ok) throw new Problem(0);
        return null;
    }
}
