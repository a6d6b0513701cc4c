// A wedge scanner types like a very fast person. Its digits are taken from the physical keys, so that Telex, VNI, Caps
// Lock or a Vietnamese layout cannot change them.

const silence = 200;
const fastest = 50;
const shortest = 6;
const longest = 400;

/** The character of a physical key under the US layout where it is a digit, else what the layout made of it. */
function character(event) {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    if (digit && !(event.shiftKey && event.code.startsWith("Digit"))) return digit[1];
    if (event.code === "Backslash" && event.shiftKey) return "|";
    return event.key.length === 1 ? event.key : "";
}

/** Listens to the whole document and tells scans from typing by their speed. */
export class Scanner {
    /**
     * @param onScan gets the text of a burst
     * @param onTyped gets single characters typed by hand, and "Enter"; only outside of fields
     */
    constructor(onScan, onTyped = () => {}) {
        this.onScan = onScan;
        this.onTyped = onTyped;
        this.reset();
        document.addEventListener("keydown", (event) => this.key(event), true);
    }

    reset() {
        clearTimeout(this.timer);
        this.text = "";
        this.field = null;
    }

    key(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
        if (event.code === "Enter" || event.code === "NumpadEnter" || event.code === "Tab") return this.end(event);
        const typed = character(event);
        if (!typed) return;
        this.begin(event);
        this.text = (this.text + typed).slice(0, longest);
        this.last = event.timeStamp;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.finish(), silence);
    }

    begin(event) {
        if (this.text && event.timeStamp - this.last <= silence) return;
        if (this.text) this.finish();
        this.first = event.timeStamp;
        const field = event.target;
        this.field = field && typeof field.value === "string" ? { field, value: field.value } : null;
    }

    /** Enter and Tab end a burst; what they would have pressed or left is spared. */
    end(event) {
        const isFresh = this.text && event.timeStamp - this.last <= silence;
        if (isFresh && this.isScan()) {
            event.preventDefault();
            event.stopPropagation();
            return this.finish();
        }
        const hadField = this.field !== null;
        this.finish();
        if (event.code !== "Tab" && !hadField && event.target === document.body) this.onTyped("Enter");
    }

    isScan() {
        const length = this.text.length;
        return length >= shortest && (this.last - this.first) / (length - 1) <= fastest && /\d{6}/.test(this.text);
    }

    finish() {
        const { text, field } = this;
        const isScan = this.text && this.isScan();
        this.reset();
        if (isScan) {
            if (field) restore(field);
            this.onScan(text);
        } else if (!field) {
            for (const typed of text) this.onTyped(typed);
        }
    }
}

/** Takes the burst out of the field in which it happened to land. */
function restore({ field, value }) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
}
