import { same } from "./board.js";
import { say } from "./news.js";

// Pictures that are to be seen side by side, whichever rooms they are from.

/** Side by side each is still large. */
const most = 4;
const listeners = new Set();
let pictures = [];

/** @typedef {import("./board.js").Picture} Picture */

/** Those that were chosen, in their order. */
export const compared = () => pictures;

/** Whether a picture is among them. */
export const isCompared = picture => pictures.some(one => same(one, picture));

/** Adds a picture to them, or takes it away again. */
export function compare(picture) {
    if (isCompared(picture)) set(pictures.filter(one => !same(one, picture)));
    else if (pictures.length < most) set([...pictures, picture]);
    else say(`${most} pictures are compared at most; take one away first.`);
}

/** Takes all away. */
export const compareNone = () => set([]);

/** Calls back when they change. */
export const listenCompared = listener => listeners.add(listener);

function set(next) {
    pictures = next;
    for (const listener of listeners) listener();
}
