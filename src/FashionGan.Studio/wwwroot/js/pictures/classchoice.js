import { element } from "../core/dom.js";
import { classes } from "../core/models.js";
import { written } from "./classes.js";
import { labelOf, leaf, readLeaf } from "./recipe.js";

/**
 * The choice of a class for a picture of a seed, where the model has classes; a walk or a blend has none, for its parts say theirs.
 * @param {HTMLSelectElement} select
 * @param {(recipe: string) => void} onChange Gets the picture of the class that was chosen.
 * @returns {(recipe: string, name: string) => void} Shows a picture's class; the name says of which picture.
 */
export function classChoice(select, onChange) {
    let shown = null;
    select.addEventListener("change", () => {
        const { seed, number } = readLeaf(shown);
        onChange(leaf(seed, number, written(classes()[Number(select.value)])));
    });
    return (recipe, name) => {
        const known = classes();
        shown = recipe;
        select.hidden = labelOf(recipe, known) === null;
        if (select.hidden) return;
        const options = [...select.options].map(option => option.text);
        if (options.length !== known.length || options.some((text, i) => text !== known[i]))
            select.replaceChildren(...known.map((text, label) => element("option", { text, value: label })));
        select.value = String(labelOf(recipe, known));
        select.setAttribute("aria-label", `Class of ${name}`);
    };
}
