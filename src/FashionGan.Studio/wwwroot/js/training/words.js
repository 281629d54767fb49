// What is said of a run.

/** Whether a run that nobody trains has epochs left. */
export const canGoOn = run => ["stopped", "ended"].includes(run.state) && run.epochs_done < run.epochs_planned;

/** Where a run stands. */
export function stateWords(run) {
    const { state, epochs_done: done, epochs_planned: planned } = run;
    if (state === "waiting") return "Waiting for a training to begin in this folder.";
    if (state === "training" && done === 0) return `Training: the first of ${planned} epochs.`;
    if (state === "training") return `Training: ${done} of ${planned} epochs done.`;
    if (canGoOn(run)) return `Stopped after ${done} of ${planned} epochs. To go on: `;
    return planned === 1 ? "Ended: its one epoch is done." : `Ended: all ${planned} epochs are done.`;
}

/** The same in a list. */
export const inList = ({ name, state, epochs_done: done, epochs_planned: planned }) =>
    state === "waiting" ? `${name} – not begun` : `${name} – ${done} of ${planned}, ${state}`;

export function duration(seconds) {
    if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
    return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Seconds until the run's end; 0 while that is not known. */
export function secondsLeft({ state, running, history, epochs_done: done, epochs_planned: planned }) {
    if (state !== "training") return 0;
    const ofThis = running ? running.seconds_left * running.steps / Math.max(1, running.steps - running.step) : 0;
    const epoch = history.at(-1)?.seconds ?? ofThis;
    return running ? running.seconds_left + (planned - done - 1) * epoch : (planned - done) * epoch;
}
