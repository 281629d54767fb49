import { byId, complain, fill } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { classes, refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { paint } from "./canvas.js";
import { classChoice } from "./classchoice.js";
import { draw } from "./drawings.js";
import { pickFromBoard } from "./picker.js";
import { rolled, tidy } from "./recipe.js";
import { textChoice } from "./textchoice.js";

let slots = 0;

/** A picture that can be changed: typed, rolled, or taken from the board. */
export class Slot {
    #canvas;
    #input;
    #name;
    #showClass;
    #showText;
    #shown = "";
    #paint = newest(async picture => {
        const [drawing] = await draw([picture]);
        paint(this.#canvas, drawing);
    });

    /**
     * @param {HTMLElement} place Where it goes.
     * @param {string} name What it is called on the page.
     * @param {(recipe: string) => void} onChange
     * @param {HTMLElement} trouble Where a wrong recipe is told.
     */
    constructor(place, name, onChange, trouble) {
        const slot = byId("slot-template").content.cloneNode(true).firstElementChild;
        this.#canvas = slot.querySelector("canvas");
        this.#input = slot.querySelector("input");
        this.#name = `“${name}”`;
        this.#showClass = classChoice(slot.querySelector(".class-choice"), onChange);
        this.#showText = textChoice(slot.querySelector(".text-choice"), onChange);
        this.#input.id = `slot-${++slots}`;
        this.#input.setAttribute("aria-describedby", trouble.id);
        const label = slot.querySelector("label");
        label.textContent = name;
        label.htmlFor = this.#input.id;
        const tools = { roll: `Roll a picture for “${name}”`, board: `Take a picture from the board for “${name}”` };
        for (const [button, words] of Object.entries(tools)) {
            const tool = slot.querySelector(`.slot-${button}`);
            tool.setAttribute("aria-label", words);
            tool.title = words;
        }

        this.#input.addEventListener("input", () => {
            const wrong = refusal(this.#input.value);
            complain(trouble, wrong, this.#input);
            if (!wrong) onChange(tidy(this.#input.value));
        });
        slot.querySelector(".slot-roll").addEventListener("click", () => onChange(rolled(classes(), this.#shown)));
        slot.querySelector(".slot-board").addEventListener("click", async () => {
            const recipe = await pickFromBoard();
            if (recipe) onChange(recipe);
        });
        place.append(slot);
    }

    /** Shows a picture; one that cannot be drawn leaves the last one, and the view says why. */
    show(recipe) {
        this.#shown = recipe;
        fill(this.#input, recipe);
        this.#showClass(recipe, this.#name);
        this.#showText(recipe, this.#name);
        this.#canvas.setAttribute("aria-label", `Picture ${recipe}`);
        if (refusal(recipe)) return;
        this.#paint(pictureOf(recipe)).catch(() => { /* The view that draws with it tells. */ });
    }
}
