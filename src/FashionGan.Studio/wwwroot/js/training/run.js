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
 */

/** Between two tries to open a stream. */
const pause = 1000;

/**
 * Follows a run: calls back with what is known of it, at once and at each change, also after the server was away.
 * @param {(run: Run) => void} onChange
 */
export function follow(onChange) {
    const listen = window.SharedWorker ? shareStream : openStream;
    const open = () => listen(text => onChange(JSON.parse(text)), async () => {
        await comesBack();
        setTimeout(open, pause);
    });
    open();
}

/** Listens to the stream that all tabs share. */
function shareStream(onRun, onEnd) {
    const worker = new SharedWorker(new URL("stream.js", import.meta.url)), { port } = worker;
    const end = () => {
        port.close();
        onEnd();
    };
    port.addEventListener("message", ({ data }) => data === null ? end() : onRun(data));
    worker.addEventListener("error", end);
    port.start();
}

/** Where a browser has no shared workers: a stream of this tab's own, while the tab is seen. */
async function openStream(onRun, onEnd) {
    if (document.hidden) await new Promise(resolve => document.addEventListener("visibilitychange", resolve, { once: true }));
    const source = new EventSource("api/run/events");
    const end = () => {
        document.removeEventListener("visibilitychange", end);
        source.close();
        onEnd();
    };
    source.addEventListener("run", event => onRun(event.data));
    source.addEventListener("error", end);
    document.addEventListener("visibilitychange", end);
}
