import { byId, element } from "../core/dom.js";
import { classes } from "../core/models.js";
import { paint } from "../pictures/canvas.js";
import { draw } from "../pictures/drawings.js";
import { inWords } from "../pictures/recipe.js";

// Two to four pictures side by side, large.

const dialog = byId("compare"), list = byId("compare-pictures");

export function startComparison() {
    byId("compare-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
}

/** @param {import("../core/board.js").Picture[]} pictures */
export async function openComparison(pictures) {
    list.replaceChildren(...pictures.map(({ recipe, note }) => {
        const item = element("li");
        const canvas = element("canvas", { role: "img", "aria-label": `Picture ${recipe}` });
        item.append(canvas, element("p", { text: inWords(recipe, classes()) }));
        if (note) item.append(element("p", { className: "hint", text: note }));
        return item;
    }));
    dialog.showModal();
    // Each as it was kept: one may have another manner than the next.
    for (const [i, picture] of pictures.entries()) {
        const [drawing] = await draw([picture]);
        paint(list.children[i].querySelector("canvas"), drawing);
    }
}
