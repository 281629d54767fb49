import { byId, element } from "../core/dom.js";
import { chosen, classes } from "../core/models.js";
import { change, current } from "../core/store.js";
import { labelOf, more, movesOf } from "../pictures/recipe.js";

// Sliders that mean something: more or less of what can be measured, as far as the chosen picture has it.

const place = byId("directions"), list = byId("directions-list"), least = 0.25, most = 4;
let of = null, steps = new Map();

/** Rooms in which the chosen picture is one of those that are shown, and may stand there changed. */
const rooms = ["generate", "variations"];

export function startDirections() {
    byId("directions-reset").addEventListener("click", () => change({ picked: of }));
    list.addEventListener("input", ({ target }) => {
        const { more: word, less } = target.dataset, value = Number(target.value), moved = new Map(steps);
        moved.delete(word);
        moved.delete(less);
        if (value !== 0) moved.set(value > 0 ? word : less, Math.abs(value));
        change({ picked: more(of, moved) }, { gesture: target.id });
    });
}

/** @param {string} recipe The chosen picture. */
export function showDirections(recipe) {
    ({ of, steps } = movesOf(recipe));
    const known = rooms.includes(current().view) ? directionsOf(of) : [], names = known.map(({ more }) => more).join();
    place.hidden = known.length === 0;
    if (list.dataset.names !== names) {
        list.dataset.names = names;
        list.replaceChildren(...known.map(sliderOf));
    }

    for (const slider of list.querySelectorAll("input")) {
        const { more: word, less } = slider.dataset, value = steps.get(word) ?? -(steps.get(less) ?? 0);
        slider.value = String(value);
        slider.setAttribute("aria-valuetext", value === 0 ? "as it is" : `${Math.abs(value)} ${value > 0 ? word : less}`);
    }

    byId("directions-reset").disabled = steps.size === 0;
}

/** What can be changed: of a class what it has, of what lies between classes what all have. */
function directionsOf(recipe) {
    const all = chosen()?.directions ?? [], known = classes();
    if (known === null) return all;
    const between = /^(walk|blend|more)/.test(recipe), first = /\d+\.\d+(@[^@,*()]+)?/.exec(recipe)?.[0] ?? "";
    const label = labelOf(first, known);
    return all.filter(({ classes }) => between ? classes.length === known.length : classes.includes(known[label]));
}

function sliderOf({ more: word, less }) {
    const row = element("div", { className: "direction" }), id = `direction-${word}`;
    const slider = element("input", {
        type: "range", id, min: -most, max: most, step: least, "data-more": word, "data-less": less, "aria-label": `${less} or ${word}`,
    });
    row.append(element("span", { text: less }), slider, element("span", { text: word }));
    return row;
}
