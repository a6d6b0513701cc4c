import { pause } from "../pause.js";
import { Held } from "./held.js";

const quickest = 125;
const slowest = 4000;

/** Looks at a video again and again, one look at a time, as often as the reader can bear. */
export class Watch {
    /**
     * @param onCode gets the text of each code that comes into view
     * @param onProblem gets what a look has thrown, and null when one goes well again
     */
    constructor(video, reader, onCode, onProblem) {
        Object.assign(this, { video, reader, onCode, onProblem });
        this.held = new Held();
        this.isOn = false;
    }

    async start() {
        this.isOn = true;
        let wait = quickest;
        while (this.isOn) {
            const begun = performance.now();
            wait = await this.look(wait);
            const taken = performance.now() - begun;
            // A slow box gets a rest between two looks; a quick one is asked eight times a second.
            await pause(Math.max(wait - taken, taken / 2));
        }
    }

    stop() {
        this.isOn = false;
    }

    /** One look; returns how long the next one has to wait. */
    async look(wait) {
        if (this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return quickest;
        try {
            const texts = await this.reader.read(this.video);
            if (this.isOn) {
                this.report(null);
                this.held.look(texts).forEach(this.onCode);
            }
            return quickest;
        } catch (problem) {
            if (this.isOn) this.report(problem);
            return Math.min(Math.max(wait * 2, (problem.retryAfter || 0) * 1000), slowest);
        }
    }

    report(problem) {
        if (problem || this.isTroubled) this.onProblem(problem);
        this.isTroubled = problem !== null;
    }
}
