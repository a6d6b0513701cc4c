/** One of the device's cameras, shown in a video element. */
export class Camera {
    /** @param onEnd called when the camera is taken away: unplugged, or its permission withdrawn */
    constructor(video, onEnd) {
        this.video = video;
        this.onEnd = onEnd;
        this.stream = null;
    }

    /** Whether the browser lets a page of this address see at all: on plain http only on `localhost`. */
    static get isPossible() {
        return Boolean(window.isSecureContext && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
    }

    get isOpen() {
        return this.stream !== null;
    }

    /**
     * Shows the camera with this id; without one, that which looks away from the screen (`environment`) or at the
     * person before it (`user`). Throws the browser's `DOMException`.
     */
    async open(deviceId, facingMode) {
        this.close();
        const wish = deviceId ? { deviceId: { exact: deviceId } } : { facingMode };
        const video = Object.assign({ width: { ideal: 1280 }, height: { ideal: 720 } }, wish);
        const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
        this.stream = stream;
        this.track.addEventListener("ended", () => stream === this.stream && this.onEnd());
        this.video.srcObject = stream;
        await this.video.play().catch(() => {});
    }

    close() {
        if (!this.stream) return;
        for (const track of this.stream.getTracks()) track.stop();
        this.stream = null;
        this.video.srcObject = null;
    }

    get track() {
        return this.stream.getVideoTracks()[0];
    }

    get deviceId() {
        return this.track.getSettings().deviceId;
    }

    /** Whether it looks at the person before the screen, who expects a mirror. */
    get isMirror() {
        return this.track.getSettings().facingMode === "user";
    }

    /** Whether it has a light of its own. */
    get canLight() {
        return Boolean(this.track.getCapabilities && this.track.getCapabilities().torch);
    }

    light(isOn) {
        return this.track.applyConstraints({ advanced: [{ torch: isOn }] });
    }

    /** All cameras of the device; their names are known once one of them was allowed. */
    static async all() {
        const devices = await navigator.mediaDevices.enumerateDevices();
        return devices.filter((device) => device.kind === "videoinput");
    }
}
