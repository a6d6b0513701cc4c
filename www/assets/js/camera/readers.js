import { call } from "../api.js";
import { greyFrame } from "./picture.js";

/** The best way to read codes that this browser has. */
export async function bestReader() {
    const known = "BarcodeDetector" in window ? await window.BarcodeDetector.getSupportedFormats().catch(() => []) : [];
    return known.includes("qr_code") ? new NativeReader() : new BoxReader();
}

/** The browser reads by itself. */
class NativeReader {
    constructor() {
        this.detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    }

    /** The texts of the codes in view. */
    async read(video) {
        return (await this.detector.detect(video)).map((code) => code.rawValue);
    }
}

/** The box reads what it is sent. */
class BoxReader {
    async read(video) {
        return decode(greyFrame(video, video.videoWidth, video.videoHeight));
    }
}

/** The texts of the codes in a picture, as the box reads them. Throws a `Problem`. */
export async function decode(picture) {
    return (await call("POST", "/decode", picture)).texts;
}
