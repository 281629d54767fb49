/**
 * One call at a time, and after it only the newest of those that came meanwhile: what a slider asks for while it is dragged.
 * @param {(...args: any[]) => Promise<void>} work
 */
export function newest(work) {
    let running = false, waiting = null;
    return async (...args) => {
        waiting = args;
        if (running) return;
        running = true;
        try {
            while (waiting) {
                const now = waiting;
                waiting = null;
                // What went wrong with an older call is nobody's news once a newer one waits.
                await work(...now).catch(error => { if (!waiting) throw error; });
            }
        } finally {
            running = false;
        }
    };
}
