import * as board from "../core/board.js";
import { byId } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { Gallery } from "./gallery.js";

const dialog = byId("picker");
let answer = null;

const gallery = new Gallery(byId("picker-pictures"), { onPick: (item, { byPointer }) => byPointer && take(item), onOpen: take });

/** Asks for a picture of the board; resolves with its recipe, or null when none is taken. */
export async function pickFromBoard() {
    const recipes = [...new Set(board.pictures().map(picture => picture.recipe))];
    byId("picker-empty").hidden = recipes.length > 0;
    // Drawn as the studio draws now, which is how the recipe is going to look.
    gallery.show(recipes.map(recipe => ({ ...pictureOf(recipe), label: `Picture ${recipe}` })), null);
    answer = null;
    dialog.showModal();
    if (recipes.length) gallery.focus();
    await new Promise(resolve => dialog.addEventListener("close", resolve, { once: true }));
    return answer;
}

function take(item) {
    answer = item.recipe;
    dialog.close();
}

byId("picker-close").addEventListener("click", () => dialog.close());
