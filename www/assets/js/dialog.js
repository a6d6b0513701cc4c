/** A modal window of the page: opens, closes by its buttons marked `data-close`, by Escape and by a click beside it. */
export class Dialog {
    constructor(window) {
        this.window = window;
        for (const button of window.querySelectorAll("[data-close]")) {
            button.addEventListener("click", () => this.close());
        }
        window.addEventListener("click", (event) => {
            if (event.target === window) this.close();
        });
    }

    get isOpen() {
        return this.window.open;
    }

    open() {
        if (!this.window.open) this.window.showModal();
    }

    close() {
        if (this.window.open) this.window.close();
    }
}
