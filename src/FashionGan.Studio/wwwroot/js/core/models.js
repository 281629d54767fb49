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
 * @property {Record<string, string> | null} readings Other words, and what it reads them as.
 * @property {{ more: string, less: string, classes: string[] | null }[]} directions What can be changed, of which classes.
 * @property {string[]} can
 */

/** @type {Model[]} */
let models = [];

/**
 * Asks the server what it draws with.
 * @param {string | null} [name] A model that is to be ready; what is wrong with it, `bring` says.
 */
export async function load(name = null) {
    models = await request("api/models", response => response.json());
    if (waits(name)) await bring(name).catch(() => { });
}

/** Whether a model is a run's whose weights the server reads when they are first asked for. */
export const waits = name => models.some(model => model.name === name && model.can.includes("load"));

/** Has the server read the weights of a run's model. */
export const bring = async name =>
    models = await request(`api/models?model=${encodeURIComponent(name)}`, response => response.json());

/** Has the server read the models that pictures name, and of runs until there is one of each checksum. */
export async function bringAll(names, fingerprints = []) {
    for (const { name } of models.filter(({ name }) => waits(name)).sort((a, b) => names.includes(b.name) - names.includes(a.name))) {
        const isMissed = fingerprints.some(one => models.every(({ fingerprint }) => fingerprint !== one));
        // What is wrong with a run's files is told when it is chosen.
        if (names.includes(name) || isMissed) await bring(name).catch(() => { });
    }
}

/** All models; `run` is among them whenever a run is watched, also while it cannot draw yet. */
export const all = () => models;

/** Those that can be chosen. */
export const offered = () => models.filter(model => model.can.length > 0);

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

/** Words of a text at most, unknown ones not counted. */
export const mostWords = 32;

/** The words of a text as a model reads them, without those that it does not understand. */
export const read = (text, { words, readings } = chosen()) => wordsOf(text).flatMap(word =>
    words.includes(word) ? [word] : Object.hasOwn(readings, word) ? wordsOf(readings[word]) : []);

/** A model that takes texts, if there is one. */
export const speaking = () => drawing().find(({ words }) => words);

/** Whether a model knows a class, or can draw a text. */
function knows(model, name) {
    if (!model.words) return find(model.classes, name) >= 0;
    const { length } = read(name, model);
    return length > 0 && length <= mostWords;
}

/** Whether there is a model to draw such a picture, and of such classes; one of no name is the default one's. */
export const draws = ({ model, recipe = "" }) => {
    const found = model === null ? chosen(null) : offered().find(({ name }) => name === model);
    return waits(model) || found !== undefined && (!mixes(recipe) || found.can.includes("mix"))
        && classesIn(recipe).every(name => knows(found, name));
};

/** Why the model that draws now cannot draw a recipe, in words, or "" when it can. */
export function refusal(recipe) {
    const wrong = complaint(recipe), known = classes(), model = chosen(),
        name = classesIn(recipe).find(name => !model || !knows(model, name));
    if (!wrong && mixes(recipe) && !can("mix")) return "The model has no styles to mix.";
    if (wrong || name === undefined) return wrong;
    if (words()) {
        const { length } = read(name);
        return length > mostWords ? `A text has at most ${mostWords} words; this one has ${length}.`
            : `The model knows no word of “${wordsOf(name).join(" ")}”.`;
    }

    const other = drawing().find(model => knows(model, name)), hint = other ? ` The model ${other.name} can draw it.` : "";
    return (known ? `There is no class “${name}”; there are ${known.join(", ")}.`
        : `The model has no classes, so it cannot draw “${name}”.`) + hint;
}
