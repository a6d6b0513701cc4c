import { meant } from "../scan/keys.js";

// Milliseconds without a key after which a scanner has surely ended.
const silence = 400;

/** Records one burst: what was pressed, when, and what arrived in the field. */
export class Recorder {
    /** @param onBurst gets `{strokes, seen, isEnded}` */
    constructor(field, onBurst) {
        this.field = field;
        this.onBurst = onBurst;
        this.begin();
        document.addEventListener("keydown", (event) => this.key(event), true);
        field.addEventListener("input", () => this.later());
    }

    begin() {
        clearTimeout(this.timer);
        this.strokes = [];
        this.isEnded = false;
        this.field.value = "";
    }

    key(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
        if (event.key === "Enter" || event.key === "Tab" || event.code === "Enter") return this.end(event);
        const stroke = Object.assign({
            key: event.key, at: event.timeStamp, isCaps: event.getModifierState("CapsLock"),
        }, meant(event));
        if (stroke.text) this.strokes.push(stroke);
        if (stroke.text && document.activeElement !== this.field) this.field.focus();
        this.later();
    }

    end(event) {
        // Tab by hand still leads on to the next control.
        if (this.strokes.length < 2 && !this.field.value) return;
        event.preventDefault();
        this.isEnded = true;
        this.later();
    }

    later() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.finish(), silence);
    }

    /** Only now has a keyboard method put its last letter into the field. */
    finish() {
        const burst = { strokes: this.strokes, seen: this.field.value, isEnded: this.isEnded };
        this.begin();
        if (burst.strokes.length > 2 || burst.seen.length > 2) this.onBurst(burst);
    }
}
