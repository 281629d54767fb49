import { byId } from "../core/dom.js";
import { change, settle } from "../core/store.js";

const step = 0.05;
let sliders = 0;

/**
 * The truncation slider, one for all rooms: from the most ordinary pictures on the left to no truncation at all on the right.
 * @param {HTMLElement} place
 * @returns {(state: object) => void} Shows the state's truncation.
 */
export function truncationSlider(place) {
    const field = byId("truncation-template").content.cloneNode(true).firstElementChild;
    const slider = field.querySelector("input"), value = field.querySelector("output"), label = field.querySelector("label");
    label.htmlFor = slider.id = `truncation-${++sliders}`;
    value.htmlFor = slider.id;
    field.title = "How far from the ordinary: little truncation draws more daring pictures, much of it plainer, darker ones that are "
        + "more alike.";
    const off = Number(slider.max);
    slider.addEventListener("input", () => {
        const at = Number(slider.value);
        change({ truncation: at === off ? null : Math.round(at * step * 100) / 100 }, { gesture: slider.id });
    });
    slider.addEventListener("change", settle);
    place.append(field);
    return ({ truncation }) => {
        slider.value = String(truncation === null ? off : Math.min(off - 1, Math.round(truncation / step)));
        value.value = truncation === null ? "off" : truncation.toFixed(2);
        slider.setAttribute("aria-valuetext", truncation === null ? "off" : value.value);
    };
}
