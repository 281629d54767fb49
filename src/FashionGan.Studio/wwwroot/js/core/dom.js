/** An element of the page by its id. */
export const byId = id => document.getElementById(id);

/** A new element: its class, its text and its attributes. */
export function element(name, { className, text, ...attributes } = {}) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
}

/** One of the page's icons, by its symbol's id. */
export function icon(id) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#${id}`);
    svg.append(use);
    return svg;
}

/** Sets a field to what the page shows, and takes back what was wrong with what was typed; not under the hands of who types in it. */
export function fill(field, value) {
    if (document.activeElement === field) return;
    const text = String(value);
    if (field.value !== text) field.value = text;
    field.removeAttribute("aria-invalid");
}

/** Says in words what is wrong with a field, or, with "", that nothing is. */
export function complain(place, words, ...fields) {
    if (place.textContent !== words) place.textContent = words;
    for (const field of fields) words ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
}

/** Says why pictures do not come, or, with null, that they do; what is wrong with a field goes before. */
export function report(place, error) {
    if (!document.querySelector(`[aria-describedby="${place.id}"][aria-invalid]`)) complain(place, error?.message ?? "");
}

/** Marks a place as waiting while some work lasts; what is done at once is not shown as waiting. */
export async function waiting(place, work) {
    const slow = setTimeout(() => place.setAttribute("aria-busy", "true"), 150);
    try {
        return await work();
    } finally {
        clearTimeout(slow);
        place.removeAttribute("aria-busy");
    }
}

/** A whole number from what was typed, or null: only digits, within these ends. */
export function wholeNumber(text, least, most) {
    const value = /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : NaN;
    return value >= least && value <= most ? value : null;
}

/** Whether a key goes into a text. */
export const isTyping = ({ target }) =>
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement && target.type === "text";

/** Puts text on the clipboard; where the browser has none (a page that is not on loopback or HTTPS), through a selection. */
export async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const field = element("textarea", { className: "sr", "aria-hidden": "true" });
    field.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
}

/** Shows a command line: each option with its value in a piece of its own, so that lines break between them. */
export function showCommand(place, text) {
    const pieces = text.split(/ (?=--)/).map(piece => element("span", { text: piece }));
    place.replaceChildren(...pieces.flatMap((piece, i) => i ? [" ", piece] : [piece]));
}

/** A number with its thousands apart. */
export const grouped = number => number.toLocaleString("en");
