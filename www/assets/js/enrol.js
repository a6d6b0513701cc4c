import { call } from "./api.js";
import { byId, element } from "./element.js";
import { say } from "./note.js";
import { loadWords, word } from "./words.js";

async function enrol(button) {
    button.disabled = true;
    try {
        const station = await call("POST", "/enrol", { token: button.dataset.token });
        byId("enrol-done").hidden = false;
        button.hidden = true;
        location.replace(station.next || "/desk");
    } catch (problem) {
        button.disabled = false;
        say(byId("enrol-note"), problem.text);
    }
}

loadWords().then(() => {
    const button = byId("enrol-button");
    if (!button) return;
    const question = byId("enrol-question");
    question.before(element("h2", {}, word("enrol_question", { station: question.dataset.station })));
    button.addEventListener("click", () => enrol(button));
});
