import { find, written } from "./classes.js";

// What a picture is drawn from, as text: 7.3, 7.3@sneaker, walk(7.3,9.1,0.5), blend(7.3*2,9.1*1), mix(7.3,9.1,3).
// The server has the last word; what is read here is told at once and in words, without a request.

/** Seeds and numbers go up to here. */
export const largest = 2147483647;
const deepest = 8, mostLeaves = 64, longest = 2000, mostParts = 16, mostRows = 11;

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

/**
 * What is wrong with a recipe, in words, or "" when nothing is.
 * @param {string} text
 */
export function complaint(text) {
    if (text.length > longest) return `A recipe has at most ${longest} characters; this one has ${text.length}.`;
    try {
        const { depth, leaves } = new Reader(text).whole();
        if (depth > deepest)
            return `That would be the ${depth}th walk, blend or mix inside another; ${deepest} is the most. `
                + "Begin anew from a picture nearer to a seed.";
        return leaves > mostLeaves ? `That would be made of ${leaves} pictures; ${mostLeaves} is the most.` : "";
    } catch (error) {
        if (error instanceof SyntaxError) return error.message;
        throw error;
    }
}

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
 * What classes a picture is made of, as recipes write them, and how much of each.
 * @param {string} text A recipe that is right.
 * @param {string[] | null} classes The model's.
 * @returns {[string, number][]} Nothing where the model has none, or not these.
 */
export const sharesOf = (text, classes) => [...new Reader(text, classes).whole().shares];

/** A recipe in words, by what was done last, and its class. */
export function inWords(text, classes) {
    const picture = readLeaf(text), label = labelOf(text, classes);
    if (picture) return `Picture ${picture.number} of seed ${picture.seed}${label === null ? "" : `, ${classes[label]}`}`;
    if (text.startsWith("mix(")) return "A mix of styles";
    return text.startsWith("walk(") ? `${Math.round(100 * Number(/,([^,]*)\)$/.exec(text)[1]))} % of a walk` : "A blend";
}

/** Whether it mixes styles somewhere. */
export const mixes = text => text.includes("mix(");

/** Whether it is a picture of a seed, not made of others. */
export const isLeaf = text => readLeaf(text) !== null;

class Reader {
    constructor(text, classes = null) {
        this.text = tidy(text);
        this.classes = classes;
        this.at = 0;
    }

    whole() {
        if (!this.text) throw new SyntaxError("A picture is named by its seed and number, such as 7.3.");
        const read = this.recipe();
        if (this.at < this.text.length) this.fail("nothing more");
        return read;
    }

    /** @returns {{ depth: number, leaves: number, shares: Map<string, number> }} */
    recipe() {
        const word = this.take(/walk\(|blend\(|mix\(/y);
        if (word === "walk(") {
            const from = this.recipe();
            this.require(",");
            const to = this.recipe();
            this.require(",");
            const place = this.at, at = this.number();
            if (at > 1) this.fail("a number from 0 to 1", place);
            this.require(")");
            return join([from, to], [1 - at, at]);
        }

        if (word === "mix(") {
            const coarse = this.recipe();
            this.require(",");
            const fine = this.recipe();
            this.require(",");
            const place = this.at, rows = Number(this.take(/\d+/y) ?? this.fail("a number of rows"));
            if (rows < 1 || rows > mostRows) this.fail(`a number from 1 to ${mostRows}`, place);
            this.require(")");
            return join([coarse, fine], [0.5, 0.5]);
        }

        if (word === "blend(") {
            const parts = [], weights = [];
            do {
                parts.push(this.recipe());
                this.require("*");
                weights.push(this.number());
            } while (this.take(/,/y));
            this.require(")");
            if (parts.length < 2 || parts.length > mostParts)
                throw new SyntaxError(`A blend has 2 to ${mostParts} pictures; this one has ${parts.length}.`);
            const sum = weights.reduce((sum, weight) => sum + weight, 0);
            if (sum === 0) throw new SyntaxError("A blend needs a weight above 0.");
            return join(parts, weights.map(weight => weight / sum));
        }

        const picture = this.take(/\d+\.\d+/y);
        if (!picture) this.fail("a picture such as 7.3, walk(…), blend(…) or mix(…)");
        if (picture.split(".").some(number => Number(number) > largest)) throw new SyntaxError(`Seeds and numbers go up to ${largest}.`);
        const name = this.take(/@[\p{L}\p{Nd}/-]+/yu) ?? "";
        if (!name && this.take(/@/y)) this.fail("a class, such as sneaker,");
        const label = labelOf(picture + name, this.classes);
        return { depth: 0, leaves: 1, shares: new Map(label === null ? [] : [[written(this.classes[label]), 1]]) };
    }

    number() {
        return Number(this.take(/\d+(\.\d+)?(e-?\d+)?/iy) ?? this.fail("a number"));
    }

    require(sign) {
        if (!this.text.startsWith(sign, this.at)) this.fail(`"${sign}"`);
        this.at += sign.length;
    }

    take(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text)?.[0];
        if (found) this.at += found.length;
        return found;
    }

    fail(wanted, place = this.at) {
        const rest = this.text.slice(place, place + 12);
        throw new SyntaxError(rest
            ? `Character ${place + 1}, "${rest}": ${wanted} is expected there.`
            : `It ends where ${wanted} is expected.`);
    }
}

function join(parts, weights) {
    const shares = new Map();
    parts.forEach((part, i) => {
        for (const [name, share] of part.shares)
            if (weights[i] > 0) shares.set(name, (shares.get(name) ?? 0) + weights[i] * share);
    });
    return {
        depth: 1 + Math.max(...parts.map(part => part.depth)),
        leaves: parts.reduce((sum, part) => sum + part.leaves, 0),
        shares,
    };
}
