import { limits, readBest } from "../core/address.js";
import { byId, complain, fill, grouped, report, wholeNumber } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { can, chosen as model, classes, words } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current, refresh, settle } from "../core/store.js";
import { askCaptions, captioned } from "../pictures/captions.js";
import { choices, choose, chosen, isChosen } from "../pictures/chosen.js";
import { find, share, written } from "../pictures/classes.js";
import { draw } from "../pictures/drawings.js";
import { Gallery } from "../pictures/gallery.js";
import { inWords, largest, leaf, plain, roll } from "../pictures/recipe.js";
import { classChips } from "./chips.js";
import { everyClass } from "./everyclass.js";
import { centre } from "./going.js";
import { mannerSliders } from "./manner.js";
import { openSheet } from "./sheet.js";
import { spoken, texting } from "./texting.js";

const seed = byId("seed"), count = byId("count"), columns = byId("columns"), best = byId("best"), trouble = byId("generate-error");
let gallery, showManner, showChips;
/** The recipes that are shown, and by which model; they stay while the server chooses others. */
let shown = [], shownBy = "";

/** Generate: a seed, how many, in how many columns, of which classes. */
export const generate = {
    start() {
        const numbers = Array.from({ length: limits.columns }, (_, i) => String(i + 1));
        columns.append(...numbers.map(number => new Option(number, number)));
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
        best.append(...choices.map(of => new Option(`best of ${of}`, String(of))));
        best.addEventListener("change", () => accept({ best: readBest(best.value) }));
        showChips = classChips(byId("chips"), names => accept({ classes: names }));
        texting.start();
        everyClass.start({ onPick: pick, onOpen: open });
        byId("more").addEventListener("click", () => page(1));
        byId("earlier").addEventListener("click", () => page(-1));
    },

    render(state) {
        const { generate: room } = state;
        fill(seed, room.seed);
        fill(count, room.count);
        columns.value = String(room.columns);
        best.value = String(room.best ?? "");
        byId("best-field").hidden = !can("judge");
        showManner(state);
        showChips(room.classes);
        texting.render(state);
        const list = byId("generate-pictures");
        list.style.setProperty("--columns", room.columns || "");
        list.classList.toggle("fixed", room.columns > 0);
        list.classList.toggle("dense", room.columns > 12);
        byId("earlier").disabled = room.first === 0;
        byId("more").disabled = room.first + step(room) + room.count > largest;
        const last = room.first + share(room.count, 0, Math.max(1, asked(room).length)) - 1;
        byId("range").textContent = last === room.first ? `Picture ${grouped(room.first)}`
            : `Pictures ${grouped(room.first)} to ${grouped(last)}${asked(room).length > 1 ? " of each" : ""}`;
        if (!fromServer(state)) showWhenTold(state);
        const item = recipe => ({ ...pictureOf(recipe, state), label: inWords(recipe, classes()) });
        [shown, shownBy] = [recipes(state), modelName()];
        gallery.show(shown.map(item), plain(generate.picture(state)));
        if (shown.length > 0) everyClass.render(state, plain(generate.picture(state)));
    },

    /** Asks the server what only it knows before the room is shown for the first time, so that no other pictures are shown before; and
     *  begins with the pictures, which come while the room is laid out. */
    async prepare(state) {
        if (state.generate.classes.some(name => find(classes(), name) < 0)) return;
        if (!fromServer(state)) await ask(state);
        draw(recipes(state).map(recipe => pictureOf(recipe, state))).catch(() => { /* The room asks for them, too, and tells. */ });
    },

    /** The picture that is chosen: the first where none was. */
    picture: state => {
        const all = recipes(state), { picked } = state;
        return all.includes(plain(picked)) || everyClass.has(plain(picked), all) ? picked : all[0] ?? null;
    },

    /** What can be taken away of what is shown. */
    collection: state => {
        const { generate: room } = state, { seed, first, count, columns } = room;
        // A data set is of all pictures of the seed, also where the best ones are shown.
        if (isChosen(room)) return { kind: "pictures", recipes: recipes(state), columns, seed, classes: asked(room) };
        return { kind: "seed", seed, first, count, columns, classes: asked(room) };
    },

    title: ({ generate: { seed } }) => `Seed ${seed}`,
};

function pick(item, { byPointer }) {
    change({ picked: item.recipe }, { undoable: false });
    if (byPointer) openSheet();
}

const open = item => centre(item.recipe);

/** The classes that are drawn, as recipes write them: those that are asked for, as far as there are pictures enough; or the text. */
const asked = room => words() ? [spoken(room)].filter(text => text)
    : room.classes.slice(0, room.count).map(name => written(classes()?.[find(classes(), name)] ?? name));

/** The pictures: of a seed, or class after class, each from the same first one on; or those that the discriminator chose. */
function recipes(state) {
    const { generate: room } = state, { seed, first, count } = room, names = asked(room);
    if (isTold(room)) return fromServer(state) ?? (shownBy === modelName() ? shown : []);
    const run = (count, name) => Array.from({ length: count }, (_, i) => leaf(seed, first + i, name));
    return names.length === 0 ? run(count) : names.flatMap((name, i) => run(share(count, i, names.length), name));
}

const modelName = () => model()?.name;

/** Whether only the server knows the pictures: it chooses or sorts them, or their captions take turns. */
const isTold = room => isChosen(room) || words() !== null && asked(room).length === 0;

/** What the server has said of a room's pictures, undefined while it has not; where it need not say anything, none. */
function fromServer(state) {
    const { generate: room } = state;
    if (!isTold(room)) return [];
    return isChosen(room) ? chosen(room, asked(room), state) : captioned(room, state);
}

/** Asks the server what only it knows. */
const ask = state => isChosen(state.generate) ? choose(state.generate, asked(state.generate), state) : askCaptions(state.generate, state);

const showWhenTold = newest(async state => {
    try {
        await ask(state);
        refresh();
    } catch (error) {
        report(trouble, error);
    }
});

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
