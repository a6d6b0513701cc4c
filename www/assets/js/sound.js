// Tones made in the browser: the page's policy loads no media.

const tunes = {
    good: [[880, 0, 0.12], [1320, 0.12, 0.2]],
    kept: [[880, 0, 0.12], [1100, 0.12, 0.2]],
    caution: [[660, 0, 0.16], [660, 0.22, 0.16]],
    bad: [[220, 0, 0.45]],
};
let context = null;

/** Lets the browser play: called at the first touch or key, where it wants one. */
function wakeSound() {
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context) return;
    if (!context) context = new Context();
    if (context.state === "suspended") context.resume().catch(() => {});
}

/** Plays the sound of an answer: `good`, `caution` or `bad`. A device without sound stays silent. */
export function play(tone) {
    wakeSound();
    if (!context || context.state !== "running") return;
    for (const [frequency, start, length] of tunes[tone]) note(frequency, context.currentTime + start, length);
}

function note(frequency, start, length) {
    const source = context.createOscillator();
    const volume = context.createGain();
    source.frequency.value = frequency;
    source.type = frequency < 300 ? "sawtooth" : "sine";
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.35, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    source.connect(volume);
    volume.connect(context.destination);
    source.start(start);
    source.stop(start + length + 0.02);
}

document.addEventListener("pointerdown", wakeSound, { passive: true });
document.addEventListener("keydown", wakeSound);
