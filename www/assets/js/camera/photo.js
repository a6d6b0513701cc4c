import { byId } from "../element.js";
import { say } from "../note.js";
import { word } from "../words.js";
import { smallPhoto } from "./picture.js";
import { decode } from "./readers.js";

/** Reads the codes in a photo that somebody has chosen or taken: what a browser allows on plain http too. */
export async function readPhoto(field, onCode) {
    const [file] = field.files;
    field.value = "";
    if (!file) return;
    say(byId("camera-note"), word("camera_reading"), "");
    try {
        const texts = await decode(await smallPhoto(file));
        say(byId("camera-note"), texts.length > 0 ? "" : word("camera_nothing"), "caution");
        texts.forEach(onCode);
    } catch (problem) {
        say(byId("camera-note"), problem.text || word("error_unknown_picture"), "bad");
    }
}
