const name = "diemdanh-desk";
const version = 1;

/** The browser's own database: a key that cannot be read out, what is encrypted under it, and the sealed queue. */
export class Store {
    /** Whether this page may keep anything: only https and the box's own screen may encrypt. */
    static get isPossible() {
        return window.isSecureContext && Boolean(window.indexedDB && crypto.subtle);
    }

    async open() {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => {
            request.result.createObjectStore("keys");
            request.result.createObjectStore("kept");
            request.result.createObjectStore("queue", { keyPath: "id" });
        };
        this.database = await result(request);
    }

    get(store, key) {
        return result(this.database.transaction(store).objectStore(store).get(key));
    }

    all(store) {
        return result(this.database.transaction(store).objectStore(store).getAll());
    }

    count(store) {
        return result(this.database.transaction(store).objectStore(store).count());
    }

    /**
     * Changes these stores at once; resolves when it is on the disk, so that a dead battery takes nothing away.
     *
     * @param change gets the stores in their order
     */
    write(names, change) {
        return new Promise((resolve, reject) => {
            const transaction = this.database.transaction(names, "readwrite", { durability: "strict" });
            transaction.oncomplete = () => resolve();
            transaction.onabort = () => reject(transaction.error);
            change(...names.map((store) => transaction.objectStore(store)));
        });
    }
}

function result(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
