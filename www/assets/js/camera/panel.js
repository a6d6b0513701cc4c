import { byId, element, fill } from "../element.js";
import { say } from "../note.js";
import { word } from "../words.js";
import { Camera } from "./camera.js";
import { readPhoto } from "./photo.js";
import { bestReader } from "./readers.js";
import { Watch } from "./watch.js";

const retry = 10000;
// By the names that the browsers' `getUserMedia` gives its errors.
const reasons = {
    NotAllowedError: "camera_refused", SecurityError: "camera_refused", NotFoundError: "camera_none",
    OverconstrainedError: "camera_none", NotReadableError: "camera_busy", AbortError: "camera_busy",
};

/** The camera of a page with its buttons; where the browser allows none, a photo does the same. */
export class CameraPanel {
    /**
     * @param onCode gets the text of a code that was shown
     * @param isUnattended starts by itself where it may, looks at the person before it, and never gives up
     */
    constructor(onCode, { isUnattended = false } = {}) {
        this.onCode = onCode;
        this.isUnattended = isUnattended;
        this.isWanted = false;
        this.camera = new Camera(byId("camera-video"), () => this.failed({ name: "NotFoundError" }));
        byId("camera-start").addEventListener("click", () => this.start());
        byId("camera-stop").addEventListener("click", () => this.stop());
        byId("camera-light").addEventListener("click", () => this.turnLight());
        byId("camera-choice").addEventListener("change", (event) => this.start(event.target.value));
        byId("camera-photo").addEventListener("change", (event) => readPhoto(event.target, onCode));
        document.addEventListener("visibilitychange", () => this.isWanted && this.follow(document.hidden));
    }

    /** Shows what this browser can do. */
    async offer() {
        byId("camera").hidden = false;
        byId("camera-start").hidden = !Camera.isPossible;
        byId("camera-photo-button").hidden = Camera.isPossible;
        if (this.isUnattended && Camera.isPossible && (await isAllowed())) await this.start();
    }

    /** The camera may not be used here any more. */
    withdraw() {
        this.stop();
        byId("camera").hidden = true;
    }

    /** Turns the camera on, or to the one with this id. */
    async start(deviceId = this.deviceId) {
        this.isWanted = true;
        this.rest();
        byId("camera-start").disabled = true;
        try {
            await this.camera.open(deviceId, this.isUnattended ? "user" : "environment");
            await this.show();
        } catch (error) {
            this.failed(error);
        } finally {
            byId("camera-start").disabled = false;
        }
    }

    /** Turns the camera off; a page out of sight is never watched. */
    stop() {
        this.isWanted = false;
        this.rest();
    }

    rest() {
        clearTimeout(this.later);
        if (this.watch) this.watch.stop();
        this.camera.close();
        this.arrange();
    }

    follow(isHidden) {
        if (isHidden) this.rest();
        else this.start();
    }

    async show() {
        this.reader = this.reader || (await bestReader());
        // Meanwhile the page may have gone out of sight, or somebody has turned the camera off.
        if (!this.camera.isOpen) return;
        this.deviceId = this.camera.deviceId;
        this.watch = new Watch(this.camera.video, this.reader, this.onCode, (problem) => this.tell(problem));
        this.watch.start();
        this.arrange();
        this.showChoice(await Camera.all());
    }

    /** Shows the buttons that do something now. */
    arrange() {
        const isOn = this.camera.isOpen;
        document.body.classList.toggle("camera-on", isOn);
        byId("camera-view").hidden = !isOn;
        byId("camera-view").classList.toggle("mirror", isOn && this.camera.isMirror);
        byId("camera-start").hidden = isOn || !Camera.isPossible;
        byId("camera-stop").hidden = !isOn || this.isUnattended;
        byId("camera-light").hidden = !isOn || !this.camera.canLight;
        byId("camera-light").setAttribute("aria-pressed", "false");
        byId("camera-choice-field").hidden = !isOn;
        if (isOn) say(byId("camera-note"), "");
    }

    showChoice(cameras) {
        byId("camera-choice-field").hidden = !this.camera.isOpen || cameras.length < 2;
        fill(byId("camera-choice"), ...cameras.map((camera, place) => element(
            "option", { value: camera.deviceId, selected: camera.deviceId === this.deviceId },
            camera.label || word("camera_number", { number: place + 1 }))));
    }

    async turnLight() {
        const button = byId("camera-light");
        const isOn = button.getAttribute("aria-pressed") !== "true";
        try {
            await this.camera.light(isOn);
            button.setAttribute("aria-pressed", String(isOn));
        } catch (error) {
            say(byId("camera-note"), word("camera_no_light"), "caution");
        }
    }

    failed(error) {
        this.rest();
        this.deviceId = undefined;
        say(byId("camera-note"), word(reasons[error.name] || "camera_failed"), "caution");
        if (this.isUnattended) this.later = setTimeout(() => this.isWanted && this.start(), retry);
    }

    /** What is wrong with reading; the camera goes on. */
    tell(problem) {
        say(byId("camera-note"), problem && (problem.text || word("camera_failed")), "caution");
    }
}

/** Whether there is a camera that may be turned on without a question that nobody would answer. */
async function isAllowed() {
    try {
        const permission = await navigator.permissions.query({ name: "camera" });
        return permission.state === "granted" && (await Camera.all()).length > 0;
    } catch (error) {
        return false;
    }
}
