import { largest, tidy } from "./recipe.js";

// Whether a text is a recipe. The server has the last word; what is read here is told at once and in words, without a request.

const deepest = 8, mostLeaves = 64, longest = 8000, mostParts = 16, mostRows = 11, farthest = 8;

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

class Reader {
    constructor(text) {
        this.text = tidy(text);
        this.at = 0;
    }

    whole() {
        if (!this.text) throw new SyntaxError("A picture is named by its seed and number, such as 7.3.");
        const read = this.recipe();
        if (this.at < this.text.length) this.fail("nothing more");
        return read;
    }

    /** @returns {{ depth: number, leaves: number }} */
    recipe() {
        switch (this.take(/(walk|vary|blend|mix|more)\(/y)) {
            case "walk(": return this.walk();
            case "vary(": return this.vary();
            case "blend(": return this.blend();
            case "mix(": return this.mix();
            case "more(": return this.more();
            default: return this.picture("a picture such as 7.3, walk(…), vary(…), blend(…), mix(…) or more(…)");
        }
    }

    walk() {
        const from = this.recipe();
        this.require(",");
        const to = this.recipe();
        this.require(",");
        this.share();
        this.require(")");
        return join([from, to]);
    }

    vary() {
        const of = this.recipe();
        this.require(",");
        do {
            this.picture("a picture such as 4.1");
            this.require("*");
            this.share();
            if (this.take(/\*/y)) this.take(/\d+-\d+/y) ?? this.fail("rows such as 1-3");
        } while (this.take(/,/y));
        this.require(")");
        return join([of]);
    }

    blend() {
        const parts = [];
        let sum = 0;
        do {
            parts.push(this.recipe());
            this.require("*");
            sum += this.number();
        } while (this.take(/,/y));
        this.require(")");
        if (parts.length < 2 || parts.length > mostParts)
            throw new SyntaxError(`A blend has 2 to ${mostParts} pictures; this one has ${parts.length}.`);
        if (sum === 0) throw new SyntaxError("A blend needs a weight above 0.");
        return join(parts);
    }

    mix() {
        const coarse = this.recipe();
        this.require(",");
        const fine = this.recipe();
        this.require(",");
        const place = this.at, rows = Number(this.take(/\d+/y) ?? this.fail("a number of rows"));
        if (rows < 1 || rows > mostRows) this.fail(`a number from 1 to ${mostRows}`, place);
        this.require(")");
        return join([coarse, fine]);
    }

    more() {
        const of = this.recipe();
        this.require(",");
        do {
            this.take(/[a-z-]+/iy) ?? this.fail("a direction such as darker");
            this.require("*");
            const place = this.at;
            if (this.number() > farthest) this.fail(`a number from 0 to ${farthest}`, place);
        } while (this.take(/,/y));
        this.require(")");
        return join([of]);
    }

    picture(wanted) {
        const picture = this.take(/\d+\.\d+/y) ?? this.fail(wanted);
        if (picture.split(".").some(number => Number(number) > largest)) throw new SyntaxError(`Seeds and numbers go up to ${largest}.`);
        if (!this.take(/@[\p{L}\p{Nd}\p{Mn}\p{Mc}/-]+/yu) && this.take(/@/y)) this.fail("a class, such as sneaker,");
        return { depth: 0, leaves: 1 };
    }

    /** A number from 0 to 1. */
    share() {
        const place = this.at;
        if (this.number() > 1) this.fail("a number from 0 to 1", place);
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

const join = parts => ({
    depth: 1 + Math.max(...parts.map(part => part.depth)),
    leaves: parts.reduce((sum, part) => sum + part.leaves, 0),
});
