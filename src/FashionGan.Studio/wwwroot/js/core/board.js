// The boards: recipes, not pixels, so a board of hundreds is a few kilobytes of the browser's storage. One of them is open.

const key = "fashion-gan.board", othersKey = "fashion-gan.boards";
const firstName = "Your board", longestName = 60, longestNote = 200;
const listeners = new Set();
let items = parse(localStorage.getItem(key));
let { name, others } = parseOthers(localStorage.getItem(othersKey));

/** @typedef {{ recipe: string, truncation: number | null, psi: number | null, model: string | null, note?: string,
 *   group?: string }} Picture */

/** The pictures on the open board, in their order. */
export const pictures = () => items;

/** What the open board is called. */
export const nameOf = () => name;

/** What all boards are called, the open one first. */
export const names = () => [name, ...others.map(other => other.name)];

/** Whether a picture is on the open board. */
export const has = picture => items.some(item => same(item, picture));

/** Puts a picture on the open board, before the others, or takes it off; returns whether it is on it now. */
export function toggle(picture) {
    const kept = has(picture);
    set(kept ? items.filter(item => !same(item, picture)) : [tidied(picture), ...items]);
    return !kept;
}

export const clear = () => set([]);

/** Moves a picture to another place. */
export const move = (from, to) => set(items.toSpliced(from, 1).toSpliced(to, 0, items[from]));

/** Writes a note on a picture. */
export const annotate = (index, note) => set(items.with(index, { ...items[index], note: note.slice(0, longestNote) }));

/** Puts a picture into a group, or with "" into none. */
export const group = (index, name) => set(items.with(index, { ...items[index], group: name.slice(0, longestName) }));

/** Opens another board, by its place among `names`. */
export function openBoard(index) {
    if (index === 0) return;
    const next = others[index - 1];
    setAll(next.name, next.pictures, [{ name, pictures: items }, ...others.toSpliced(index - 1, 1)]);
}

/** The place among `names` of a board that has this name and just these pictures; -1 where there is none. */
export function find(wanted, pictures) {
    const text = (name, items) => JSON.stringify([name, items.map(tidied)]);
    return [{ name, pictures: items }, ...others]
        .findIndex(board => text(board.name, board.pictures) === text(wanted.slice(0, longestName), pictures));
}

/** Makes a board and opens it. */
export const add = (newName, pictures = []) =>
    setAll(newName.slice(0, longestName), pictures.map(tidied), [{ name, pictures: items }, ...others]);

export const rename = newName => setAll(newName.slice(0, longestName), items, others);

/** Removes the open board; the last one that was open takes its place. */
export const remove = () => others.length > 0 ? setAll(others[0].name, others[0].pictures, others.slice(1)) : setAll(firstName, [], []);

/** All boards as text, for undo. */
export const text = () => JSON.stringify({ name, items, others });

/** Makes the boards what a text says. */
export function replace(text) {
    const { name, items, others } = JSON.parse(text);
    setAll(name, items, others);
}

/** Calls back when they change, here or in another tab. */
export const listen = listener => listeners.add(listener);

/** A picture as boards keep it. */
export function tidied({ recipe, truncation = null, psi = null, model = null, note = "", group = "" }) {
    return {
        recipe, truncation, psi, model, note: String(note).slice(0, longestNote), group: String(group).slice(0, longestName),
    };
}

/** Whether two pictures have the same pixels. */
export const same = (a, b) =>
    a.recipe === b.recipe && a.truncation === b.truncation && a.psi === b.psi && a.model === b.model;

const set = next => setAll(name, next, others);

function setAll(newName, newItems, newOthers) {
    [name, items, others] = [newName, newItems, newOthers];
    localStorage.setItem(key, JSON.stringify(items));
    localStorage.setItem(othersKey, JSON.stringify({ name, others }));
    for (const listener of listeners) listener();
}

/** Storage belongs to the person: what is no board in it counts as none. */
function parse(text) {
    try {
        return JSON.parse(text ?? "[]").filter(item => typeof item?.recipe === "string").map(tidied);
    } catch {
        return [];
    }
}

function parseOthers(text) {
    try {
        const { name, others } = JSON.parse(text);
        return { name: String(name), others: others.map(other => ({ name: String(other.name), pictures: other.pictures.map(tidied) })) };
    } catch {
        return { name: firstName, others: [] };
    }
}

window.addEventListener("storage", event => {
    if (event.key !== key && event.key !== othersKey) return;
    items = parse(localStorage.getItem(key));
    ({ name, others } = parseOthers(localStorage.getItem(othersKey)));
    for (const listener of listeners) listener();
});
