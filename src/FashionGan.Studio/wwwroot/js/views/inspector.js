import * as board from "../core/board.js";
import { compare, isCompared, listenCompared } from "../core/compared.js";
import { byId, copy, waiting } from "../core/dom.js";
import { keep, pictureOf } from "../core/keeping.js";
import { chosen, classes, refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { say } from "../core/news.js";
import { change, current } from "../core/store.js";
import { blank, paint } from "../pictures/canvas.js";
import { draw, isRefused } from "../pictures/drawings.js";
import { inWords } from "../pictures/recipe.js";
import { showDirections, startDirections } from "./directions.js";
import { addToBlend, centre } from "./going.js";
import { showNeighbours } from "./neighbours.js";
import { closeSheet, startSheet } from "./sheet.js";

// The chosen picture, large, and all that can be done with it. Beside the pictures on a wide screen, a sheet over them on a narrow one.

const panel = byId("inspector"), canvas = byId("portrait"), keepButton = byId("keep");
let picture = null;

const drawPortrait = newest(wanted => waiting(canvas, async () => {
    try {
        const [drawing] = await draw([wanted]);
        paint(canvas, drawing);
    } catch (error) {
        if (isRefused(wanted)) blank(canvas, canvas.width, canvas.height);
        throw error;
    } finally {
        showKept();
    }
}));

export const inspector = {
    start() {
        keepButton.addEventListener("click", () => keep(picture));
        byId("vary").addEventListener("click", () => act(() => centre(picture.recipe)));
        byId("walk-from").addEventListener("click", () => act(() => change({ view: "walk", walk: { from: picture.recipe } })));
        byId("walk-to").addEventListener("click", () => act(() => change({ view: "walk", walk: { to: picture.recipe } })));
        byId("to-blend").addEventListener("click", () => act(() => addToBlend(picture.recipe)));
        byId("compare-this").addEventListener("click", () => compare(picture));
        byId("copy-link").addEventListener("click", async () => {
            await copy(location.href);
            say("The link is on the clipboard: it shows just this.");
        });
        startSheet();
        startDirections();
        byId("neighbours").addEventListener("toggle", () => {
            showNeighbours(picture);
            if (byId("neighbours").open) panel.scrollTo({ top: panel.scrollHeight });
        });
        board.listen(showKept);
        listenCompared(showCompared);
    },

    /** Shows a picture's recipe, or steps aside when there is none. */
    render(state, recipe) {
        panel.hidden = recipe === null || refusal(recipe) !== "";
        if (panel.hidden) return closeSheet();
        picture = pictureOf(recipe, state);
        byId("picture-name").textContent = inWords(recipe, classes());
        byId("recipe").textContent = `${recipe}${picture.truncation === null ? "" : ` truncated at ${picture.truncation}`}`
            + (picture.psi === null ? "" : `, psi ${picture.psi}`);
        canvas.setAttribute("aria-label", `Picture ${recipe}`);
        byId("neighbours").hidden = !chosen()?.can.includes("interpolate");
        showKept();
        showCompared();
        // What cannot be drawn is told where the other pictures are.
        drawPortrait(picture).catch(() => { });
        showNeighbours(picture);
        showDirections(recipe);
    },
};

function act(work) {
    const { view } = current();
    closeSheet();
    work();
    // Another room shows something new, from its beginning.
    if (current().view !== view) window.scrollTo({ top: 0 });
}

function showCompared() {
    if (picture) byId("compare-this").setAttribute("aria-pressed", String(isCompared(picture)));
}

function showKept() {
    if (!picture) return;
    const kept = board.has(picture);
    keepButton.disabled = !kept && isRefused(picture);
    keepButton.setAttribute("aria-pressed", String(kept));
    keepButton.querySelector("span").textContent = kept ? "On your board" : "Keep";
}
