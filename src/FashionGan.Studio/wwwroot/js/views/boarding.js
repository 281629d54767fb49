import { limits } from "../core/address.js";
import * as board from "../core/board.js";
import * as boardFile from "../core/boardfile.js";
import { request } from "../core/connection.js";
import { byId, complain, copy, element, fill } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { chosen, draws } from "../core/models.js";
import { say } from "../core/news.js";
import { change, current, here, refresh } from "../core/store.js";
import { remember } from "../core/undo.js";
import { manner, mostAtOnce, named } from "../pictures/drawings.js";
import { download, save } from "../takeaway/download.js";
import { Gallery } from "../pictures/gallery.js";
import { centre } from "./going.js";
import { openSheet } from "./sheet.js";

const trouble = byId("board-error"), list = byId("board-pictures"), boards = byId("boards"), name = byId("board-name");
const note = byId("note"), group = byId("group");
/** Pixels of a canvas's side that all browsers can do. */
const mostSide = 8192;
const narrow = matchMedia("(max-width: 860px)");
let gallery;

/** The favourites, on boards. Each is shown as it was kept, with its own truncation, psi and model. */
export const boarding = {
    start() {
        gallery = new Gallery(byId("board-pictures"), {
            onPick: (item, { byPointer }) => {
                choose(item);
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
        byId("new-board").addEventListener("click", () => step(() => board.add(`Board ${board.names().length + 1}`)));
        byId("remove-board").addEventListener("click", () => {
            step(board.remove);
            say("The board is gone. Undo brings it back.");
        });
        boards.addEventListener("change", () => step(() => board.openBoard(Number(boards.value))));
        name.addEventListener("change", () => step(() => board.rename(name.value.trim() || board.nameOf())));
        note.addEventListener("change", () => step(() => board.annotate(indexOfChosen(), note.value.trim())));
        group.addEventListener("change", () => step(() => board.group(indexOfChosen(), group.value.trim())));
        for (const format of ["pdf", "svg", "png"]) byId(`board-${format}`).addEventListener("click", () => contactSheet(format));
        byId("move-earlier").addEventListener("click", () => moveChosen(-1));
        byId("move-later").addEventListener("click", () => moveChosen(1));
        startSharing();
        startMoving();
        narrow.addEventListener("change", arrange);
        arrange();
        board.listen(() => current().view === "board" && refresh());
    },

    render(state) {
        if (state.board.kept.length > 0) return receive(state.board);
        const pictures = shown(), absent = board.pictures().length - pictures.length;
        complain(trouble, absentWords(absent));
        byId("board-empty").hidden = board.pictures().length > 0;
        byId("board-bar").hidden = pictures.length === 0;
        byId("blend-board").disabled = boarding.collection(state).recipes.length < 2;
        const items = pictures.map(picture => ({ ...picture, label: words(picture), caption: captionOf(picture) }));
        gallery.show(items, boarding.picture(state));
        for (const place of list.children) place.draggable = true;
        boards.replaceChildren(...board.names().map((text, i) => element("option", { text, value: i })));
        fill(name, board.nameOf());
        const index = indexOfChosen();
        note.disabled = group.disabled = index < 0;
        fill(group, board.pictures()[index]?.group ?? "");
        const groups = new Set(board.pictures().map(({ group }) => group).filter(name => name));
        byId("groups").replaceChildren(...[...groups].map(value => element("option", { value })));
        fill(note, board.pictures()[index]?.note ?? "");
        byId("move-earlier").disabled = index <= 0;
        byId("move-later").disabled = index < 0 || index === board.pictures().length - 1;
    },

    picture: ({ picked }) => shown().some(({ recipe }) => recipe === picked) ? picked : shown()[0]?.recipe ?? null,
    collection: state => {
        const pictures = shown(), recipes = pictures.filter(picture => alike(picture, state)).map(picture => picture.recipe);
        return { kind: "pictures", recipes, others: pictures.length - recipes.length };
    },
    title: () => "Board",
};

const choose = ({ recipe, truncation, psi, model }) => change({ picked: recipe, truncation, psi, model }, { undoable: false });

const absentWords = count =>
    count === 0 ? ""
    : count === 1 ? "One picture is of a model that is not here now; the board keeps it."
    : `${count} pictures are of a model that is not here now; the board keeps them.`;

/** Those that can be drawn. */
const shown = () => board.pictures().filter(draws);

const captionOf = ({ note, group }) => [group, note].filter(text => text).join(": ");

/** On a narrow screen pictures come first and then what is done with them, for the Tab key, too. */
function arrange() {
    const bars = document.querySelectorAll("#board > .bar");
    narrow.matches ? byId("board").append(...bars) : trouble.before(...bars);
}

/** Downloads the pictures with their notes, under the names of their groups. */
async function contactSheet(format) {
    const like = shown().find(({ recipe }) => recipe === boarding.picture(current())) ?? shown()[0];
    const pictures = shown().filter(picture => alike(picture, like)), left = shown().length - pictures.length;
    if (pictures.length > mostAtOnce)
        return complain(trouble, `A sheet takes ${mostAtOnce} pictures, and the board has ${pictures.length}.`);
    const lines = pictures.flatMap(({ note, group }) => [["note", note], ["group", group]]);
    const query = new URLSearchParams([["title", board.nameOf()], ...lines, ["format", format === "pdf" ? "pdf" : "svg"]]);
    const url = `api/contact-sheet?${named(pictures)}${manner(like)}&${query}`;
    try {
        if (format === "png") save(await pngOf(await request(url, response => response.blob())), `${fileName()}.png`);
        else await download(url, `${fileName()}.${format}`, () => { });
        say(left === 0 ? "Downloaded." : `Downloaded, without ${left} of another model or manner.`);
    } catch (error) {
        complain(trouble, error.message);
    }
}

/** An SVG file as the browser draws it, so with all letters of its fonts, in twice its size; a long one smaller, as browsers want it. */
async function pngOf(svg) {
    const image = new Image(), canvas = element("canvas");
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const scale = Math.min(2, mostSide / Math.max(image.naturalWidth, image.naturalHeight));
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight].map(side => Math.round(side * scale));
    const paper = canvas.getContext("2d");
    // Where a size is rounded up, the picture's last pixels are half clear.
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

const fileName = () => board.nameOf().replace(/[^\w.-]+/g, "_");

/** Changes the boards, as a step that can be undone. */
function step(work) {
    remember(here());
    work();
}

/** The place of the chosen picture on the board. */
const indexOfChosen = () => board.pictures().findIndex(({ recipe }) => recipe === boarding.picture(current()));

function moveChosen(by) {
    const from = indexOfChosen(), to = from + by;
    if (from < 0 || to < 0 || to >= board.pictures().length) return;
    step(() => board.move(from, to));
    say(`Picture ${to + 1} of ${board.pictures().length}.`);
}

/** By dragging with a mouse, and with Alt and the arrow keys. */
function startMoving() {
    const placeOf = event => [...list.children].indexOf(event.target.closest("[role=option]"));
    const onBoard = index => board.pictures().indexOf(shown()[index]);
    let dragged = -1;
    list.addEventListener("dragstart", event => dragged = placeOf(event));
    list.addEventListener("dragover", event => dragged >= 0 && placeOf(event) >= 0 && event.preventDefault());
    list.addEventListener("drop", event => {
        event.preventDefault();
        const [from, to] = [onBoard(dragged), onBoard(placeOf(event))];
        if (from >= 0 && to >= 0 && from !== to) step(() => board.move(from, to));
        dragged = -1;
    });
    list.addEventListener("keydown", event => {
        const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        if (!event.altKey || !by) return;
        event.preventDefault();
        moveChosen(by);
        gallery.focus();
    });
}

/** To a file and from one, and as a link. */
function startSharing() {
    const chooser = byId("import-file");
    byId("export-board").addEventListener("click", async () =>
        save(new Blob([await boardFile.write()], { type: "application/json" }), `${fileName()}.board.json`));
    byId("import-board").addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", async () => {
        const [file] = chooser.files;
        chooser.value = "";
        if (file) take(async () => boardFile.read(await file.text()));
    });
    byId("link-board").addEventListener("click", async () => {
        try {
            await copy(new URL(await boardFile.writeLink(), location.href).href);
            say("The link is on the clipboard: it carries the whole board.");
        } catch (error) {
            complain(trouble, error.message);
        }
    });
}

/** What a link carries becomes a board of its own; then the address is the board's again. */
function receive(carried) {
    change({ board: { name: null, pictures: null, kept: [], of: [], end: false } }, { undoable: false });
    take(() => boardFile.readLink(carried));
}

/** Adds a board that was read; one that cannot be is said, and the others stay. */
async function take(read) {
    try {
        const { name, pictures, warning } = await read(), known = board.find(name, pictures), [first] = pictures;
        step(() => known < 0 ? board.add(name, pictures) : board.openBoard(known));
        say(known < 0 ? `“${name}” has come, with ${pictures.length} ${pictures.length === 1 ? "picture" : "pictures"}.`
            : `“${name}” is here already, with the same pictures.`);
        // The page draws as the board does, with the model of its first picture.
        if (first && draws(first)) choose({ ...first, recipe: null });
        if (warning) complain(trouble, warning);
    } catch (error) {
        complain(trouble, error.message);
    }
}

const words = ({ recipe, truncation, psi, note, group }) =>
    `Picture ${recipe}${truncation === null ? "" : `, truncation ${truncation}`}${psi === null ? "" : `, psi ${psi}`}`
        + (note ? `, ${note}` : "") + (group ? `, in ${group}` : "");

/** Whether a picture is drawn in the manner of the chosen one: a sheet, a ZIP or a blend has one manner. */
const alike = (picture, state) =>
    picture.truncation === state.truncation && picture.psi === pictureOf(picture.recipe, state).psi
        && chosen(picture.model) === chosen(state.model);
