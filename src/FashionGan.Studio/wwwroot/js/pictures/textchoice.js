import { fill } from "../core/dom.js";
import { mostWords, read, words } from "../core/models.js";
import { newest } from "../core/newest.js";
import { current } from "../core/store.js";
import { askCaptions, captioned } from "./captions.js";
import { wordsOf } from "./classes.js";
import { notesOf } from "./notes.js";
import { leaf, readLeaf } from "./recipe.js";

/**
 * The text of a picture of a seed, where the model takes texts; a walk or a blend has none, for its parts say theirs.
 * @param {HTMLElement} place Has a field, and a line for what the model has to say.
 * @param {(recipe: string) => void} onChange Gets the picture of the text that was typed.
 * @returns {(recipe: string, name: string) => void} Shows a picture's text; the name says of which picture.
 */
export function textChoice(place, onChange) {
    const field = place.querySelector("textarea"), notes = place.querySelector(".hint");
    let shown = null;
    const tell = newest(async text => {
        notes.textContent = await notesOf(text, current().model).catch(error => error.message);
    });
    const nameCaption = newest(async ({ seed, number }) => {
        const run = { seed, first: number, count: 1 }, state = current();
        if (!captioned(run, state)) await askCaptions(run, state);
        field.placeholder = `in English, instead of: ${spaced(readLeaf(captioned(run, state)[0]))}`;
    });
    field.addEventListener("input", () => {
        const { seed, number } = readLeaf(shown), text = read(field.value);
        tell(field.value);
        if (text.length > mostWords || text.length === 0 && wordsOf(field.value).length > 0) return;
        onChange(leaf(seed, number, text.join("-") || null));
    });
    return (recipe, name) => {
        const picture = readLeaf(recipe);
        shown = recipe;
        place.hidden = words() === null || picture === null;
        if (place.hidden) return;
        field.placeholder = "in English";
        // Without a text it is drawn of a caption of the training, whose turn it is.
        if (picture.name === null) nameCaption(picture).catch(() => { /* The room that draws tells. */ });
        if (document.activeElement === field) return;
        const text = spaced(picture);
        field.setAttribute("aria-label", `${name} in words`);
        if (field.value === text) return;
        fill(field, text);
        tell(text);
    };
}

/** The text that a picture names, as people write it. */
const spaced = ({ name }) => (name ?? "").replaceAll("-", " ");
