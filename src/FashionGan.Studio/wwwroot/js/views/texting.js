import { byId, element, fill } from "../core/dom.js";
import { chosen, mostWords, read, speaking, words } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current, settle } from "../core/store.js";
import { notesOf } from "../pictures/notes.js";

const field = byId("text"), suggestions = byId("text-words"), chips = byId("text-chips"), notes = byId("text-notes");
const mostSuggestions = 8;
/** What the notes are of. */
let told = "";
/** The text that was drawn last. */
let last = "";

/** The words of a text as they are written, with hyphens in them, as t-shirt. */
const writtenIn = text => text.toLowerCase().match(/[\p{L}\p{Nd}\p{Mn}\p{Mc}]+(-[\p{L}\p{Nd}\p{Mn}\p{Mc}]+)*/gu) ?? [];

/** Those that are not switched off. */
const leftIn = ({ text, without }) => writtenIn(text).filter(word => !without.includes(word));

/** The words of a text that the model understands, each once. */
const known = text => [...new Set(writtenIn(text).filter(word => read(word).length > 0))];

/** What the room's text asks for, as recipes write it: its words without those that are switched off; "" where none are left. A text that
 *  is too long leaves what was drawn before it. */
export function spoken(room) {
    const said = leftIn(room).flatMap(word => read(word));
    if (said.length <= mostWords) last = said.join("-");
    return last;
}

/** A text in words, for models that know some: suggestions while it is typed, and chips of the words that were understood. */
export const texting = {
    start() {
        field.addEventListener("input", () => {
            suggest();
            change({ picked: null, generate: { text: field.value, without: [] } }, { gesture: field.id });
        });
        field.addEventListener("focus", suggest);
        byId("in-words").addEventListener("click", () => {
            change({ picked: null, model: speaking().name });
            field.focus();
        });
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

    render({ generate: room, model }) {
        const { text, without } = room, has = words() !== null, shown = has ? known(text) : [];
        field.closest(".field").hidden = !has;
        byId("words-field").hidden = has || !speaking();
        notes.hidden = !has && text === "";
        chips.hidden = shown.length === 0;
        if (!has) return sayWordless(text);
        fill(field, text);
        if ([...chips.children].map(chip => chip.textContent).join(" ") !== shown.join(" "))
            chips.replaceChildren(...shown.map(word => element("button", { className: "chip", text: word, type: "button" })));
        for (const chip of chips.children) chip.setAttribute("aria-pressed", String(!without.includes(chip.textContent)));
        tell(shown.length === 0 ? text : leftIn(room).join(" "), model);
    },
};

/** A text waits for a model that knows words. */
function sayWordless(text) {
    const { name } = chosen(), other = speaking();
    told = "";
    notes.textContent = `The model ${name} knows no words, so “${text}” is not drawn.`;
    if (!other) return;
    const button = element("button", { className: "quiet", text: `Draw it with ${other.name}`, type: "button" });
    button.addEventListener("click", () => change({ picked: null, model: other.name }));
    notes.append(" ", button);
}

/** Offers words that go on with the one that is typed last, behind those before it. */
function suggest() {
    const [, before, begun] = /^(.*?)([\p{L}\p{Nd}\p{Mn}\p{Mc}]*)$/su.exec(field.value);
    const rest = words()?.filter(word => word.startsWith(begun.toLowerCase()) && word !== begun.toLowerCase()) ?? [];
    suggestions.replaceChildren(...rest.slice(0, mostSuggestions).map(word => element("option", { value: before + word })));
}

/** Says what the model has to say of a text, where it was another one before. */
function tell(text, model) {
    const asked = JSON.stringify([text, model]);
    if (asked === told) return;
    told = asked;
    say(text, model, asked);
}

const say = newest(async (text, model, asked) => {
    const sentences = await notesOf(text, model).catch(error => error.message);
    if (asked === told) notes.textContent = sentences;
});
