import { byId } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { classes } from "../core/models.js";
import { written } from "../pictures/classes.js";
import { Gallery } from "../pictures/gallery.js";
import { inWords, labelOf, leaf, readLeaf } from "../pictures/recipe.js";

let gallery;

/** A row that shows the chosen picture of a seed in every class: the same noise, so what differs is the class. */
export const everyClass = {
    start({ onPick, onOpen }) {
        gallery = new Gallery(byId("every-class-pictures"), { onPick, onOpen });
    },

    /** Whether the row that belongs to one of these pictures has this one. */
    has(recipe, shown) {
        const picture = readLeaf(recipe ?? "");
        return picture !== null && classes() !== null && picture.name !== null && labelOf(recipe, classes()) !== null
            && shown.map(readLeaf).some(({ seed, number }) => seed === picture.seed && number === picture.number);
    },

    render(state, recipe) {
        const known = classes();
        byId("every-class").hidden = known === null;
        if (known === null) return;
        const { seed, number } = readLeaf(recipe), names = known.map(written);
        byId("every-class-title").textContent = `Picture ${number} of seed ${seed} in every class`;
        const item = (name, label) => {
            const of = leaf(seed, number, name);
            return { ...pictureOf(of, state), label: inWords(of, known), caption: known[label] };
        };
        gallery.show(names.map(item), leaf(seed, number, names[labelOf(recipe, known)]));
    },
};
