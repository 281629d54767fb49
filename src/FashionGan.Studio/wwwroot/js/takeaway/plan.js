import { commandLine, quoted } from "../core/program.js";
import { manner, ofClasses, query } from "../pictures/drawings.js";

// What can be taken away: for each form its words, its options, the address it comes from and the command line that makes the same bytes.

export const limits = {
    scale: [1, 2, 4, 8, 16, 32],
    columns: 64,
    frames: { least: 2, most: 240 },
    delay: { least: 10, most: 10_000 },
    /** Of all pictures in one file together. */
    pixels: 2 ** 24,
    dataset: { least: 1, most: 60_000 },
    zip: { least: 1, most: 1000 },
};

/** @typedef {{ scale: number, columns: number, frames: number, delay: number, count: number, many: number, packed: boolean }} Options */

export const forms = {
    one: {
        name: "One PNG",
        words: () => "The chosen picture by itself.",
        options: ["scale"],
        url: ({ picture }, { scale }) => `api/generate?${query([picture])}&scale=${scale}&format=png`,
        file: ({ picture }) => `${fileName(picture.recipe)}.png`,
        command: ({ picture }, { scale }) =>
            ["--picture", quoted(picture.recipe), "--scale", scale, "--format", "png", "--out", "pictures"],
    },
    sheet: {
        name: "A sheet",
        words: () => "All of them in one PNG, row by row.",
        options: ["frames", "columns", "scale"],
        url: (what, { frames, columns, scale }) => `${source(what, frames)}&columns=${columns}&scale=${scale}&format=sheet`,
        file: () => "sheet.png",
        command: (what, { columns, scale, frames }) => {
            const grid = `${columns}x${Math.ceil(size(what, frames) / columns)}`;
            return [...which(what, frames), "--grid", grid, "--scale", scale, "--format", "grid", "--out", "sheet.png"];
        },
    },
    zip: {
        name: "A ZIP",
        words: () => "Each as a PNG, with pictures.csv that says how to draw it again.",
        options: ["many", "frames", "scale"],
        url: (what, { many, frames, scale }) => `${source({ ...what, count: many }, frames)}&scale=${scale}&format=zip`,
        file: () => "pictures.zip",
        command: (what, { many, frames, scale }) =>
            [...which({ ...what, count: many }, frames), "--scale", scale, "--format", "zip", "--out", "pictures.zip"],
    },
    animation: {
        name: "An animation",
        words: () => "The walk as an animated PNG, which every browser plays.",
        options: ["frames", "delay", "scale"],
        url: (what, { frames, delay, scale }) => `${source(what, frames)}&delay=${delay}&scale=${scale}&format=animation`,
        file: () => "walk.png",
        command: (what, { frames, delay, scale }) =>
            [...which(what, frames), "--delay", delay, "--scale", scale, "--format", "animation", "--out", "walk.png"],
    },
    dataset: {
        name: "A data set",
        words: ({ channels, width }) => channels === 3 ? "An IDX file: an array of four axes, pictures, rows, columns and colours."
            : width === 28 ? "An IDX file that any Fashion-MNIST loader reads." : "An IDX file: an array of pictures, rows and columns.",
        options: ["count", "packed"],
        url: (what, { count, packed }) => dataset(what, count, packed ? "idx.gz" : "idx"),
        file: (what, { packed }) => idxName(what, packed),
        /** The labels, which are a file of their own. */
        beside: (what, { count, packed }) => what.hasClasses
            ? { url: dataset(what, count, packed ? "labels.gz" : "labels"), file: `generated-labels-idx1-ubyte${packed ? ".gz" : ""}` }
            : null,
        command: (what, { count, packed }) =>
            ["--seed", what.seed, ...classOptions(what.classes), "--count", count, "--format", "idx", "--out", idxName(what, packed)],
    },
};

/** The forms in which a collection can be had. A collection without pictures has none. */
export function formsOf({ kind, recipes }) {
    if (kind === "walk") return ["animation", "sheet", "zip", "one"];
    if (kind === "seed") return ["sheet", "zip", "dataset", "one"];
    return recipes.length > 1 ? ["sheet", "zip", "one"] : recipes.length === 1 ? ["one"] : [];
}

/** How many pictures a collection has. */
export const size = (what, frames) => what.kind === "seed" ? what.count : what.kind === "walk" ? frames : what.recipes.length;

/**
 * The command line that makes the same.
 * @param {string} form
 * @param {object} what The collection, with the chosen picture as `picture`, the model's file or name as `source`, its pictures'
 *   `width` and `channels`, and `hasClasses`.
 * @param {Options} options
 */
export function command(form, what, options) {
    const model = ["--model", quoted(what.source)];
    const manner = ["truncation", "psi"].flatMap(name => what.picture[name] === null ? [] : [`--${name}`, what.picture[name]]);
    return commandLine("generate", ...model, ...forms[form].command(what, options), ...manner);
}

/** Options that only some collections have. */
export const offers = ({ kind }, option) => option === "many" ? kind === "seed" : option === "frames" ? kind === "walk" : true;

function source({ kind, recipes, picture, from, to, seed, first, count, classes }, frames) {
    if (kind === "walk")
        return `api/interpolate?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&count=${frames}${manner(picture)}`;
    if (kind === "seed")
        return `api/generate?seed=${seed}&first=${first}&count=${count}${ofClasses(classes)}${manner(picture)}`;
    return `api/generate?${query(recipes.map(recipe => ({ ...picture, recipe })))}`;
}

function which({ kind, recipes, from, to, seed, first, count, classes }, frames) {
    if (kind === "walk") return ["--from", quoted(from), "--to", quoted(to), "--count", frames];
    if (kind === "seed") return ["--seed", seed, ...first ? ["--first", first] : [], ...classOptions(classes), "--count", count];
    return recipes.flatMap(recipe => ["--picture", quoted(recipe)]);
}

const dataset = ({ seed, classes, picture }, count, format) =>
    `api/dataset?seed=${seed}${ofClasses(classes)}&count=${count}&format=${format}${manner(picture)}`;

const classOptions = names => names.flatMap(name => ["--class", quoted(name)]);

const idxName = ({ channels }, packed) => `generated-images-idx${channels === 1 ? 3 : 4}-ubyte${packed ? ".gz" : ""}`;

const fileName = recipe => recipe.length <= 40 ? recipe.replace(/[^\w.-]+/g, "_").replace(/_$/, "") : "picture";
