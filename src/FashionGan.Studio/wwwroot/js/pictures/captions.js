import { request } from "../core/connection.js";
import { chosen } from "../core/models.js";
import { written } from "./classes.js";
import { leaf } from "./recipe.js";

// Of a model that takes texts captions of its training take turns where no text is asked for. Which ones, the server says.

const most = 200;
const kept = new Map();

/** The recipes of a seed's pictures, each with its caption; undefined while the server has not been asked. */
export const captioned = ({ seed, first, count }, state) =>
    kept.get(urlOf(first, count, state))?.map((caption, i) => leaf(seed, first + i, written(caption)));

/** Asks the server, so that `captioned` knows. */
export async function askCaptions({ first, count }, state) {
    const url = urlOf(first, count, state);
    kept.set(url, await request(url, response => response.json()));
    if (kept.size > most) kept.delete(kept.keys().next().value);
}

const urlOf = (first, count, { model }) =>
    `api/captions?first=${first}&count=${count}&model=${encodeURIComponent(chosen(model).name)}`;
