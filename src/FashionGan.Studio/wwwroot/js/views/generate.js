import { limits } from "../core/address.js";
import { byId, complain, fill, grouped, report, wholeNumber } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { classes } from "../core/models.js";
import { change, current, settle } from "../core/store.js";
import { find, share, written } from "../pictures/classes.js";
import { Gallery } from "../pictures/gallery.js";
import { inWords, largest, leaf, roll } from "../pictures/recipe.js";
import { classChips } from "./chips.js";
import { everyClass } from "./everyclass.js";
import { openSheet } from "./sheet.js";
import { mannerSliders } from "./manner.js";
import { centre } from "./variations.js";

const seed = byId("seed"), count = byId("count"), columns = byId("columns"), trouble = byId("generate-error");
let gallery, showManner, showChips;

/** Generate: a seed, how many, in how many columns, of which classes. */
export const generate = {
    start() {
        const numbers = Array.from({ length: limits.columns }, (_, i) => String(i + 1));
        columns.append(new Option("auto", "0"), ...numbers.map(number => new Option(number, number)));
        showManner = mannerSliders(document.querySelector("#generate [data-manner]"));
        gallery = new Gallery(byId("generate-pictures"), {
            onPick: pick,
            onOpen: open,
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
        showChips = classChips(byId("chips"), names => accept({ classes: names }));
        everyClass.start({ onPick: pick, onOpen: open });
        byId("more").addEventListener("click", () => page(1));
        byId("earlier").addEventListener("click", () => page(-1));
    },

    render(state) {
        const { generate: room } = state;
        fill(seed, room.seed);
        fill(count, room.count);
        columns.value = String(room.columns);
        showManner(state);
        showChips(room.classes);
        const list = byId("generate-pictures");
        list.style.setProperty("--columns", room.columns || "");
        list.classList.toggle("fixed", room.columns > 0);
        list.classList.toggle("dense", room.columns > 12);
        byId("earlier").disabled = room.first === 0;
        byId("more").disabled = room.first + step(room) + room.count > largest;
        const last = room.first + share(room.count, 0, Math.max(1, asked(room).length)) - 1;
        byId("range").textContent = last === room.first ? `Picture ${grouped(room.first)}`
            : `Pictures ${grouped(room.first)} to ${grouped(last)}${asked(room).length > 1 ? " of each" : ""}`;
        const item = recipe => ({ ...pictureOf(recipe, state), label: inWords(recipe, classes()) });
        gallery.show(recipes(room).map(item), generate.picture(state));
        everyClass.render(state, generate.picture(state));
    },

    /** The picture that is chosen: the first where none was. */
    picture: ({ generate: room, picked }) => {
        const shown = recipes(room);
        return shown.includes(picked) || everyClass.has(picked, shown) ? picked : shown[0];
    },

    /** What can be taken away of what is shown. */
    collection: ({ generate: room }) => {
        const { seed, first, count, columns } = room;
        return { kind: "seed", seed, first, count, columns, classes: asked(room) };
    },

    title: ({ generate: { seed } }) => `Seed ${seed}`,
};

function pick(item, { byPointer }) {
    change({ picked: item.recipe }, { undoable: false });
    if (byPointer) openSheet();
}

const open = item => centre(item.recipe);

/** The classes that are drawn, as recipes write them: those that are asked for, as far as there are pictures enough. */
const asked = room => room.classes.slice(0, room.count).map(name => written(classes()?.[find(classes(), name)] ?? name));

/** The pictures: of a seed, or class after class, each from the same first one on. */
function recipes(room) {
    const { seed, first, count } = room, names = asked(room);
    const run = (count, name) => Array.from({ length: count }, (_, i) => leaf(seed, first + i, name));
    return names.length === 0 ? run(count) : names.flatMap((name, i) => run(share(count, i, names.length), name));
}

/** How far a page is from the next: none is left out where not all classes have as many. */
const step = room => Math.max(1, Math.floor(room.count / Math.max(1, asked(room).length)));

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
    const room = current().generate;
    accept({ first: Math.max(0, room.first + direction * step(room)) });
}
