import { byId } from "./element.js";

/** Shows the strip about the box's clock unless the clock is confirmed. */
export function showClock(clock) {
    byId("clock-note").hidden = !clock || clock.state === "confirmed";
}
