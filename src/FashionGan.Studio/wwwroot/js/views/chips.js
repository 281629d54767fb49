import { element } from "../core/dom.js";
import { classes } from "../core/models.js";
import { find, written } from "../pictures/classes.js";

/**
 * The classes of the model that draws, each to be pressed or not, and one for all; nothing where it has none.
 * @param {HTMLElement} place
 * @param {(names: string[]) => void} onChange Gets those that are pressed, in the order of their labels; none for all.
 * @returns {(names: string[]) => void} Shows which are pressed.
 */
export function classChips(place, onChange) {
    let pressed = [];
    place.addEventListener("click", event => {
        const chip = event.target.closest("button");
        if (!chip) return;
        const known = classes(), label = [...place.children].indexOf(chip) - 1;
        if (label < 0) return onChange([]);
        const others = pressed.filter(one => one !== label), next = others.length < pressed.length ? others : [...others, label];
        onChange(next.sort((a, b) => a - b).map(one => written(known[one])));
    });
    return names => {
        const known = classes() ?? [];
        place.hidden = known.length === 0;
        pressed = names.map(name => find(known, name)).filter(label => label >= 0);
        const words = ["All", ...known], chips = [...place.children];
        if (chips.length !== words.length || chips.some((chip, i) => chip.textContent !== words[i]))
            place.replaceChildren(...words.map(text => element("button", { className: "chip", text, type: "button" })));
        [...place.children].forEach((chip, i) =>
            chip.setAttribute("aria-pressed", String(i === 0 ? pressed.length === 0 : pressed.includes(i - 1))));
    };
}
