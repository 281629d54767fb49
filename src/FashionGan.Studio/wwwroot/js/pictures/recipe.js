// What a picture is drawn from, as text: 7.3, walk(7.3,9.1,0.5), blend(7.3*2,9.1*1). The server has the last word; what is read here
// is told at once and in words, without a request.

/** Seeds and numbers go up to here. */
export const largest = 2147483647;
const deepest = 8, mostLeaves = 64, longest = 2000, mostParts = 16;

/** Picture `number` of a seed. */
export const leaf = (seed, number) => `${seed}.${number}`;

/** A picture on the way from one to another. */
export const walk = (from, to, at) => `walk(${from},${to},${at})`;

/** Several pictures in one. */
export const blend = parts => `blend(${parts.map(({ recipe, weight }) => `${recipe}*${weight}`).join(",")})`;

/** Picture 0 of a rolled seed. */
export const rolled = () => leaf(roll(), 0);

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
            return `That would be the ${depth}th walk or blend inside another; ${deepest} is the most. `
                + "Begin anew from a picture nearer to a seed.";
        return leaves > mostLeaves ? `That would be made of ${leaves} pictures; ${mostLeaves} is the most.` : "";
    } catch (error) {
        if (error instanceof SyntaxError) return error.message;
        throw error;
    }
}

/** The recipe without the blanks that people type. */
export const tidy = text => text.replace(/\s+/g, "");

/** A recipe in words, by what was done last. */
export function inWords(text) {
    if (isLeaf(text)) return `Picture ${text.split(".")[1]} of seed ${text.split(".")[0]}`;
    return text.startsWith("walk(") ? `${Math.round(100 * Number(/,([^,]*)\)$/.exec(text)[1]))} % of a walk` : "A blend";
}

/** Whether it is a picture of a seed, not made of others. */
export const isLeaf = text => /^\d+\.\d+$/.test(text);

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
        const word = this.take(/walk\(|blend\(/y);
        if (word === "walk(") {
            const from = this.recipe();
            this.require(",");
            const to = this.recipe();
            this.require(",");
            const place = this.at;
            if (this.number() > 1) this.fail("a number from 0 to 1", place);
            this.require(")");
            return join([from, to]);
        }

        if (word === "blend(") {
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

        const picture = this.take(/\d+\.\d+/y);
        if (!picture) this.fail("a picture such as 7.3, walk(…) or blend(…)");
        if (picture.split(".").some(number => Number(number) > largest)) throw new SyntaxError(`Seeds and numbers go up to ${largest}.`);
        return { depth: 0, leaves: 1 };
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
