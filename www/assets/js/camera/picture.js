// 480 dots a side and one byte each: below the size that the box keeps in memory.
const frameSide = 480;
const photoSide = 1000;

/** The middle of a picture or video as a binary grey map: what its page shows in the square. */
export function greyFrame(source, width, height) {
    const cut = Math.min(width, height);
    const side = Math.min(cut, frameSide);
    const pen = canvas(side, side).getContext("2d", { willReadFrequently: true });
    pen.drawImage(source, (width - cut) / 2, (height - cut) / 2, cut, cut, 0, 0, side, side);
    const grey = greyOf(pen.getImageData(0, 0, side, side).data);
    return new Blob([`P5\n${side} ${side}\n255\n`, grey], { type: "image/x-portable-graymap" });
}

/** One byte for each dot of red, green, blue and opacity (ITU-R BT.601, in whole numbers). */
function greyOf(dots) {
    const grey = new Uint8Array(dots.length / 4);
    for (let i = 0, at = 0; i < grey.length; i += 1, at += 4) {
        grey[i] = (77 * dots[at] + 150 * dots[at + 1] + 29 * dots[at + 2]) >> 8;
    }
    return grey;
}

/** A photo as a small JPEG: at that size the box reads it best, and the Wi-Fi bears it. Throws what is no picture. */
export async function smallPhoto(file) {
    const picture = await load(file);
    const scale = Math.min(1, photoSide / Math.max(picture.naturalWidth, picture.naturalHeight));
    const paper = canvas(
        Math.max(1, Math.round(picture.naturalWidth * scale)), Math.max(1, Math.round(picture.naturalHeight * scale)));
    const pen = paper.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, paper.width, paper.height);
    return new Promise((resolve) => paper.toBlob(resolve, "image/jpeg", 0.85));
}

function canvas(width, height) {
    return Object.assign(document.createElement("canvas"), { width, height });
}

function load(file) {
    const address = URL.createObjectURL(file);
    return new Promise((resolve, reject) => {
        const picture = new Image();
        picture.onload = () => resolve(picture);
        picture.onerror = reject;
        picture.src = address;
    }).finally(() => URL.revokeObjectURL(address));
}
