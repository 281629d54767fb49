import { commandLine, quoted } from "../core/program.js";
import { ends, manner, ofClasses, query } from "../pictures/drawings.js";

// What can be taken away: for each form its words, its options, the address it comes from and the command line that makes the same bytes.

export const limits = {
    scale: [1, 2, 4, 8, 16, 32],
    columns: 64,
    frames: { least: 2, most: 240 },
    delay: { least: 10, most: 10_000 },
    /** Of all pictures in one file together. */
    pixels: 2 ** 24,
    gap: { least: 0, most: 64 },
    dataset: { least: 1, most: 60_000 },
    zip: { least: 1, most: 1000 },
};

/** @typedef {{ scale: number, enlarge: string, ground: string, gap: number, labels: boolean, columns: number, frames: number,
 *     delay: number, count: number, many: number, packed: boolean }} Options */

/** What of a finish differs from how pictures are drawn, as parameters of the API. */
const finish = (options, names) => ["scale", "enlarge", "ground", ...names].map(name => [name, options[name]])
    .filter(([name, value]) => name === "scale" || ![false, 0, "crisp", "black"].includes(value))
    .map(([name, value]) => [name, value === true ? "recipe" : value]);

const finishQuery = (options, ...names) => finish(options, names).map(([name, value]) => `&${name}=${value}`).join("");

/** Likewise as options of the command line; that for labels has no value. */
const finishOptions = (options, ...names) => finish(options, names).flatMap(([name, value]) =>
    name === "labels" ? ["--labels"] : [`--${name}`, value]);

/** An animation of a walk as a file of some kind. */
const moving = (name, words, format, file) => ({
    name,
    words: () => words,
    options: ["frames", "delay", "scale", "enlarge", "ground"],
    url: (what, options) => `${source(what, options.frames)}&delay=${options.delay}${finishQuery(options)}&format=${format}`,
    file: () => file,
    command: (what, options) =>
        [...which(what, options.frames), "--delay", options.delay, ...finishOptions(options), "--format", format, "--out", file],
});

export const forms = {
    one: {
        name: "One PNG",
        words: () => "The chosen picture by itself.",
        options: ["scale", "enlarge", "ground"],
        url: ({ picture }, options) => `api/generate?${query([picture])}${finishQuery(options)}&format=png`,
        file: ({ picture }) => `${fileName(picture.recipe)}.png`,
        command: ({ picture }, options) =>
            ["--picture", quoted(picture.recipe), ...finishOptions(options), "--format", "png", "--out", "pictures"],
    },
    sheet: {
        name: "A sheet",
        words: () => "All of them in one PNG, row by row.",
        options: ["frames", "columns", "scale", "enlarge", "ground", "gap", "labels"],
        url: (what, options) =>
            `${source(what, options.frames)}&columns=${options.columns}${finishQuery(options, "gap", "labels")}&format=sheet`,
        file: () => "sheet.png",
        command: (what, options) => {
            const { columns, frames } = options, grid = `${columns}x${Math.ceil(size(what, frames) / columns)}`;
            const looks = finishOptions(options, "gap", "labels");
            return [...which(what, frames), "--grid", grid, ...looks, "--format", "grid", "--out", "sheet.png"];
        },
    },
    zip: {
        name: "A ZIP",
        words: () => "Each as a PNG, with pictures.csv that says how to draw it again.",
        options: ["many", "frames", "scale", "enlarge", "ground"],
        url: (what, options) => `${source({ ...what, count: options.many }, options.frames)}${finishQuery(options)}&format=zip`,
        file: () => "pictures.zip",
        command: (what, options) => [
            ...which({ ...what, count: options.many }, options.frames), ...finishOptions(options), "--format", "zip",
            "--out", "pictures.zip",
        ],
    },
    animation: moving("An animation", "The walk as an animated PNG, without loss; every browser plays it.", "animation", "walk.png"),
    gif: moving("A GIF", "The walk as a GIF, which everything plays.", "gif", "walk.gif"),
    webp: moving("A WebP", "The walk as an animated WebP, without loss and small.", "webp", "walk.webp"),
    dataset: {
        name: "A data set",
        words: ({ kind, channels, width }) => (channels === 3
            ? "An IDX file: an array of four axes, pictures, rows, columns and colours."
            : width === 28 ? "An IDX file that any Fashion-MNIST loader reads." : "An IDX file: an array of pictures, rows and columns.")
            + (kind === "pictures" ? " It has the seed's pictures as they come, not the best only." : ""),
        options: ["count", "packed"],
        url: (what, { count, packed }) => dataset(what, count, packed ? "idx.gz" : "idx"),
        file: (what, { packed }) => idxName(what, packed),
        /** The labels, which are a file of their own. */
        beside: (what, { count, packed }) => what.hasClasses
            ? { url: dataset(what, count, packed ? "labels.gz" : "labels"), file: `generated-labels-idx1-ubyte${packed ? ".gz" : ""}` }
            : null,
        command: (what, { count, packed }) =>
            ["--seed", what.seed, ...classOptions(what), "--count", count, "--format", "idx", "--out", idxName(what, packed)],
    },
};

/** The forms in which a collection can be had. A collection without pictures has none. */
export function formsOf({ kind, recipes, seed }) {
    if (kind === "walk") return ["animation", "gif", "webp", "sheet", "zip", "one"];
    if (kind === "seed") return ["sheet", "zip", "dataset", "one"];
    if (seed !== undefined && recipes.length > 1) return ["sheet", "zip", "dataset", "one"];
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

function source({ kind, recipes, picture, from, to, via, loop, seed, first, count, classes }, frames) {
    if (kind === "walk")
        return `api/interpolate?${ends({ from, to, via, loop })}&count=${frames}${manner(picture)}`;
    if (kind === "seed")
        return `api/generate?seed=${seed}&first=${first}&count=${count}${ofClasses(classes, picture.model)}${manner(picture)}`;
    return `api/generate?${query(recipes.map(recipe => ({ ...picture, recipe })))}`;
}

function which({ kind, recipes, from, to, via, loop, seed, first, count, classes, hasWords }, frames) {
    if (kind === "walk") {
        const stops = via.flatMap(stop => ["--via", quoted(stop)]);
        return ["--from", quoted(from), ...stops, "--to", quoted(to), ...loop ? ["--loop"] : [], "--count", frames];
    }

    if (kind === "seed")
        return ["--seed", seed, ...first ? ["--first", first] : [], ...classOptions({ classes, hasWords }), "--count", count];
    return recipes.flatMap(recipe => ["--picture", quoted(recipe)]);
}

const dataset = ({ seed, classes, picture }, count, format) =>
    `api/dataset?seed=${seed}${ofClasses(classes, picture.model)}&count=${count}&format=${format}${manner(picture)}`;

const classOptions = ({ classes, hasWords }) => classes.flatMap(name => [hasWords ? "--text" : "--class", quoted(name)]);

const idxName = ({ channels }, packed) => `generated-images-idx${channels === 1 ? 3 : 4}-ubyte${packed ? ".gz" : ""}`;

const fileName = recipe => recipe.length <= 40 ? recipe.replace(/[^\w.-]+/g, "_").replace(/_$/, "") : "picture";
