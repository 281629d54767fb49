import { find, wordsOf } from "../pictures/classes.js";
import { complaint } from "../pictures/reader.js";
import { classesIn, mixes } from "../pictures/recipe.js";
import { request } from "./connection.js";
import { current } from "./store.js";

/**
 * @typedef {object} Model
 * @property {string} name
 * @property {boolean} is_default
 * @property {string} source Its file, or the name of one that ships.
 * @property {string | null} fingerprint Tells its weights from all others.
 * @property {number} width
 * @property {number} height
 * @property {number} styles Rows of w; 0 without a mapping network.
 * @property {number} channels 1 in gray, 3 in colour.
 * @property {string[] | null} classes
 * @property {string[] | null} words The words of texts that it takes.
 * @property {{ more: string, less: string, classes: string[] | null }[]} directions What can be changed, of which classes.
 * @property {string[]} can
 */

/** @type {Model[]} */
let models = [];

/** Asks the server what it draws with. */
export const load = async () => models = await request("api/models", response => response.json());

/** All models; `run` is among them whenever a run is watched, also while it cannot draw yet. */
export const all = () => models;

/** Those that can draw. */
export const drawing = () => models.filter(model => model.can.includes("generate"));

/** The one that draws now; undefined while none can. */
export const chosen = (name = current().model) =>
    drawing().find(model => model.name === name) ?? drawing().find(model => model.is_default) ?? drawing()[0];

/** Whether the one that draws now, or another, can do something. */
export const can = (what, name = current().model) => chosen(name)?.can.includes(what) ?? false;

/** The classes of the one that draws now; null where it has none. */
export const classes = () => chosen()?.classes ?? null;

/** The words that the one that draws now knows; null where it takes no texts. */
export const words = () => chosen()?.words ?? null;

/** Whether a model knows a class, or a word of a text. */
const knows = ({ classes, words }, name) => words ? wordsOf(name).some(word => words.includes(word)) : find(classes, name) >= 0;

/** Whether there is a model to draw such a picture, and of such classes; one of no name is the default one's. */
export const draws = ({ model, recipe = "" }) => {
    const found = model === null ? chosen(null) : drawing().find(({ name }) => name === model);
    return found !== undefined && (!mixes(recipe) || found.can.includes("mix"))
        && classesIn(recipe).every(name => knows(found, name));
};

/** Why the model that draws now cannot draw a recipe, in words, or "" when it can. */
export function refusal(recipe) {
    const wrong = complaint(recipe), known = classes(), model = chosen(),
        name = classesIn(recipe).find(name => !model || !knows(model, name));
    if (!wrong && mixes(recipe) && !can("mix")) return "The model has no styles to mix.";
    if (wrong || name === undefined) return wrong;
    if (words()) return `The model knows no word of “${wordsOf(name).join(" ")}”.`;
    return known ? `There is no class “${name}”; there are ${known.join(", ")}.`
        : `The model has no classes, so it cannot draw “${name}”.`;
}
