import { byId } from "../core/dom.js";
import { can } from "../core/models.js";
import { change } from "../core/store.js";

// How pictures are drawn, whichever they are: sliders from the most ordinary pictures on the left to nothing changed on the right.

const step = 0.05;

/** What a truncation does, measured as the distance between pictures of `dcgan` (docs/studio.md): from 2 on next to nothing, and below 0.5
 *  all pictures are one. Where there is w it makes other pictures and no tamer ones, so psi takes its place. */
const tameness = [[1.5, "hardly tamer"], [1.25, "tamer"], [0.9, "much tamer"], [0.65, "half as varied"], [0, "much alike"]];
const kinds = [
    {
        name: "truncation", off: 41, not: "psi",
        title: "How far from the ordinary: little truncation draws more daring pictures, much of it plainer, darker ones that are more "
            + "alike.",
        words: value => `${value.toFixed(2)}, ${tameness.find(([least]) => value >= least)[1]}`,
    },
    {
        name: "psi", off: 20, needs: "psi",
        title: "How far from the average picture: 1 draws pictures as they are, less plainer ones with fewer faults, 0 the average itself.",
        words: value => value.toFixed(2),
    },
];
let sliders = 0;

/**
 * The sliders, the same in all rooms (manner.html); one that the model has no use for is not there.
 * @param {HTMLElement} place
 * @returns {(state: object) => void} Shows what the state says.
 */
export function mannerSliders(place) {
    const shows = kinds.map(kind => sliderOf(kind, place.querySelector(`.${kind.name}`)));
    return state => shows.forEach(show => show(state));
}

function sliderOf({ name, off, needs, not, title, words }, field) {
    const slider = field.querySelector("input"), value = field.querySelector("output");
    field.title = title;
    field.querySelector("label").htmlFor = value.htmlFor = slider.id = `${name}-${++sliders}`;
    slider.addEventListener("input", () => {
        const at = Number(slider.value);
        change({ [name]: at === off ? null : Math.round(at * step * 100) / 100 }, { gesture: slider.id });
    });
    return ({ [name]: given }) => {
        // An address may still say what has no slider, which can then be taken back.
        field.hidden = needs !== undefined && !can(needs) || not !== undefined && can(not) && given === null;
        slider.value = String(given === null ? off : Math.min(off - 1, Math.round(given / step)));
        value.value = given === null ? "off" : words(given);
        slider.setAttribute("aria-valuetext", value.value);
    };
}
