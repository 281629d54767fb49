import { comesBack } from "../core/connection.js";

/**
 * Follows a run: calls back with what is known of it, at once and at each change, also after the server was away.
 * @param {(run: { name: string, state: string, epochs_done: number, epochs_planned: number, history: object[], pictures: number[] }) => void} onChange
 */
export function follow(onChange) {
    const open = () => {
        const source = new EventSource("api/run/events");
        source.addEventListener("run", event => onChange(JSON.parse(event.data)));
        source.addEventListener("error", async () => {
            // The browser's own way of trying again gives up at some answers and says nothing on the page.
            source.close();
            await comesBack();
            open();
        });
    };
    open();
}
