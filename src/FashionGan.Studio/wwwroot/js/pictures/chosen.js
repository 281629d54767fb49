import { request } from "../core/connection.js";
import { pictureOf } from "../core/keeping.js";
import { can } from "../core/models.js";
import { manner, ofClasses } from "./drawings.js";

// Pictures of a seed that the discriminator has chosen or sorted. The server's answer is kept, so going back and forth asks nothing twice.

/** Of how many each picture may be the best. */
export const choices = [2, 4, 8];

const most = 200;
const kept = new Map();

/** Whether a room's pictures are chosen or sorted: it asks for that, and the model that draws can judge. */
export const isChosen = ({ best }) => best !== null && can("judge");

/**
 * The recipes of a room's pictures, or undefined while the server has not been asked.
 * @param {{ seed: number, first: number, count: number, best: "first" | number }} room
 * @param {string[]} classes Those that are asked for.
 */
export const chosen = (room, classes, state) => kept.get(urlOf(room, classes, state));

/** Asks the server, so that `chosen` knows. */
export async function choose(room, classes, state) {
    const url = urlOf(room, classes, state);
    const scores = await request(url, response => response.json());
    if (room.best === "first") scores.sort((a, b) => b.logit - a.logit);
    kept.set(url, scores.map(score => score.recipe));
    if (kept.size > most) kept.delete(kept.keys().next().value);
}

/** Forgets what was chosen: a model's weights have changed. */
export const forgetChosen = () => kept.clear();

function urlOf({ seed, first, count, best }, classes, state) {
    const of = best === "first" ? 1 : best;
    return `api/scores?seed=${seed}&first=${first}&count=${count}&best_of=${of}${ofClasses(classes, state.model)}`
        + manner(pictureOf("", state))
        + (best === "first" ? "#sorted" : "");
}
