import { request } from "./connection.js";

/**
 * @type {{ program: string, logs: Object<string, string>, watches_runs: boolean, run: string | null, runs_folder: string | null,
 *   allows_training: boolean }}
 */
let told = null;

/** Asks the server how the program is called, what a run's figures mean, and what it watches. */
export const load = async () => told = await request("api/about", response => response.json());

/** What it said. */
export const about = () => told;

/** A command line that does what these words say when it is pasted. */
export const commandLine = (...words) => [told.program, ...words].join(" ");

/** A text as shells take it for one word: brackets and blanks within quotes. */
export function quoted(text) {
    if (/^[\w./:\\+@-]+$/.test(text)) return text;
    return /["$`!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** What a name in a run's history means. */
export const meaning = log => told.logs[log];
