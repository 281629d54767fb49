import { byId, complain, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { classes, refusal } from "../core/models.js";
import { change, current, settle } from "../core/store.js";
import { Gallery } from "../pictures/gallery.js";
import { blend, complaint, leaf, roll, sharesOf, walk } from "../pictures/recipe.js";
import { Slot } from "../pictures/slot.js";
import { openSheet } from "./sheet.js";
import { mannerSliders } from "./manner.js";

const around = 23;
const distance = byId("distance"), trouble = byId("variations-error");
let slot, gallery, showManner;

/** Variations: what lies around a picture. The picture itself stands first. */
export const variations = {
    start() {
        const place = document.querySelector("[data-slot=of]");
        slot = new Slot(place, "Centre", recipe => change({ picked: recipe, variations: { of: recipe } }), trouble);
        showManner = mannerSliders(document.querySelector("#variations [data-manner]"));
        gallery = new Gallery(byId("variations-pictures"), {
            onPick: (item, { byPointer }) => {
                change({ picked: item.recipe }, { undoable: false });
                if (byPointer) openSheet();
            },
            onOpen: item => centre(item.recipe),
            onTrouble: error => report(trouble, error),
        });
        distance.addEventListener("input", () => {
            const { variations: room, picked } = current(), index = recipes(room).indexOf(picked);
            const further = { ...room, distance: Number(distance.value) };
            // The chosen direction stays chosen while the distance changes.
            change({ picked: recipes(further)[Math.max(0, index)], variations: { distance: further.distance } }, { gesture: "distance" });
        });
        distance.addEventListener("change", settle);
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
        const wrong = recipes(room).map(refusal).find(words => words) ?? "";
        if (wrong) return complain(trouble, wrong);
        const label = (recipe, i) => i === 0 ? `The picture itself, ${recipe}` : `Variation ${i}`;
        const items = recipes(room).map((recipe, i) => ({ ...pictureOf(recipe, state), label: label(recipe, i) }));
        gallery.show(items, variations.picture(state));
    },

    picture: ({ picked, variations: room }) => recipes(room).includes(picked) ? picked : room.of,
    collection: ({ variations: room }) => ({ kind: "pictures", recipes: recipes(room) }),
    title: ({ variations: { of } }) => `Variations of ${of}`,
};

/** Makes a picture the centre, as far as recipes go. */
export function centre(recipe) {
    const wrong = complaint(walk(recipe, leaf(0, 0), 0.5));
    if (wrong) return complain(trouble, wrong);
    change({ view: "variations", picked: recipe, variations: { of: recipe } });
}

const recipes = ({ of, seed, distance }) => {
    const shares = complaint(of) ? [] : sharesOf(of, classes());
    return [of, ...Array.from({ length: around }, (_, i) => walk(of, towards(seed, i, shares), distance))];
};

/** The end of the way to a variation: of the same classes as the picture, or it would become another kind. */
function towards(seed, number, shares) {
    if (shares.length <= 1) return leaf(seed, number, shares[0]?.[0]);
    return blend(shares.map(([name, share]) => ({ recipe: leaf(seed, number, name), weight: Math.round(share * 1000) / 1000 })));
}
