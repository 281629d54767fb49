import { byId, complain, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { can, chosen, refusal } from "../core/models.js";
import { change, current } from "../core/store.js";
import { Gallery } from "../pictures/gallery.js";
import { complaint } from "../pictures/reader.js";
import { ancestors, leaf, plain, roll, vary } from "../pictures/recipe.js";
import { Slot } from "../pictures/slot.js";
import { centre } from "./going.js";
import { openSheet } from "./sheet.js";
import { mannerSliders } from "./manner.js";

const around = 23, shownOfLine = 100;
const distance = byId("distance"), rows = byId("vary-rows"), trouble = byId("variations-error");
let slot, gallery, line, showManner;

/** Variations: what lies around a picture, and the line of those that it comes from. The picture itself stands first. */
export const variations = {
    start() {
        const place = document.querySelector("[data-slot=of]");
        slot = new Slot(place, "Centre", recipe => change({ picked: recipe, variations: { of: recipe } }), trouble);
        showManner = mannerSliders(document.querySelector("#variations [data-manner]"));
        const onPick = (item, { byPointer }) => {
            change({ picked: item.recipe }, { undoable: false });
            if (byPointer) openSheet();
        };
        const onOpen = item => centre(item.recipe);
        gallery = new Gallery(byId("variations-pictures"), { onPick, onOpen, onTrouble: error => report(trouble, error) });
        line = new Gallery(byId("line-pictures"), { onPick, onOpen });
        distance.addEventListener("input", () => farther({ distance: Number(distance.value) }, { gesture: "distance" }));
        rows.addEventListener("change", () => farther({ rows: rows.value || null }));
        byId("redirect").addEventListener("click", () => {
            byId("redirect").classList.toggle("turned");
            change({ picked: current().variations.of, variations: { seed: roll() } });
        });
    },

    render(state) {
        const { variations: room } = state;
        slot.show(room.of);
        distance.value = String(room.distance);
        byId("distance-value").value = room.distance.toFixed(2);
        showManner(state);
        showRows(room);
        const wrong = recipes(room).map(refusal).find(words => words) ?? "";
        showLine(state, wrong ? [] : lineOf(room));
        if (wrong) return complain(trouble, wrong);
        const label = (recipe, i) => i === 0 ? `The picture itself, ${recipe}` : `Variation ${i}`;
        const items = recipes(room).map((recipe, i) => ({ ...pictureOf(recipe, state), label: label(recipe, i) }));
        gallery.show(items, shownAs(state));
    },

    /** Takes the keyboard, where what had it is in a room that is not shown any more. */
    focus: () => gallery.focus(),

    picture: ({ picked, variations: room }) =>
        [...recipes(room), ...lineOf(room)].some(one => [picked, plain(picked)].includes(one)) ? picked
            : complaint(room.of) ? null : room.of,
    collection: ({ variations: room }) => ({ kind: "pictures", recipes: recipes(room) }),
    title: ({ variations: { of } }) => `Variations of ${of.length > 40 ? `${of.slice(0, 40)}…` : of}`,
};

/** The chosen picture as it stands among the others: without what it was given more of here. */
function shownAs(state) {
    const picture = variations.picture(state);
    return recipes(state.variations).includes(picture) ? picture : plain(picture);
}

/** The chosen direction stays chosen while all variations change. */
function farther(patch, how) {
    const { variations: room, picked } = current(), index = recipes(room).indexOf(picked);
    change({ picked: recipes({ ...room, ...patch })[Math.max(0, index)], variations: patch }, how);
}

const recipes = ({ of, seed, distance, rows }) => [
    of, ...Array.from({ length: around }, (_, i) => vary(of, leaf(seed, i), distance, can("mix") ? rows : null)),
];

/** The pictures that the centre comes from, and itself; of a long line the first and the last ones. */
function lineOf({ of }) {
    if (complaint(of)) return [];
    const all = ancestors(of);
    return all.length <= shownOfLine ? all : [all[0], ...all.slice(1 - shownOfLine)];
}

function showLine(state, all) {
    const steps = all.length - 1, list = byId("line-pictures");
    byId("line").hidden = steps < 1;
    if (steps < 1) return;
    const total = ancestors(state.variations.of).length - 1, number = i => i === 0 ? 0 : total - steps + i;
    byId("line-title").textContent = `How it came to this: ${total} ${total === 1 ? "step" : "steps"}`;
    const words = i => i === 0 ? "The start of the line" : i === steps ? `Step ${total}, the centre` : `Step ${number(i)}`;
    line.show(all.map((recipe, i) =>
        ({ ...pictureOf(recipe, state), label: words(i), caption: i === 0 ? "start" : String(number(i)) })), shownAs(state));
    const shown = list.querySelector("[aria-selected=true]") ?? list.lastElementChild;
    list.scrollTo({ left: shown.offsetLeft + shown.offsetWidth - list.clientWidth + 8 });
}

/** Which rows of w vary, where the model has w: the coarse ones make the shape, the fine ones the details. */
function showRows({ rows: given }) {
    const styles = chosen()?.styles ?? 0, half = Math.floor(styles / 2);
    rows.closest(".field").hidden = styles < 2;
    if (styles < 2) return;
    const choices = [["", "everything"], [`1-${half}`, "the shape only"], [`${half + 1}-${styles}`, "the details only"]];
    if (given !== null && !choices.some(([value]) => value === given)) choices.push([given, `rows ${given}`]);
    rows.replaceChildren(...choices.map(([value, words]) => new Option(words, value)));
    rows.value = given ?? "";
}
