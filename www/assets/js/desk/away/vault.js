const way = { name: "AES-GCM", length: 256 };

/** Keeps values encrypted under a key that no script can read out; without the key nobody can read them. */
export class Vault {
    constructor(store) {
        this.store = store;
        this.tail = Promise.resolve();
    }

    /** Encrypts a value and keeps it under a name. */
    keep(name, value) {
        return this.inTurn(() => this.write(name, value));
    }

    async write(name, value) {
        const key = await this.key();
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const content = new TextEncoder().encode(JSON.stringify(value));
        const data = await crypto.subtle.encrypt({ name: way.name, iv }, key, content);
        await this.store.write(["kept"], (kept) => kept.put({ iv, data }, name));
    }

    /** The value of a name; null where there is none or its key is gone. */
    async read(name) {
        const [key, kept] = [await this.store.get("keys", "vault"), await this.store.get("kept", name)];
        if (!key || !kept) return null;
        try {
            const content = await crypto.subtle.decrypt({ name: way.name, iv: kept.iv }, key, kept.data);
            return JSON.parse(new TextDecoder().decode(content));
        } catch (error) {
            return null;
        }
    }

    /** Deletes the key and everything under it. */
    forget() {
        return this.inTurn(() => this.store.write(["keys", "kept"], (keys, kept) => {
            keys.clear();
            kept.clear();
        }));
    }

    /** One after another: what was being kept when all is forgotten is forgotten, too. */
    inTurn(action) {
        const done = this.tail.then(action);
        this.tail = done.catch(() => {});
        return done;
    }

    async key() {
        const known = await this.store.get("keys", "vault");
        if (known) return known;
        const made = await crypto.subtle.generateKey(way, false, ["encrypt", "decrypt"]);
        await this.store.write(["keys"], (keys) => keys.put(made, "vault"));
        return made;
    }
}
