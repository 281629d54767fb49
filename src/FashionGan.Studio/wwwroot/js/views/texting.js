import { request } from "../core/connection.js";
import { byId, element, fill } from "../core/dom.js";
import { words } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current, settle } from "../core/store.js";
import { wordsOf } from "../pictures/classes.js";

const field = byId("text"), suggestions = byId("text-words"), chips = byId("text-chips"), notes = byId("text-notes");
const mostSuggestions = 8;
let asked = "";

/** The words of the text that the model knows, each once. */
const known = text => [...new Set(wordsOf(text).filter(word => words().includes(word)))];

/** What the room's text asks for, as recipes write it: its known words without those that are switched off; "" where none are left. */
export const spoken = ({ text, without }) =>
    wordsOf(text).filter(word => words().includes(word) && !without.includes(word)).join("-");

/** A text in words, for models that know some: suggestions while it is typed, and chips of the words that were understood. */
export const texting = {
    start() {
        field.addEventListener("input", () => {
            suggest();
            change({ picked: null, generate: { text: field.value, without: [] } }, { gesture: field.id });
        });
        field.addEventListener("focus", suggest);
        field.addEventListener("blur", settle);
        chips.addEventListener("click", event => {
            const word = event.target.closest("button")?.textContent;
            if (!word) return;
            const { without } = current().generate;
            change({
                picked: null,
                generate: { without: without.includes(word) ? without.filter(one => one !== word) : [...without, word] },
            });
        });
    },

    render({ generate: { text, without }, model }) {
        const has = words() !== null;
        field.closest(".field").hidden = notes.hidden = !has;
        chips.hidden = !has || known(text).length === 0;
        if (!has) return;
        fill(field, text);
        const shown = known(text);
        if ([...chips.children].map(chip => chip.textContent).join(" ") !== shown.join(" "))
            chips.replaceChildren(...shown.map(word => element("button", { className: "chip", text: word, type: "button" })));
        for (const chip of chips.children) chip.setAttribute("aria-pressed", String(!without.includes(chip.textContent)));
        ask(shown.length === 0 ? text : wordsOf(text).filter(word => !without.includes(word)).join(" "), model);
    },
};

/** Offers words that go on with the one that is typed last, behind those before it. */
function suggest() {
    const [, before, begun] = /^(.*?)([\p{L}\p{Nd}\p{Mn}\p{Mc}]*)$/su.exec(field.value);
    const rest = words()?.filter(word => word.startsWith(begun.toLowerCase()) && word !== begun.toLowerCase()) ?? [];
    suggestions.replaceChildren(...rest.slice(0, mostSuggestions).map(word => element("option", { value: before + word })));
}

/** Says what the model has to say of a text: words that it does not know, and words that contradict each other. */
function ask(text, model) {
    const url = `api/words?text=${encodeURIComponent(text)}${model === null ? "" : `&model=${encodeURIComponent(model)}`}`;
    if (url === asked) return;
    asked = url;
    say(wordsOf(text).length === 0 ? null : url);
}

const say = newest(async url => {
    try {
        const sentences = url === null ? [] : (await request(url, response => response.json())).notes;
        if (url === null || url === asked)
            notes.textContent = sentences.map(sentence => sentence[0].toUpperCase() + sentence.slice(1)).join(" ");
    } catch (error) {
        notes.textContent = error.message;
    }
});
