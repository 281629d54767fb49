import { limits } from "../core/address.js";
import * as board from "../core/board.js";
import { byId, complain } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { draws } from "../core/models.js";
import { say } from "../core/news.js";
import { change, current, here } from "../core/store.js";
import { remember } from "../core/undo.js";
import { Gallery } from "../pictures/gallery.js";
import { openSheet } from "./sheet.js";
import { centre } from "./variations.js";

const trouble = byId("board-error");
let gallery;

/** The favourites. Each is shown as it was kept, with its own truncation, psi and model. */
export const boarding = {
    start() {
        gallery = new Gallery(byId("board-pictures"), {
            onPick: ({ recipe, truncation, psi, model }, { byPointer }) => {
                change({ picked: recipe, truncation, psi, model }, { undoable: false });
                if (byPointer) openSheet();
            },
            onOpen: item => centre(item.recipe),
            onTrouble: error => error && complain(trouble, error.message),
        });
        byId("clear-board").addEventListener("click", () => {
            remember(here());
            board.clear();
            say("The board is clear. Undo brings it back.");
        });
        byId("blend-board").addEventListener("click", () => {
            const recipes = boarding.collection(current()).recipes.slice(0, limits.parts);
            change({ view: "blend", blend: { parts: recipes.map(recipe => ({ recipe, weight: 1 })) } });
        });
        board.listen(() => current().view === "board" && boarding.render(current()));
    },

    render(state) {
        const pictures = shown(), absent = board.pictures().length - pictures.length;
        complain(trouble, absentWords(absent));
        byId("board-empty").hidden = board.pictures().length > 0;
        byId("board-bar").hidden = pictures.length === 0;
        byId("blend-board").disabled = boarding.collection(state).recipes.length < 2;
        gallery.show(pictures.map(picture => ({ ...picture, label: words(picture) })), boarding.picture(state));
    },

    picture: ({ picked }) => shown().some(({ recipe }) => recipe === picked) ? picked : shown()[0]?.recipe ?? null,
    collection: state => {
        const pictures = shown(), recipes = pictures.filter(picture => alike(picture, state)).map(picture => picture.recipe);
        return { kind: "pictures", recipes, others: pictures.length - recipes.length };
    },
    title: () => "Board",
};

const absentWords = count =>
    count === 0 ? ""
    : count === 1 ? "One picture is of a model that is not here now; the board keeps it."
    : `${count} pictures are of a model that is not here now; the board keeps them.`;

/** Those that can be drawn. */
const shown = () => board.pictures().filter(draws);

const words = ({ recipe, truncation, psi }) =>
    `Picture ${recipe}${truncation === null ? "" : `, truncation ${truncation}`}${psi === null ? "" : `, psi ${psi}`}`;

/** Whether a picture is drawn in the manner of the chosen one: a sheet, a ZIP or a blend has one manner. */
const alike = (picture, state) =>
    picture.truncation === state.truncation && picture.psi === pictureOf(picture.recipe, state).psi && picture.model === state.model;
