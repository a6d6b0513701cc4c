import { looksScanned } from "./code.js";
import { isMangled } from "./scan/layout.js";
import { meant } from "./scan/keys.js";
import { Strokes } from "./scan/strokes.js";

// A wedge scanner types like a very fast person. It is heard in the whole document, whatever has the focus.

// Milliseconds: after so long nothing more belongs to a burst, and an Enter no longer to the scan before it.
const silence = 200;
const echo = 300;

/** Listens to the whole document and tells scans from typing by their speed and shape. */
export class Scanner {
    /**
     * @param onScan gets the text of a burst, and whether a keyboard method had mangled it
     * @param onTyped gets single characters typed by hand, and "Enter"; only outside of fields
     * @param onScanBesidePIN gets the same as `onScan` of what was scanned while a PIN is asked for
     */
    constructor(onScan, onTyped = () => {}, onScanBesidePIN = () => {}) {
        Object.assign(this, { onScan, onTyped, onScanBesidePIN });
        this.strokes = new Strokes();
        this.scannedAt = -Infinity;
        document.addEventListener("keydown", (event) => this.key(event), true);
        document.addEventListener("beforeinput", (event) => this.insert(event), true);
    }

    key(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
        if (["Enter", "Tab"].includes(event.key) || ["Enter", "NumpadEnter", "Tab"].includes(event.code)) {
            return this.end(event);
        }
        if (event.key === "Backspace") return this.strokes.takeBack();
        const { text, isRepaired } = meant(event);
        // What this key is about to insert is known already.
        this.isHeard = text !== "";
        if (this.isHeard) this.add(text, isRepaired, event);
    }

    /** Text that comes without a key that says which: of a phone's keyboard, or of a program that types all at once. */
    insert(event) {
        const isHeard = this.isHeard;
        this.isHeard = false;
        const text = fresh(event.inputType, event.data, this.composed);
        this.composed = event.inputType === "insertCompositionText" ? event.data : "";
        // A phone's keyboard may bring a whole PIN at once; a scanner presses keys.
        if (!isHeard && text && !isSecret(event.target)) this.add(text, isMangled(text), event);
    }

    add(text, isRepaired, event) {
        if (event.timeStamp - this.strokes.last > silence) this.finish();
        const field = event.target && typeof event.target.value === "string" ? event.target : null;
        this.strokes.add({ text, isRepaired, at: event.timeStamp, field, value: field && field.value });
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.finish(), silence);
    }

    /** Enter and Tab end a burst; what they would have pressed or left is spared, also by a second one (CR LF). */
    end(event) {
        const isFresh = event.timeStamp - this.strokes.last <= silence;
        if (isFresh && this.finish(true, event.isComposing)) {
            this.scannedAt = event.timeStamp;
            return spare(event);
        }
        if (event.timeStamp - this.scannedAt <= echo) return spare(event);
        this.finish();
        if (event.key !== "Tab" && event.target === document.body) this.onTyped("Enter");
    }

    /** Whether the keys so far were a scan, which is then told; otherwise they were typed. */
    finish(isEnded = false, isComposing = false) {
        clearTimeout(this.timer);
        const scan = this.strokes.scan(isEnded);
        const { all } = this.strokes;
        this.strokes.clear();
        this.type(scan ? [...scan.before, ...scan.others] : all);
        if (!scan) return false;
        if (scan.first.field) restore(scan, isComposing);
        this.tell(scan);
        return true;
    }

    tell({ text, isRepaired, first }) {
        // The text as it came: some mangled text can be read only before anybody normalises it.
        const scan = [text, isRepaired || isMangled(text)];
        if (!first.field || !isSecret(first.field)) this.onScan(...scan);
        // A card that was shown while a PIN is asked for is no PIN; nor is a PIN, however fast it came, anybody's code.
        else if (looksScanned(text)) this.onScanBesidePIN(...scan);
    }

    type(strokes) {
        for (const { text, field } of strokes) if (!field) this.onTyped(text);
    }
}

/** Whether a PIN is typed there. */
function isSecret(field) {
    return field.type === "password";
}

/** What an event adds: a composition comes again with each of its letters. */
function fresh(type, data, composed = "") {
    if (!data) return "";
    if (type === "insertText") return data;
    if (type !== "insertCompositionText") return "";
    return data.startsWith(composed) ? data.slice(composed.length) : "";
}

function spare(event) {
    event.preventDefault();
    event.stopPropagation();
}

/** Takes the burst out of the field in which it happened to land; what a hand typed stays. */
function restore({ first: { field, value }, others }, isComposing) {
    // Ends a composition, which would otherwise put its text back.
    if (isComposing) field.blur();
    field.value = value + others.map((stroke) => stroke.text).join("");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (isComposing) field.focus();
}
