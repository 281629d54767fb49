import { Problem, request } from "../core/connection.js";
import { chosen } from "../core/models.js";
import { readLeaf } from "./recipe.js";

// Pixels, as the server draws them, kept while the page is open: going back and forth asks for nothing twice.

const most = 4000, mostBytes = 48_000_000;
const longestQuery = 40_000;

/** Pictures that the server draws at a request. */
export const mostAtOnce = 256;

const kept = new Map();
/** What is asked for now, so that nobody asks for it a second time. */
const coming = new Map();
/** What the server has refused to draw. */
const refused = new Set();

/** @typedef {{ width: number, height: number, channels: number, pixels: Uint8Array }} Drawing Row by row, a byte for each channel. */
/** @typedef {import("../core/board.js").Picture} Picture */

/**
 * Draws pictures.
 * @param {Picture[]} pictures All of one model, truncation and psi.
 * @returns {Promise<Drawing[]>}
 */
export async function draw(pictures) {
    const keys = pictures.map(keyOf);
    const missing = [...new Map(pictures.map((picture, i) => [keys[i], picture]))]
        .filter(([key]) => !kept.has(key) && !coming.has(key)).map(([, picture]) => picture);
    for (const part of portions(missing)) {
        const asked = ask(part);
        for (const picture of part) coming.set(keyOf(picture), asked);
    }

    const awaited = new Set(keys.map(key => coming.get(key)).filter(asked => asked)), fresh = new Map();
    try {
        for (const found of await Promise.all(awaited)) for (const [key, drawing] of found) fresh.set(key, drawing);
    } finally {
        for (const [key, asked] of coming) if (awaited.has(asked)) coming.delete(key);
    }

    const drawn = keys.map(key => fresh.get(key) ?? kept.get(key));
    // Used now, so forgotten last.
    keys.forEach((key, i) => {
        kept.delete(key);
        kept.set(key, drawn[i]);
    });
    for (const key of kept.keys()) {
        if (kept.size <= Math.min(most, mostBytes / (drawn[0]?.pixels.length ?? 1))) break;
        kept.delete(key);
    }

    return drawn;
}

/** Asks the server; each drawing by its picture's key. */
async function ask(pictures) {
    try {
        const drawings = await fetchRaw(`api/generate?${query(pictures)}&format=raw`);
        for (const picture of pictures) refused.delete(keyOf(picture));
        return pictures.map((picture, i) => [keyOf(picture), drawings[i]]);
    } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (pictures.length === 1) {
            refused.add(keyOf(pictures[0]));
        } else {
            // One is at fault: each is asked for by itself, so that the others are there.
            const each = await Promise.allSettled(pictures.map(picture => ask([picture])));
            for (const [[key, drawing]] of each.flatMap(one => one.value ? [one.value] : [])) kept.set(key, drawing);
        }

        throw error;
    }
}

/** Whether the server has refused to draw a picture. */
export const isRefused = picture => refused.has(keyOf(picture));

/** What is kept of a picture, or undefined. */
export const drawn = picture => kept.get(keyOf(picture));

/** Keeps what was drawn otherwise than by `draw`. */
export const keepDrawing = (picture, drawing) => kept.set(keyOf(picture), drawing);

/** Forgets what was drawn: a model's weights have changed. */
export function forget() {
    kept.clear();
    coming.clear();
    refused.clear();
}

/** Asks for raw pixels and cuts them into pictures. */
export const fetchRaw = url => request(url, async response => {
    const [width, height, channels, count] =
        ["Width", "Height", "Channels", "Count"].map(name => Number(response.headers.get(`X-Picture-${name}`)));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const size = width * height * channels;
    return Array.from({ length: count }, (_, i) => ({ width, height, channels, pixels: bytes.subarray(i * size, (i + 1) * size) }));
});

/** The part of a query that decides how pictures are drawn, whichever they are. */
export const manner = ({ truncation, psi, model }) =>
    [["truncation", truncation], ["psi", psi], ["model", model]].filter(([, value]) => value !== null)
        .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join("");

/** The query for pictures: a seed's run in a row by its first, others one by one. */
export function query(pictures) {
    const leaves = pictures.map(({ recipe }) => readLeaf(recipe)), [first] = leaves;
    const inARow = leaves.every((leaf, i) =>
        leaf && leaf.seed === first.seed && leaf.number === first.number + i && leaf.name === first.name);
    const which = inARow
        ? `seed=${first.seed}&first=${first.number}&count=${pictures.length}${ofClasses(first.name ? [first.name] : [], pictures[0].model)}`
        : named(pictures);
    return which + manner(pictures[0]);
}

/** The part of a query that names pictures one by one. */
export const named = pictures => pictures.map(({ recipe }) => `picture=${encodeURIComponent(recipe)}`).join("&");

/** The part of a query that names a walk's stops. */
export const ends = ({ from, to, via, loop }) => [["from", from], ...via.map(stop => ["via", stop]), ["to", to]]
    .map(([name, stop]) => `${name}=${encodeURIComponent(stop)}`).join("&") + (loop ? "&loop=yes" : "");

/** The part of a query that asks a model for classes, or texts, of a seed's pictures. */
export const ofClasses = (names, model) =>
    names.map(name => `&${chosen(model)?.words ? "text" : "class"}=${encodeURIComponent(name)}`).join("");

function* portions(pictures) {
    let part = [], length = 0;
    for (const picture of pictures) {
        const more = encodeURIComponent(picture.recipe).length + 10;
        if (part.length === mostAtOnce || part.length > 0 && length + more > longestQuery) {
            yield part;
            [part, length] = [[], 0];
        }

        part.push(picture);
        length += more;
    }

    if (part.length) yield part;
}

const keyOf = ({ recipe, model, truncation, psi }) => JSON.stringify([recipe, model, truncation, psi]);
