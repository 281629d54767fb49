import * as address from "./address.js";
import { remember } from "./undo.js";

const listeners = new Set();
let state = address.read(location.hash, address.beginning);
let gesture = null;

/** What the page shows. */
export const current = () => state;

/** Its address. */
export const here = () => address.write(state);

/** Calls back with the state at each change. */
export const listen = listener => listeners.add(listener);

/**
 * Changes what the page shows; the address follows.
 * @param {object} patch The parts of the state that change; of a room only what differs.
 * @param {{ gesture?: string, undoable?: boolean }} [how] A gesture, such as a slider's drag, is one step of undo however many changes
 *   it makes.
 */
export function change(patch, how = {}) {
    const next = { ...state };
    for (const [key, value] of Object.entries(patch))
        next[key] = address.views.includes(key) ? { ...state[key], ...value } : value;
    const hash = address.write(next);
    if (hash === here()) return;
    const step = how.undoable !== false && (!how.gesture || how.gesture !== gesture);
    gesture = how.gesture ?? null;
    if (step) remember(here());
    history[step ? "pushState" : "replaceState"](null, "", hash);
    show(next);
}

/** Ends a gesture: the next change is a step of its own. */
export const settle = () => gesture = null;

/** Shows what an address holds, as a step of the browser's history. */
export function open(hash) {
    history.pushState(null, "", hash);
    show(address.read(hash, state));
}

/** What is wrong in the address that was opened, by name; the address then says what is shown. */
export function settleAddress() {
    const wrong = address.misread(location.hash, state);
    if (wrong.length > 0) history.replaceState(null, "", here());
    return wrong;
}

/** Tells all listeners again, where something beside the state has changed. */
export const refresh = () => show(state);

function show(next) {
    state = next;
    for (const listener of listeners) listener(state);
}

window.addEventListener("popstate", () => {
    gesture = null;
    show(address.read(location.hash, state));
});
