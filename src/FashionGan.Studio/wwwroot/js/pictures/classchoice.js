import { element } from "../core/dom.js";
import { classes } from "../core/models.js";
import { written } from "./classes.js";
import { labelOf, leaf, readLeaf } from "./recipe.js";

/**
 * The choice of a class for a picture of a seed, where the model has classes; what is made of several pictures has those of its parts.
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
        select.hidden = known === null;
        if (known === null) return;
        const options = [...select.options].map(option => option.text);
        if (options.length !== known.length || options.some((text, i) => text !== known[i]))
            select.replaceChildren(...known.map((text, label) => element("option", { text, value: label })));
        const label = labelOf(recipe, known);
        select.value = label === null ? "" : String(label);
        select.disabled = readLeaf(recipe) === null;
        select.title = select.disabled ? "Its parts say of which class they are." : "";
        select.setAttribute("aria-label", `Class of ${name}`);
    };
}
