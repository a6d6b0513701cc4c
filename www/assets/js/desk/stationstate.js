import { call } from "../api.js";

const minute = 60000;

/** Tells the box once a minute, and whenever it changes, how much waits on this device and how full its battery is. */
export class StationState {
    constructor() {
        [this.told, this.toldAt] = [null, 0];
    }

    async tell(unsent) {
        if (unsent === this.told && Date.now() - this.toldAt < minute) return;
        [this.told, this.toldAt] = [unsent, Date.now()];
        const state = { unsent };
        if (navigator.getBattery) state.battery = Math.round((await navigator.getBattery()).level * 100);
        await call("POST", "/stations/self", state);
    }
}
