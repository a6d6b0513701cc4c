/** What happens in one session, as the box tells it. The browser reconnects by itself. */
export class Live {
    /** @param handlers functions by event name (`counts`, `scan`, `annul`), each given the parsed data */
    constructor(handlers) {
        this.handlers = handlers;
        this.session = null;
        this.source = null;
    }

    /** Follows this session instead of the last one; null follows none. */
    follow(session) {
        if (session === this.session && this.isAlive) return;
        if (this.source) this.source.close();
        this.session = session;
        this.source = session ? this.open(session) : null;
    }

    /** False when the browser has given up, as it does after an error status. */
    get isAlive() {
        return this.source !== null && this.source.readyState !== EventSource.CLOSED;
    }

    open(session) {
        const source = new EventSource(`/api/v1/sessions/${session}/live`);
        for (const [name, handler] of Object.entries(this.handlers)) {
            source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
        }
        return source;
    }
}
