// What a model can be asked for. Recipes and addresses write a class in small letters, with "-" for what is no letter, digit or slash.

/** A class as recipes write it: ankle-boot, t-shirt/top. */
export const written = name => name.toLowerCase().replace(/[^\p{L}\p{Nd}\p{Mn}\p{Mc}/]+/gu, "-").replace(/^-+|-+$/g, "");

/** The words of a text, as the server reads them. */
export const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{Nd}\p{Mn}\p{Mc}]+/gu) ?? [];

/** What of a name must be right: its letters and digits, and no plural. */
function plain(name) {
    const letters = name.replace(/[^\p{L}\p{Nd}]+/gu, "").toLowerCase();
    return letters.length > 1 && letters.endsWith("s") ? letters.slice(0, -1) : letters;
}

/**
 * The class that a text means, as the server reads it: its number, its name, or a part of one name only.
 * @param {string[] | null} classes The model's; null where it has none.
 * @param {string} text
 * @returns {number} Its label; -1 where none is meant.
 */
export function find(classes, text) {
    if (!classes) return -1;
    if (/^\d+$/.test(text) && Number(text) < classes.length) return Number(text);
    for (const part of [text, ...text.split("/")].map(plain).filter(part => part)) {
        const exact = classes.findIndex(name => plain(name) === part);
        if (exact >= 0) return exact;
    }

    const words = plain(text), containing = classes.flatMap((name, label) => words && plain(name).includes(words) ? [label] : []);
    return containing.length === 1 ? containing[0] : -1;
}

/** How many of a count of pictures fall to a class, where all are to have as many. */
export const share = (count, label, classes) => Math.floor(count / classes) + (label < count % classes ? 1 : 0);
