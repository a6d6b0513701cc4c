import { element, icon } from "../element.js";

/** A sentence with its picture. */
export function note(tone, picture, text) {
    return element("p", { class: `note ${tone}` }, icon(picture), element("span", {}, text));
}
