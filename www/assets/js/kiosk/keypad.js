import { byId, element, fill } from "../element.js";
import { word } from "../words.js";

const length = 8;
const forgetAfter = 20000;

/** The on-screen keypad: eight digits, shown in groups of 3, 3 and 2. */
export class Keypad {
    /** @param onCode gets the eight digits */
    constructor(onCode) {
        this.onCode = onCode;
        this.digits = "";
        byId("keys").addEventListener("click", (event) => this.press(event.target.closest("button")));
        byId("submit").addEventListener("click", () => this.submit());
        this.show();
    }

    press(button) {
        if (!button) return;
        if (button.dataset.digit) this.type(button.dataset.digit);
        else if (button.dataset.key === "back") this.set(this.digits.slice(0, -1));
        else this.clear();
    }

    /** Takes a character of a keyboard, too. */
    type(character) {
        if (character === "Enter") this.submit();
        else if (/^\d$/.test(character) && this.digits.length < length) this.set(this.digits + character);
    }

    clear() {
        this.set("");
    }

    submit() {
        const code = this.digits;
        if (code.length !== length) return;
        this.clear();
        this.onCode(code);
    }

    set(digits) {
        this.digits = digits;
        this.show();
        clearTimeout(this.timer);
        // Somebody who walked away must not leave half a code to the next person.
        if (digits) this.timer = setTimeout(() => this.clear(), forgetAfter);
    }

    show() {
        const places = Array.from({ length }, (_, place) => this.digits[place] || "");
        fill(byId("digits"), ...places.map((digit) => element(
            "span", { class: digit && "filled" }, digit || "\u00a0")));
        const spoken = Array.from(this.digits).join(" ") || word("kiosk_typed_none");
        byId("typed").textContent = `${word("kiosk_typed")}: ${spoken}`;
        byId("submit").disabled = this.digits.length !== length;
    }
}
