import { Dialog } from "../dialog.js";
import { byId, fill } from "../element.js";

/** The window that shows a QR code with what belongs to it. */
export class Picture {
    constructor() {
        this.dialog = new Dialog(byId("picture"));
    }

    show(title, ...content) {
        byId("picture-title").textContent = title;
        fill(byId("picture-body"), ...content);
        this.dialog.open();
    }
}
