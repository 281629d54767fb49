import { limits } from "../core/address.js";
import { byId, complain, element, fill, grouped, report, wholeNumber } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { chosen } from "../core/models.js";
import { change, current, settle } from "../core/store.js";
import { Gallery } from "../pictures/gallery.js";
import { largest, leaf, roll } from "../pictures/recipe.js";
import { openSheet } from "./sheet.js";
import { truncationSlider } from "./truncation.js";

const seed = byId("seed"), count = byId("count"), columns = byId("columns"), kind = byId("class"), trouble = byId("generate-error");
let gallery, showTruncation;

/** Generate: a seed, how many, in how many columns. */
export const generate = {
    start() {
        const numbers = Array.from({ length: limits.columns }, (_, i) => String(i + 1));
        columns.append(new Option("auto", "0"), ...numbers.map(number => new Option(number, number)));
        showTruncation = truncationSlider(document.querySelector("#generate [data-truncation]"));
        gallery = new Gallery(byId("generate-pictures"), {
            onPick: (item, { byPointer }) => {
                change({ picked: item.recipe }, { undoable: false });
                if (byPointer) openSheet();
            },
            onOpen: item => change({ view: "variations", picked: item.recipe, variations: { of: item.recipe } }),
            onTrouble: error => report(trouble, error),
        });
        byId("generate-form").addEventListener("submit", event => {
            event.preventDefault();
            settle();
        });
        byId("roll").addEventListener("click", () => {
            byId("roll").classList.toggle("turned");
            accept({ seed: roll(), first: 0 });
        });
        typed(seed, () => wholeNumber(seed.value, 0, largest), `A seed is a whole number from 0 to ${grouped(largest)}.`,
            value => ({ seed: value, first: 0 }));
        typed(count, () => wholeNumber(count.value, 1, limits.count), `Pictures: a whole number from 1 to ${limits.count}.`,
            value => ({ count: value }));
        columns.addEventListener("change", () => accept({ columns: Number(columns.value) }));
        kind.addEventListener("change", () => change({ kind: kind.value || null }));
        byId("more").addEventListener("click", () => page(1));
        byId("earlier").addEventListener("click", () => page(-1));
    },

    render(state) {
        const { generate: room } = state;
        fill(seed, room.seed);
        fill(count, room.count);
        columns.value = String(room.columns);
        showTruncation(state);
        showKinds(state);
        const list = byId("generate-pictures");
        list.style.setProperty("--columns", room.columns || "");
        list.classList.toggle("fixed", room.columns > 0);
        list.classList.toggle("dense", room.columns > 12);
        byId("earlier").disabled = room.first === 0;
        byId("more").disabled = room.first + 2 * room.count > largest;
        byId("range").textContent = room.count === 1 ? `Picture ${room.first}`
            : `Pictures ${grouped(room.first)} to ${grouped(room.first + room.count - 1)}`;
        const label = recipe => `Picture ${recipe.split(".")[1]} of seed ${room.seed}`;
        gallery.show(recipes(room).map(recipe => ({ ...pictureOf(recipe, state), label: label(recipe) })), generate.picture(state));
    },

    /** The picture that is chosen where none was clicked. */
    picture: state => recipes(state.generate).includes(state.picked) ? state.picked : leaf(state.generate.seed, state.generate.first),

    /** What can be taken away of what is shown. */
    collection: ({ generate: { seed, first, count, columns } }) => ({ kind: "seed", seed, first, count, columns }),

    title: ({ generate: { seed } }) => `Seed ${seed}`,
};

const recipes = ({ seed, first, count }) => Array.from({ length: count }, (_, i) => leaf(seed, first + i));

function typed(field, read, wrong, patch) {
    field.addEventListener("input", () => {
        const value = read();
        complain(trouble, value === null ? wrong : "", field);
        if (value !== null) change({ picked: null, generate: patch(value) }, { gesture: field.id });
    });
    // What stays wrong gives way to what is shown.
    field.addEventListener("blur", () => {
        settle();
        if (field.getAttribute("aria-invalid") === "true") complain(trouble, "", field);
        fill(field, current().generate[field.id]);
    });
}

function accept(patch) {
    complain(trouble, "", seed, count);
    change({ picked: null, generate: patch });
}

function page(direction) {
    const { first, count } = current().generate;
    accept({ first: Math.max(0, first + direction * count) });
}

/** Kinds are offered where the model has them. */
function showKinds(state) {
    const kinds = chosen()?.classes ?? null;
    byId("class-field").hidden = kinds === null;
    if (kinds === null) return;
    if (kind.childElementCount !== kinds.length + 1)
        kind.replaceChildren(new Option("any", ""), ...kinds.map(name => element("option", { text: name, value: name })));
    kind.value = state.kind ?? "";
}
