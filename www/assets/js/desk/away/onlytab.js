const name = "diemdanh-desk";

/**
 * Resolves when no other tab of this browser has the desk open, and holds that for as long as the page lives: two would
 * give the same slip to two guests, and one would keep what the other forgets. A page that may keep nothing need not
 * wait.
 *
 * @param onWait called when another tab has it
 */
export function onlyTab(onWait) {
    if (!navigator.locks) return Promise.resolve();
    return new Promise((resolve) => {
        const hold = () => {
            resolve();
            return new Promise(() => {});
        };
        const wait = () => {
            onWait();
            navigator.locks.request(name, hold).catch(resolve);
        };
        navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? hold() : wait())).catch(resolve);
    });
}
