import { complaint } from "../pictures/reader.js";
import * as board from "./board.js";
import { bringAll, chosen, drawing } from "./models.js";

// A board as a file and as a link, so that another browser, another port or another machine has it. Pictures name their models, and models
// the checksum of their weights: the same name may stand for others elsewhere.

const format = "fashion-gan board", version = 1;
const mostPictures = 1000, mostBytes = 2_000_000, mostCharacters = 16_000;

/** The open board as a file's text. */
export const write = async () =>
    JSON.stringify({ format, version, name: board.nameOf(), models: await named(), pictures: pictures() }, null, 2);

/**
 * Reads a board's file.
 * @param {string} text
 * @returns {Promise<{ name: string, pictures: board.Picture[], warning: string }>}
 * @throws {Error} It is no board; the message says why.
 */
export function read(text) {
    if (text.length > mostBytes) throw new Error(`The file is larger than ${mostBytes / 1e6} MB; no board is.`);
    let file;
    try {
        file = JSON.parse(text);
    } catch {
        throw new Error("The file is no board: it is no JSON, or it was cut off.");
    }

    if (file?.format !== format) throw new Error("The file is no board of this studio.");
    if (file.version !== version)
        throw new Error(`The board is of version ${file.version}; this studio reads version ${version}. A newer program may read it.`);
    return checked(file.name, file.pictures, file.models);
}

/** The part of a link that carries the open board. */
export async function writeLink() {
    const query = new URLSearchParams([["name", board.nameOf()], ["pictures", board.pictures().length],
        ...pictures().map(picture => ["kept", packed(picture)]),
        ...(await named()).map(({ name, fingerprint }) => ["of", `${name};${fingerprint}`]), ["end", "yes"]]);
    const link = `#/board?${query}`;
    if (link.length > mostCharacters)
        throw new Error(`The link would have ${link.length} characters, more than programs pass on; export the board as a file.`);
    return link;
}

/** Reads what a link carries; as `read`. */
export function readLink({ name, pictures, kept, of, end }) {
    // Programs that pass a link on may cut it anywhere. Links of older programs say neither how many pictures they carry nor their end.
    if (pictures !== null && !end)
        throw new Error(`The link was cut off on its way, and not all of its ${pictures} pictures came. `
            + "Ask for it in another way, or for the board as a file.");
    return checked(name, kept.map(unpacked), of.map(one => {
        const [name, fingerprint] = one.split(";");
        return { name, fingerprint };
    }));
}

/** The pictures, each with the name of its model. */
const pictures = () => board.pictures().map(picture => ({ ...picture, model: picture.model ?? chosen(null)?.name ?? null }));

/** The models that they name and that are here, with their checksums. */
async function named() {
    const names = pictures().map(picture => picture.model);
    await bringAll(names);
    return drawing().filter(model => names.includes(model.name)).map(({ name, fingerprint }) => ({ name, fingerprint }));
}

async function checked(name, pictures, models) {
    if (!Array.isArray(pictures)) throw new Error("The board has no list of pictures.");
    if (pictures.length > mostPictures) throw new Error(`The board has ${pictures.length} pictures; ${mostPictures} is the most.`);
    const theirs = Array.isArray(models) ? models : [], others = new Set();
    await bringAll(pictures.map(picture => picture?.model), theirs.flatMap(one => one?.fingerprint ?? []));
    const right = pictures.map((picture, i) => {
        const wrong = typeof picture?.recipe === "string" ? complaint(picture.recipe) || complaintOfNumbers(picture) : "It has no recipe.";
        if (wrong) throw new Error(`Picture ${i + 1} of the board cannot be read. ${wrong}`);
        const their = theirs.find(model => model?.name === picture.model)?.fingerprint;
        const here = drawing().find(model => model.name === picture.model);
        const twin = drawing().find(model => model.fingerprint === their);
        if (here && their && here.fingerprint !== their && !twin) others.add(picture.model);
        const draws = twin ?? here;
        // Kept here, they would be the default model's without its name.
        return board.tidied({ ...picture, model: draws?.is_default ? null : draws?.name ?? picture.model });
    });
    const warning = others.size === 0 ? ""
        : `It was made with other weights of ${[...others].join(", ")} than are here; its pictures look different.`;
    return { name: String(name ?? "A board"), pictures: right, warning };
}

const complaintOfNumbers = ({ truncation, psi }) =>
    [truncation, psi].every(value => (value ?? null) === null || Number.isFinite(value)) ? "" : "Its truncation or psi is no number.";

const packed = ({ recipe, truncation, psi, model, note, group }) =>
    [recipe, ...[["t", truncation], ["p", psi], ["m", model], ["n", note || null], ["g", group || null]]
        .filter(([, value]) => value !== null).map(([name, value]) => `${name}=${String(value).replaceAll(";", ",")}`)].join(";");

function unpacked(text) {
    const [recipe, ...rest] = text.split(";"), parts = Object.fromEntries(rest.map(part => [part[0], part.slice(2)]));
    const number = value => value === undefined ? null : Number(value);
    return { recipe, truncation: number(parts.t), psi: number(parts.p), model: parts.m ?? null, note: parts.n ?? "", group: parts.g ?? "" };
}
