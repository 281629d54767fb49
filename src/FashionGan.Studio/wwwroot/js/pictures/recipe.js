import { find, written } from "./classes.js";

// What a picture is drawn from, as text: 7.3, 7.3@sneaker, walk(7.3,9.1,0.5), vary(7.3,4.1*0.4), blend(7.3*2,9.1*1),
// mix(7.3,9.1,3), more(7.3,darker*2).

/** Seeds and numbers go up to here. */
export const largest = 2147483647;

/** Picture `number` of a seed, and of which class; where nobody says it, a model's classes take turns. */
export const leaf = (seed, number, name = null) => `${seed}.${number}${name === null ? "" : `@${name}`}`;

/** What a picture of a seed is made of; null of what is made of others. */
export function readLeaf(text) {
    const [, seed, number, name = null] = /^(\d+)\.(\d+)(?:@([^@,*()]+))?$/.exec(text) ?? [];
    return seed === undefined ? null : { seed: Number(seed), number: Number(number), name };
}

/** A picture on the way from one to another. */
export const walk = (from, to, at) => `walk(${from},${to},${at})`;

/** Several pictures in one. */
export const blend = parts => `blend(${parts.map(({ recipe, weight }) => `${recipe}*${weight}`).join(",")})`;

/** The first rows of w, the coarse ones, of one picture, and the others of another. */
export const mix = (coarse, fine, rows) => `mix(${coarse},${fine},${rows})`;

/**
 * A picture by chance. It stays of the class that another one says; where that says none, any class of the model may come.
 * @param {string[] | null} classes The model's.
 * @param {string} [instead] The picture whose place it takes.
 */
export function rolled(classes, instead = "") {
    const name = readLeaf(instead)?.name ?? null;
    return leaf(roll(), name === null && classes ? Math.floor(Math.random() * classes.length) : 0, name);
}

/** A seed by chance; six digits at most, so that it can be read out over a table. */
export const roll = () => Math.floor(Math.random() * 1_000_000);

/** The recipe without the blanks that people type, and classes as all recipes write them. */
export const tidy = text => text.replace(/@[^,*()]*/g, name => `@${written(name.slice(1))}`).replace(/\s+/g, "");

/** The classes that a recipe names. */
export const classesIn = text => [...text.matchAll(/@([^@,*()]+)/g)].map(([, name]) => name);

/** The label of a picture of a seed: its class, or the one whose turn it is; null of others, and where a model has no such class. */
export function labelOf(text, classes) {
    const picture = readLeaf(text);
    if (!picture || !classes) return null;
    const label = picture.name === null ? picture.number % classes.length : find(classes, picture.name);
    return label < 0 ? null : label;
}

/**
 * A picture with more or less of something.
 * @param {string} of
 * @param {Map<string, number>} steps How far it goes, by words.
 */
export const more = (of, steps) => {
    const moved = [...steps].filter(([, distance]) => distance > 0).map(([word, distance]) => `${word}*${distance}`);
    return moved.length === 0 ? of : `more(${of},${moved.join(",")})`;
};

/** What a picture has more of, and the picture that it is made of; of another picture only that. */
export function movesOf(text) {
    const [, of, words] = /^more\((.*?)((?:,[a-z-]+\*[\d.e-]+)+)\)$/i.exec(tidy(text ?? "")) ?? [null, text, ""];
    return { of, steps: new Map(words.split(",").slice(1).map(step => step.split("*")).map(([word, far]) => [word, Number(far)])) };
}

/** The picture without what it has more of. */
export const plain = text => movesOf(text).of;

/** A recipe in words, by what was done last, and its class. */
export function inWords(text, classes) {
    const picture = readLeaf(text), label = labelOf(text, classes);
    // Of a model without classes the name is a text.
    const asked = label !== null ? `, ${classes[label]}` : picture?.name && !classes ? `, “${picture.name.replaceAll("-", " ")}”` : "";
    if (text.startsWith("more(")) {
        const { of, steps } = movesOf(text);
        return `${inWords(of, classes)}, ${[...steps.keys()].join(", ")}`;
    }

    if (picture) return `Picture ${picture.number} of seed ${picture.seed}${asked}`;
    if (text.startsWith("mix(")) return "A mix of styles";
    if (text.startsWith("vary(")) return stepWords(lineOf(text), classes);
    return text.startsWith("walk(") ? `${Math.round(100 * Number(/,([^,]*)\)$/.exec(text)[1]))} % of a walk` : "A blend";
}

function stepWords({ of, steps }, classes) {
    const words = inWords(of, classes);
    return `Step ${steps.length} from ${words[0].toLowerCase()}${words.slice(1)}`;
}

/** Whether it mixes styles somewhere, or varies some rows of w. */
export const mixes = text => text.includes("mix(") || /\*\d+-/.test(text);

/**
 * A variation: a step further from a picture, in the same recipe where that is a variation already.
 * @param {string} of The picture.
 * @param {string} towards The picture of a seed towards which it goes.
 * @param {number} distance How much of the way there.
 * @param {string | null} rows The rows of w that it changes, such as 1-3; null for all.
 */
export function vary(of, towards, distance, rows = null) {
    const step = `${towards}*${distance}${rows === null ? "" : `*${rows}`}`;
    of = tidy(of);
    return of.startsWith("vary(") ? `${of.slice(0, -1)},${step})` : `vary(${of},${step})`;
}

/**
 * A variation's line: where it begins, and its steps as recipes write them; none of another picture.
 * @param {string} text A recipe that is right.
 */
export function lineOf(text) {
    text = tidy(text);
    if (!text.startsWith("vary(")) return { of: text, steps: [] };
    // Steps have neither brackets nor commas.
    const inner = text.slice("vary(".length, -1), begins = firstComma(inner);
    return { of: inner.slice(0, begins), steps: inner.slice(begins + 1).split(",") };
}

/** All pictures of a variation's line, from the one that it begins with to itself; of another picture only that. */
export function ancestors(text) {
    const { of, steps } = lineOf(text);
    return [of, ...steps.map((_, i) => `vary(${of},${steps.slice(0, i + 1).join(",")})`)];
}

function firstComma(text) {
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        if (text[i] === "(") depth++;
        else if (text[i] === ")") depth--;
        else if (text[i] === "," && depth === 0) return i;
    }

    return text.length;
}
