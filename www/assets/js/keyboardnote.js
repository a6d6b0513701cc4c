import { byId } from "./element.js";

/** Tells staff whether the last scan came through a keyboard method that had to be undone. */
export function showKeyboard(isRepaired) {
    byId("keyboard-note").hidden = !isRepaired;
}
