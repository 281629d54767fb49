import * as board from "./board.js";

// A step back is what the address and the board were before. Both stacks outlive a reload.

const key = "fashion-gan.undo";
const most = 100;
const listeners = new Set();
let { back, forth } = restore();

/** Notes how things are, before they change: the address, and the board. */
export function remember(address) {
    back = [...back, snapshot(address)].slice(-most);
    forth = [];
    save();
}

/** Goes a step back from an address; returns the one to show, or null when there is none. */
export const undo = address => step(back, forth, address);

/** Goes a step forth again. */
export const redo = address => step(forth, back, address);

export const canUndo = () => back.length > 0;
export const canRedo = () => forth.length > 0;

/** Calls back when there is more or less to undo. */
export const listen = listener => listeners.add(listener);

const snapshot = address => ({ address, board: board.text() });

function step(from, to, address) {
    const entry = from.pop();
    if (!entry) return null;
    to.push(snapshot(address));
    board.replace(entry.board);
    save();
    return entry.address;
}

/** Most steps leave the board as it is, so each board is written once; where the browser has no more room, the oldest steps go. */
function save() {
    const boards = [...new Set([...back, ...forth].map(entry => entry.board))];
    const pack = entries => entries.map(({ address, board }) => [address, boards.indexOf(board)]);
    try {
        sessionStorage.setItem(key, JSON.stringify({ boards, back: pack(back), forth: pack(forth) }));
    } catch (error) {
        if (error.name !== "QuotaExceededError" || back.length === 0) throw error;
        back = back.slice(Math.ceil(back.length / 2));
        return save();
    }

    for (const listener of listeners) listener();
}

/** What is no stack in the storage counts as an empty one. */
function restore() {
    try {
        const { boards, back, forth } = JSON.parse(sessionStorage.getItem(key));
        const unpack = entries => entries.map(([address, board]) => ({ address, board: boards[board] }));
        return { back: unpack(back), forth: unpack(forth) };
    } catch {
        return { back: [], forth: [] };
    }
}
