import * as board from "./board.js";
import { say } from "./news.js";
import { current, here } from "./store.js";
import { remember } from "./undo.js";

/** A recipe with all that decides its pixels now: the model and the truncation. */
export function pictureOf(recipe, state = current()) {
    const { truncation, model } = state;
    return { recipe, truncation, model };
}

/** Puts a picture on the board or takes it off, as a step that can be undone. */
export function keep(picture) {
    remember(here());
    say(board.toggle(picture) ? "Kept on your board." : "Taken off your board.");
}
