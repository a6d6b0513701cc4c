"""A wedge scanner before a computer whose keyboard is set to something: keys as Chromium gets them from the system."""

from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

LAYOUT = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"))
# Types as keys do, all in one task of the page: no other work of a busy computer comes between two keys.
BURST = """(keys) => {
    for (const { code, key, text, shiftKey } of keys) {
        const target = document.activeElement;
        const event = new KeyboardEvent(
            "keydown", { code, key, shiftKey, bubbles: true, cancelable: true, composed: true });
        if (target.dispatchEvent(event) && text) document.execCommand("insertText", false, text);
    }
}"""
# A scanner's clock: while it is held, two keys are five milliseconds apart and no timer of the page fires between them, however
# long the busy computer of the tests takes to bring them. Everything else is the browser's own: trusted keys, what they type,
# and what Enter presses.
STEADY = """() => {
    if (window.scanner) return;
    const [set, clear, moved, stamps] = [window.setTimeout, window.clearTimeout, new Map(), new WeakMap()];
    const real = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp").get;
    window.scanner = { isHeld: false, now: 0 };
    window.setTimeout = (act, wait, ...rest) => {
        const run = () => {
            if (window.scanner.isHeld) return moved.set(id, set(run, 5));
            moved.delete(id);
            return act(...rest);
        };
        const id = set(run, wait);
        return id;
    };
    window.clearTimeout = (id) => {
        clear(id);
        clear(moved.get(id));
    };
    Object.defineProperty(Event.prototype, "timeStamp", { get() {
        if (!stamps.has(this)) {
            window.scanner.now = window.scanner.isHeld ? window.scanner.now + 5 : real.call(this);
            stamps.set(this, window.scanner.now);
        }
        return stamps.get(this);
    } });
}"""
HOLD = """(isHeld) => {
    if (isHeld) window.scanner.now = performance.now();
    window.scanner.isHeld = isHeld;
}"""
# What a British computer makes of the keys of a scanner set to the US.
BRITISH = {"|": "~", "@": '"', '"': "@", "#": "£"}
PROCESS = "Process"
SIGNS = {"|": ("Backslash", True), " ": ("Space", False), ",": ("Comma", False), "/": ("Slash", False),
         "-": ("Minus", False), "]": ("BracketRight", False), ".": ("Period", False), ":": ("Semicolon", True)}


@dataclass
class Wedge:
    """Types on one page. `keyboard` is `us`, `vietnamese`, `method` (a system input method), `british` or `caps`."""

    page: Page
    keyboard: str = "us"

    def __post_init__(self):
        self.cdp = self.page.context.new_cdp_session(self.page)

    def scan(self, text: str, end: str | None = "Enter") -> None:
        """A burst; letters that no key types are dropped, as scanners do."""
        with self.steady():
            for character in text:
                self.press(character)
            if end:
                self.end(end)

    def insert(self, *texts: str) -> None:
        """Texts that come without keys, as from a phone's keyboard or a scanner's own port, and an Enter."""
        with self.steady():
            for text in texts:
                self.page.keyboard.insert_text(text)
            self.end("Enter")

    @contextmanager
    def steady(self):
        """As quick as a scanner, however busy the computer is."""
        self.page.evaluate(STEADY)
        self.page.evaluate(HOLD, True)
        yield
        self.page.evaluate(HOLD, False)

    def end(self, key: str) -> None:
        self.send(key, key, "\r" if key == "Enter" else "")

    def press(self, character: str) -> None:
        found = key_of(character)
        if not found:
            return
        code, shift = found
        if self.keyboard == "method":
            # The method has the key first; what it makes of it comes as text of its own.
            self.send(code, PROCESS, "", shift)
            self.cdp.send("Input.insertText", {"text": character})
            return
        key = self.arrives(character)
        self.send(code, key, key, shift)

    def arrives(self, character: str) -> str:
        if self.keyboard == "vietnamese":
            return LAYOUT.get(character, character)
        if self.keyboard == "british":
            return BRITISH.get(character, character)
        return character.swapcase() if self.keyboard == "caps" else character

    def send(self, code: str, key: str, text: str, shift: bool = False) -> None:
        event = {"type": "keyDown", "code": code, "key": key, "modifiers": 8 if shift else 0}
        if key == PROCESS:
            event |= {"type": "rawKeyDown", "windowsVirtualKeyCode": 229}
        elif text:
            event |= {"text": text}
        self.cdp.send("Input.dispatchKeyEvent", event)


def key_of(character: str) -> tuple[str, bool] | None:
    """The key of the US layout and whether with Shift; None for what a scanner cannot type."""
    if character.isascii() and character.isdigit():
        return f"Digit{character}", False
    if character.isascii() and character.isalpha():
        return f"Key{character.upper()}", character.isupper()
    return SIGNS.get(character)
