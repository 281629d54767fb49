import { compare, compared, compareNone, listenCompared } from "../core/compared.js";
import { byId, element, icon, isTyping } from "../core/dom.js";
import { classes } from "../core/models.js";
import { say } from "../core/news.js";
import { paint } from "../pictures/canvas.js";
import { draw } from "../pictures/drawings.js";
import { inWords } from "../pictures/recipe.js";

// Two to four pictures side by side, large; a bar says how many were chosen.

const dialog = byId("compare"), list = byId("compare-pictures"), bar = byId("compare-bar"), words = byId("compare-words");

export function startComparison() {
    byId("compare-show").addEventListener("click", open);
    byId("compare-clear").addEventListener("click", compareNone);
    byId("compare-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
    document.addEventListener("keydown", event => {
        if (event.key !== "C" || !event.shiftKey || isTyping(event) || document.querySelector("dialog[open]")) return;
        event.preventDefault();
        compared().length > 0 ? open() : say("Nothing to compare yet: C on a picture chooses it.");
    });
    listenCompared(show);
}

function show() {
    const count = compared().length;
    bar.hidden = count === 0;
    words.textContent = count === 1 ? "1 picture to compare; choose another one" : `${count} pictures to compare`;
    byId("compare-show").disabled = count < 2;
    if (!dialog.open) return;
    count === 0 ? dialog.close() : fill();
}

function open() {
    fill();
    dialog.showModal();
}

function fill() {
    const shown = compared();
    list.replaceChildren(...shown.map(itemOf));
    // Each as it was chosen: one may have another manner than the next.
    shown.forEach(async (picture, i) => {
        const { children: [canvas, , hint] } = list.children[i];
        try {
            const [drawing] = await draw([picture]);
            paint(canvas, drawing);
        } catch (error) {
            hint.textContent = error.message;
        }
    });
}

function itemOf(picture) {
    const { recipe, truncation, psi, model, note } = picture, item = element("li"), name = inWords(recipe, classes());
    const manner = [model, truncation === null ? "" : `truncated at ${truncation}`, psi === null ? "" : `psi ${psi}`, note];
    const remove = element("button", { type: "button", className: "icon-button", "aria-label": `Take ${name} away` });
    remove.append(icon("i-close"));
    remove.addEventListener("click", () => {
        compare(picture);
        (list.querySelector("button") ?? byId("compare-show")).focus();
    });
    item.append(element("canvas", { role: "img", "aria-label": `Picture ${recipe}` }), element("p", { text: name }),
        element("p", { className: "hint", text: manner.filter(text => text).join(", ") }), remove);
    return item;
}
