import { comesBack } from "../core/connection.js";

// A browser opens six connections to a server, and a stream of events keeps one for as long as it lasts: with a stream in each tab,
// six tabs would leave none for pictures.

/** @typedef {object} Run
 * @property {string} name
 * @property {string} folder As the command line takes it.
 * @property {string} state
 * @property {number} epochs_done
 * @property {number} epochs_planned
 * @property {object[]} history
 * @property {number[]} pictures
 * @property {string[]} settings Options that are not the usual ones.
 * @property {Running | null} running
 * @property {number | null} sample When the picture within the running epoch was drawn.
 */

/** How far the running epoch is.
 * @typedef {{ epoch: number, step: number, steps: number, images_per_second: number, seconds_left: number, steps_per_point: number,
 *   d_loss: (number | null)[], g_loss: (number | null)[] }} Running
 */

/** @typedef {{ training: string | null, failed: string | null, failure: string | null }} Trainer */

/** Between two tries to open a stream. */
const pause = 1000;

/**
 * Follows the runs: calls back with what is known of each, at once and at each change, also after the server was away.
 * @param {{ run: (run: Run) => void, trainer: (trainer: Trainer) => void }} listeners
 */
export function follow(listeners) {
    const listen = window.SharedWorker ? shareStream : openStream;
    const open = () => listen(({ kind, data }) => listeners[kind](JSON.parse(data)), async () => {
        await comesBack();
        setTimeout(open, pause);
    });
    open();
}

/** Listens to the stream that all tabs share. */
function shareStream(onNews, onEnd) {
    const worker = new SharedWorker("js/training/stream.js"), { port } = worker;
    const end = () => {
        port.close();
        onEnd();
    };
    port.addEventListener("message", ({ data }) => data === null ? end() : onNews(data));
    worker.addEventListener("error", end);
    port.start();
}

/** Where a browser has no shared workers: a stream of this tab's own, while the tab is seen. */
async function openStream(onNews, onEnd) {
    if (document.hidden) await new Promise(resolve => document.addEventListener("visibilitychange", resolve, { once: true }));
    const source = new EventSource("api/run/events");
    const end = () => {
        document.removeEventListener("visibilitychange", end);
        source.close();
        onEnd();
    };
    for (const kind of ["run", "trainer"]) source.addEventListener(kind, ({ data }) => onNews({ kind, data }));
    source.addEventListener("error", end);
    document.addEventListener("visibilitychange", end);
}
