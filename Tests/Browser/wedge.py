"""A wedge scanner before a computer whose keyboard is set to something: keys as Chromium gets them from the system."""

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
        for character in text:
            self.press(character)
        if end:
            self.end(end)

    def burst(self, text: str, end: str | None = "Enter") -> None:
        """A scan that no busy computer makes slow."""
        keys = [self.stroke(character) for character in text]
        ending = [{"code": end, "key": end, "text": "", "shiftKey": False}] if end else []
        self.page.evaluate(BURST, keys + ending)

    def stroke(self, character: str) -> dict:
        code, shift = key_of(character)
        arrives = self.arrives(character)
        return {"code": code, "key": PROCESS if self.keyboard == "method" else arrives, "text": arrives,
                "shiftKey": shift}

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
