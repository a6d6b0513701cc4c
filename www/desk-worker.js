// The desk without the box: its page and its files, and nothing else, answered from this device. The box writes `desk`
// before this: {version, pages, files}, the files with the hex digits of their SHA-256.

const prefix = "desk-";
const current = prefix + desk.version;
const patience = 2500;
/** Where the language of the last page is kept. */
const language = "/desk?lang";
let isOutdated = false;

self.addEventListener("install", (event) => {
    event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
    event.waitUntil(caches.keys().then((names) => Promise.all(
        names.filter((name) => name.startsWith(prefix) && name !== current).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== self.location.origin) return;
    if (request.mode === "navigate" && address.pathname === "/desk") event.respondWith(page(request, address));
    else if (address.pathname in desk.files && !isOutdated) event.respondWith(file(request, address.pathname));
});

/** Keeps everything or nothing: a file that is not the one the box has named is not kept. */
async function fill() {
    const cache = await caches.open(current);
    await Promise.all(Object.entries(desk.files).map(([path, hash]) => keepFile(cache, path, hash)));
    await Promise.all(desk.pages.map(async (path) => {
        const answer = await fetch(path, { cache: "no-store", credentials: "omit" });
        if (!answer.ok) throw new Error(path);
        await cache.put(path, answer);
    }));
}

async function keepFile(cache, path, hash) {
    const answer = await fetch(path, { cache: "no-cache", credentials: "omit" });
    const digest = await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer());
    const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!answer.ok || digits !== hash) throw new Error(path);
    await cache.put(path, answer);
}

/** The box's own page if it answers soon, else the one kept here in the language that was chosen last. */
async function page(request, address) {
    const cache = await caches.open(current);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    try {
        const answer = await fetch(request, { signal: abort.signal });
        // A box with newer files serves them itself until the newer worker is here.
        isOutdated = answer.headers.get("X-Desk-Version") !== desk.version;
        const chosen = answer.headers.get("Content-Language");
        if (chosen) await cache.put(language, new Response(chosen));
        return answer;
    } catch (error) {
        isOutdated = false;
        return keptPage(cache, address);
    } finally {
        clearTimeout(timer);
    }
}

async function keptPage(cache, address) {
    const noted = await cache.match(language);
    const wanted = address.searchParams.get("lang") || (noted ? await noted.text() : "");
    const known = await cache.match(`/desk?lang=${wanted}`);
    return known || cache.match(desk.pages[0]);
}

async function file(request, path) {
    const cache = await caches.open(current);
    return (await cache.match(path)) || fetch(request);
}
