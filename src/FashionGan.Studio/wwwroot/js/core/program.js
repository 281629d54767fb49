import { request } from "./connection.js";

/** @type {{ program: string, logs: Object<string, string> }} */
let about = null;

/** Asks the server how the program is called, and what a run's figures mean. */
export const load = async () => about = await request("api/about", response => response.json());

/** A command line that does what these words say when it is pasted. */
export const commandLine = (...words) => [about.program, ...words].join(" ");

/** A text as shells take it for one word: brackets and blanks within quotes. */
export function quoted(text) {
    if (/^[\w./:\\+@-]+$/.test(text)) return text;
    return /["$`!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** What a name in a run's history means. */
export const meaning = log => about.logs[log];
