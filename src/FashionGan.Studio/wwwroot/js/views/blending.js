import { limits } from "../core/address.js";
import { byId, complain, fill, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { classes, refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current } from "../core/store.js";
import { paint } from "../pictures/canvas.js";
import { classChoice } from "../pictures/classchoice.js";
import { draw } from "../pictures/drawings.js";
import { pickFromBoard } from "../pictures/picker.js";
import { blend, rolled, tidy } from "../pictures/recipe.js";
import { textChoice } from "../pictures/textchoice.js";
import { addToBlend } from "./going.js";
import { mannerSliders } from "./manner.js";

const canvas = byId("blend-picture"), list = byId("parts"), trouble = byId("blend-error");
/** How each part shows its class and its text, by its place in the list. */
const choices = new WeakMap();
let showManner;

/** Several pictures in one, each with its weight. */
export const blending = {
    start() {
        showManner = mannerSliders(document.querySelector("#blend [data-manner]"));
        byId("add-part").addEventListener("click", () => addToBlend(rolled(classes())));
        byId("add-board").addEventListener("click", async () => {
            const recipe = await pickFromBoard();
            if (recipe) addToBlend(recipe);
        });
    },

    render(state) {
        const { parts } = state.blend;
        while (list.childElementCount > parts.length) list.lastElementChild.remove();
        while (list.childElementCount < parts.length) list.append(place(list.childElementCount));
        parts.forEach((part, i) => show(list.children[i], part, i, parts.length));
        byId("add-part").disabled = byId("add-board").disabled = parts.length === limits.parts;
        showManner(state);
        drawBlend(state).then(() => tell(null), tell);
        tell(null);
    },

    picture: state => refusal(blend(state.blend.parts)) ? null : blend(state.blend.parts),
    collection: state => ({ kind: "pictures", recipes: [blending.picture(state)].filter(recipe => recipe !== null) }),
    title: state => `A blend of ${state.blend.parts.length}`,
};

/** Says what is wrong with the blend as it is now, whatever came of one that was drawn meanwhile. */
function tell(error) {
    const wrong = refusal(blend(current().blend.parts));
    wrong ? complain(trouble, wrong) : report(trouble, error);
}

/** The parts, and what they make; parts without any weight make nothing. */
const drawBlend = newest(async state => {
    const { parts } = state.blend, whole = blend(parts), recipes = parts.map(part => part.recipe);
    const drawings = await draw([...recipes, ...refusal(whole) ? [] : [whole]].map(recipe => pictureOf(recipe, state)));
    parts.forEach((_, i) => list.children[i] && paint(list.children[i].querySelector("canvas"), drawings[i]));
    if (drawings.length === parts.length) return;
    paint(canvas, drawings.at(-1));
    canvas.setAttribute("aria-label", `A blend of ${recipes.join(", ")}`);
});

function place(index) {
    const part = byId("part-template").content.cloneNode(true).firstElementChild;
    const [recipe, weight] = part.querySelectorAll("input");
    const replaced = patch => current().blend.parts.map((old, i) => i === index ? { ...old, ...patch } : old);
    const replace = (patch, how) => change({ blend: { parts: replaced(patch) } }, how);
    recipe.setAttribute("aria-describedby", trouble.id);
    recipe.addEventListener("input", () => {
        const wrong = refusal(recipe.value);
        complain(trouble, wrong, recipe);
        if (!wrong) replace({ recipe: tidy(recipe.value) }, { gesture: `part-${index}` });
    });
    weight.addEventListener("input", () => replace({ weight: Number(weight.value) }, { gesture: `weight-${index}` }));
    part.querySelector(".part-roll").addEventListener("click", () =>
        replace({ recipe: rolled(classes(), current().blend.parts[index].recipe) }));
    choices.set(part, [
        classChoice(part.querySelector(".class-choice"), recipe => replace({ recipe })),
        textChoice(part.querySelector(".text-choice"), recipe => replace({ recipe }, { gesture: `text-${index}` })),
    ]);
    part.querySelector(".part-remove").addEventListener("click", () =>
        change({ blend: { parts: current().blend.parts.filter((_, i) => i !== index) } }));
    return part;
}

function show(part, { recipe, weight }, index, count) {
    const [text, slider] = part.querySelectorAll("input"), [roll, remove] = part.querySelectorAll("button");
    fill(text, recipe);
    for (const choice of choices.get(part)) choice(recipe, `picture ${index + 1}`);
    slider.value = String(weight);
    part.querySelector("output").value = `× ${weight}`;
    text.setAttribute("aria-label", `Picture ${index + 1}`);
    slider.setAttribute("aria-label", `Weight of picture ${index + 1}`);
    part.querySelector("canvas").setAttribute("aria-label", `Picture ${recipe}`);
    for (const [button, words] of [[roll, `Roll picture ${index + 1}`], [remove, `Remove picture ${index + 1}`]]) {
        button.setAttribute("aria-label", words);
        button.title = words;
    }

    remove.disabled = count === 2;
}
