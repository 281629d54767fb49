// The favourites: recipes, not pixels, so a board of hundreds is a few kilobytes of the browser's storage.

const key = "fashion-gan.board";
const listeners = new Set();
let items = parse(localStorage.getItem(key));

/** @typedef {{ recipe: string, truncation: number | null, psi: number | null, model: string | null }} Picture */

/** The pictures on the board, the newest first. */
export const pictures = () => items;

/** Whether a picture is on it. */
export const has = picture => items.some(item => same(item, picture));

/** Puts a picture on it, or takes it off; returns whether it is on it now. */
export function toggle(picture) {
    const kept = has(picture);
    const { recipe, truncation, psi, model } = picture;
    set(kept ? items.filter(item => !same(item, picture)) : [{ recipe, truncation, psi, model }, ...items]);
    return !kept;
}

export const clear = () => set([]);

/** The board as text, for undo. */
export const text = () => JSON.stringify(items);

/** Makes the board what a text says. */
export const replace = text => set(parse(text));

/** Calls back when it changes, here or in another tab. */
export const listen = listener => listeners.add(listener);

const same = (a, b) => 
    a.recipe === b.recipe && a.truncation === b.truncation && a.psi === b.psi && a.model === b.model;

function set(next) {
    items = next;
    localStorage.setItem(key, text());
    for (const listener of listeners) listener();
}

/** Storage belongs to the person: what is no board in it counts as none. */
function parse(text) {
    try {
        return JSON.parse(text ?? "[]").filter(item => typeof item?.recipe === "string")
            .map(({ recipe, truncation = null, psi = null, model = null }) => ({ recipe, truncation, psi, model }));
    } catch {
        return [];
    }
}

window.addEventListener("storage", event => {
    if (event.key !== key) return;
    items = parse(event.newValue);
    for (const listener of listeners) listener();
});
