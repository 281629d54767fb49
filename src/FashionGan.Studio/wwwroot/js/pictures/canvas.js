/**
 * Puts a drawing on a canvas, pixel for pixel; the style sheet enlarges it in whole steps.
 * @param {HTMLCanvasElement} canvas
 * @param {import("./drawings.js").Drawing} drawing
 */
export function paint(canvas, { width, height, channels, pixels }) {
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const image = new ImageData(width, height);
    const words = new Uint32Array(image.data.buffer);
    // A word's lowest byte is red.
    if (channels === 1) for (let i = 0; i < words.length; i++) words[i] = 0xff000000 | pixels[i] * 0x010101;
    else for (let i = 0; i < words.length; i++) words[i] = 0xff000000 | pixels[3 * i + 2] << 16 | pixels[3 * i + 1] << 8 | pixels[3 * i];
    canvas.getContext("2d").putImageData(image, 0, 0);
}

/** Empties a canvas of this size: black, as a picture's ground is. */
export function blank(canvas, width, height) {
    [canvas.width, canvas.height] = [width, height];
}
