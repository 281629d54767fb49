import { isRefused } from "../pictures/drawings.js";
import * as board from "./board.js";
import { can } from "./models.js";
import { say } from "./news.js";
import { current, here } from "./store.js";
import { remember } from "./undo.js";

/** A recipe with all that decides its pixels now: the model, the truncation, and psi where the model has w. */
export function pictureOf(recipe, state = current()) {
    const { truncation, psi, model } = state;
    return { recipe, truncation, psi: can("psi", model) ? psi : null, model };
}

/** Puts a picture on the board or takes it off, as a step that can be undone. */
export function keep(picture) {
    if (isRefused(picture) && !board.has(picture)) return say("This picture could not be drawn, so it is not kept.");
    remember(here());
    say(board.toggle(picture) ? "Kept on your board." : "Taken off your board.");
}
