// The keys beside letters and digits under the US layout, plain and with Shift.
const signs = {
    Backquote: "`~", Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|",
    IntlBackslash: "\\|", Semicolon: ";:", Quote: "'\"", Comma: ",<", Period: ".>", Slash: "/?", Space: "  ",
    NumpadDivide: "//", NumpadMultiply: "**", NumpadSubtract: "--", NumpadAdd: "++", NumpadDecimal: "..",
};

/**
 * What a scanner meant by a key: `{text, isRepaired}`, an empty text for a key that types nothing.
 *
 * Scanners press the keys of the US layout. The physical key (`code`) therefore tells a digit from what Telex, VNI or a
 * Vietnamese layout made of it; a digit or a bar that did come through is taken as it is.
 */
export function meant(event) {
    const { key } = event;
    if (/^[\d|]$/.test(key)) return { text: key, isRepaired: false };
    // No sign of a card or a code but the bar is there, whatever another country's layout makes of the key.
    if (event.code === "Backslash" && event.shiftKey) return { text: "|", isRepaired: true };
    const text = physical(event) || (key.length === 1 ? key : "");
    return { text, isRepaired: text !== "" && text.toLowerCase() !== key.toLowerCase() && /[\d|]/.test(text) };
}

function physical({ code, shiftKey, key }) {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code || "");
    if (digit) return shiftKey && code.startsWith("Digit") ? ascii(key) : digit[1];
    const letter = /^Key([A-Z])$/.exec(code || "");
    if (letter) return ascii(key) || (shiftKey ? letter[1] : letter[1].toLowerCase());
    const pair = signs[code];
    return pair ? ascii(key) || pair[shiftKey ? 1 : 0] : "";
}

/** A letter or sign that no keyboard method has touched. */
function ascii(key) {
    return /^[\x20-\x7e]$/.test(key) ? key : "";
}
