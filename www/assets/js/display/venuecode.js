import { call } from "../api.js";
import { byId } from "../element.js";

const retry = 3000;

/** The code that changes every half minute. */
export class VenueCode {
    constructor(event) {
        this.event = event;
        this.isShown = false;
    }

    /** Shows the code while a session is open, or hides it. */
    show(isShown) {
        if (isShown === this.isShown) return;
        this.isShown = isShown;
        clearTimeout(this.timer);
        byId("venue").hidden = true;
        if (isShown) this.renew();
    }

    async renew() {
        let wait = retry;
        try {
            const code = await call("GET", `/events/${this.event}/venue-code`);
            byId("venue-code").src = `data:image/svg+xml,${encodeURIComponent(code.qr_svg)}`;
            byId("venue").hidden = !this.isShown;
            wait = code.milliseconds_left;
        } catch (problem) {
            // An old code brings nobody in.
            byId("venue").hidden = true;
        }
        if (this.isShown) this.timer = setTimeout(() => this.renew(), wait);
    }
}
