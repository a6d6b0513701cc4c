/** Runs an action that a form began; while it is under way a second click or Enter does nothing. */
export async function whileBusy(form, action) {
    if (form.dataset.busy) return;
    form.dataset.busy = "true";
    const buttons = Array.from(form.querySelectorAll("button")).filter((button) => !button.disabled);
    for (const button of buttons) button.disabled = true;
    try {
        await action();
    } finally {
        delete form.dataset.busy;
        for (const button of buttons) button.disabled = false;
    }
}
