import { byId, complain, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { chosen, refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change } from "../core/store.js";
import { paint } from "../pictures/canvas.js";
import { draw } from "../pictures/drawings.js";
import { Gallery } from "../pictures/gallery.js";
import { mix } from "../pictures/recipe.js";
import { Slot } from "../pictures/slot.js";
import { mannerSliders } from "./manner.js";

const slider = byId("mix-rows"), canvas = byId("mix-picture"), trouble = byId("mix-error");
let coarse, fine, gallery, showManner;

/** Mixed styles, of a model that has w: the shape of one picture with the details of another. */
export const mixing = {
    start() {
        coarse = new Slot(document.querySelector("[data-slot=coarse]"), "Shape", recipe => change({ mix: { coarse: recipe } }), trouble);
        fine = new Slot(document.querySelector("[data-slot=fine]"), "Details", recipe => change({ mix: { fine: recipe } }), trouble);
        showManner = mannerSliders(document.querySelector("#mix [data-manner]"));
        gallery = new Gallery(byId("mix-pictures"), { onPick: item => change({ mix: { rows: item.rows } }, { gesture: "mix-strip" }) });
        slider.addEventListener("input", () => change({ mix: { rows: Number(slider.value) } }, { gesture: "mix-rows" }));
    },

    render(state) {
        const { mix: room } = state, rows = rowsOf(room);
        coarse.show(room.coarse);
        fine.show(room.fine);
        slider.max = String(most());
        slider.value = String(rows);
        byId("mix-rows-value").value = `${rows} of ${most() + 1} rows`;
        slider.setAttribute("aria-valuetext", byId("mix-rows-value").value);
        showManner(state);
        const wrong = refusal(mix(room.coarse, room.fine, rows));
        if (wrong) return complain(trouble, wrong);
        drawMix(state).then(() => report(trouble, null), error => report(trouble, error));
    },

    picture: ({ mix: room }) => {
        const recipe = mix(room.coarse, room.fine, rowsOf(room));
        return refusal(recipe) ? null : recipe;
    },
    collection: state => {
        const { coarse, fine } = state.mix;
        return { kind: "pictures", recipes: mixing.picture(state) === null ? [] : all().map(rows => mix(coarse, fine, rows)) };
    },
    title: ({ mix: { coarse, fine } }) => `A mix of ${coarse} and ${fine}`,
};

/** The one picture gives a row at least, and so does the other. */
const most = () => Math.max(1, (chosen()?.styles ?? 2) - 1);

const rowsOf = ({ rows }) => Math.min(rows, most());

const all = () => Array.from({ length: most() }, (_, i) => i + 1);

const drawMix = newest(async state => {
    const { mix: room } = state, recipe = mixing.picture(state), [drawing] = await draw([pictureOf(recipe, state)]);
    paint(canvas, drawing);
    canvas.setAttribute("aria-label", `The shape of ${room.coarse} with the details of ${room.fine}`);
    const of = rows => pictureOf(mix(room.coarse, room.fine, rows), state);
    const item = rows => ({ ...of(rows), rows, label: `${rows} rows of the shape`, caption: String(rows) });
    gallery.show(all().map(item), recipe);
});
