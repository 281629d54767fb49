import { request } from "../core/connection.js";

/** What a model has to say of a text, in sentences: words that it does not know or reads as others, or that contradict each other. */
export async function notesOf(text, model) {
    if (!/[\p{L}\p{Nd}\p{Mn}\p{Mc}]/u.test(text)) return "";
    const url = `api/words?text=${encodeURIComponent(text)}${model === null ? "" : `&model=${encodeURIComponent(model)}`}`;
    const { notes } = await request(url, response => response.json());
    return notes.map(sentence => sentence[0].toUpperCase() + sentence.slice(1)).join(" ");
}
