/** Shows a sentence in a note, or hides the note when there is none. */
export function say(note, text, tone = null) {
    note.textContent = text || "";
    note.hidden = !text;
    if (tone) note.className = `note ${tone}`;
}
