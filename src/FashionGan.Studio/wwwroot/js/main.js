import { write } from "./core/address.js";
import * as board from "./core/board.js";
import { askAnew } from "./core/connection.js";
import { byId, isTyping } from "./core/dom.js";
import * as models from "./core/models.js";
import { say } from "./core/news.js";
import * as program from "./core/program.js";
import { change, current, here, listen, open, refresh, settle, settleAddress } from "./core/store.js";
import * as steps from "./core/undo.js";
import { find } from "./pictures/classes.js";
import { showDensity } from "./pictures/fitting.js";
import { startComparison } from "./views/comparing.js";
import { closeSheet } from "./views/sheet.js";

const told = Promise.all([models.load(current().model), program.load()]);
const viewing = import("./views/inspector.js");

/** The rooms' modules; each runs when its room is first opened. */
const modules = {
    generate: async () => (await import("./views/generate.js")).generate,
    variations: async () => (await import("./views/variations.js")).variations,
    walk: async () => (await import("./views/walking.js")).walking,
    blend: async () => (await import("./views/blending.js")).blending,
    mix: async () => (await import("./views/mixing.js")).mixing,
    board: async () => (await import("./views/boarding.js")).boarding,
    training: async () => (await import("./views/training.js")).training,
};
/** Those that have been opened, and started. */
const rooms = {};
const coming = {};
/** How far each was scrolled when it was left. */
const scrolled = {};
const frame = document.querySelector(".frame");
let shown = null, inspector;

/** Opens a room for the first time. */
const bring = view => coming[view] ??= Promise.all([modules[view](), told]).then(([room]) => {
    room.start();
    rooms[view] = room;
});

const takeaway = () => import("./takeaway/drawer.js");

function show(state) {
    const room = rooms[state.view], isNew = shown !== state.view, isFirst = shown === null;
    if (!room) return void bring(state.view).then(refresh);
    if (isNew) {
        rooms[shown]?.leave?.();
        scrolled[shown] = scrollY;
        closeSheet();
        for (const name of Object.keys(modules)) byId(name).hidden = name !== state.view;
        for (const link of document.querySelectorAll(".tabs a"))
            link.dataset.view === state.view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
        frame.dataset.view = shown = state.view;
    }

    showModels();
    if (models.waits(state.model)) return void bringModel(state.model);
    if (state.view !== "training" && !models.chosen()) return open("#/training");
    if (models.chosen() && !models.draws(state)) {
        say("The link names a model that is not here; these are the default model's.");
        return change({ model: null }, { undoable: false });
    }

    if (state.view === "mix" && models.chosen() && !models.can("mix")) {
        say("This model has no styles to mix.");
        return change({ view: "generate" }, { undoable: false });
    }

    const unknown = state.generate.classes.filter(name => find(models.classes(), name) < 0);
    if (state.view === "generate" && models.chosen() && unknown.length > 0) {
        say(`This model has no class ${unknown.map(name => `“${name}”`).join(", ")}.`);
        return change({ generate: { classes: state.generate.classes.filter(name => !unknown.includes(name)) } }, { undoable: false });
    }

    // Each link to a room leads to where the room was left.
    for (const link of document.querySelectorAll(".tabs a")) link.href = write({ ...state, view: link.dataset.view });
    document.title = `${room.title(state)} · Fashion GAN Studio`;
    room.render(state);
    inspector.render(state, room.picture(state));
    showTakeAway(room.collection(state));
    showSteps();
    if (isNew && !isFirst) scrollTo(0, scrolled[state.view] ?? 0);
    // What had the keyboard may be in the room that was left.
    if (isNew && !isFirst && !document.activeElement?.checkVisibility()) room.focus?.();
}

function showTakeAway(collection) {
    for (const button of document.querySelectorAll("[data-take]"))
        button.disabled = collection?.kind === "pictures" && collection.recipes.length === 0;
}

/** A choice of models where there is more than one. */
function showModels() {
    const names = models.offered().map(model => model.name), choice = byId("model");
    if ([...choice.options].map(option => option.value).join() !== names.join())
        choice.replaceChildren(...names.map(name => new Option(name, name)));
    choice.value = models.waits(current().model) ? current().model : models.chosen()?.name ?? "";
    byId("model-field").hidden = names.length < 2;
    document.querySelector(".tabs [data-view=mix]").hidden = !models.can("mix");
    showSize();
    // A run that is watched draws as soon as it can.
    const waits = models.all().find(model => model.name === "run")?.can.length === 0, drawing = models.chosen()?.name;
    byId("notice").hidden = !waits || !drawing;
    byId("notice").textContent = waits ? `The run draws from the end of its first epoch on; until then ${drawing} does.` : "";
}

async function bringModel(name) {
    try {
        await models.bring(name);
        refresh();
    } catch (error) {
        say(error.message);
        change({ model: null }, { undoable: false });
    }
}

function showSteps() {
    byId("undo").disabled = !steps.canUndo();
    byId("redo").disabled = !steps.canRedo();
}

function step(way, words) {
    const address = way(here());
    if (!address) return;
    open(address);
    // The board may be all that has changed.
    refresh();
    say(words);
}

/** A link that was mistyped or cut shows something else than was meant. */
function checkAddress() {
    const wrong = settleAddress();
    if (wrong.length > 0) say(`The link is wrong in ${wrong.map(name => `“${name}”`).join(", ")}; something else is shown.`);
}

async function takeAway() {
    const { openDrawer } = await takeaway(), room = rooms[shown];
    openDrawer(room.collection(current()), room.picture(current()));
}

async function takeOne() {
    const { downloadOne } = await takeaway();
    downloadOne(rooms[shown].picture(current()));
}

function showBoardCount() {
    const count = board.pictures().length, place = byId("board-count");
    place.textContent = count || "";
    place.setAttribute("aria-label", count === 1 ? "1 picture" : `${count} pictures`);
}

// A slider's steps are one gesture until the hand comes down or up, or the keyboard goes elsewhere.
for (const kind of ["pointerdown", "pointerup", "focusout"]) document.addEventListener(kind, settle, true);
byId("undo").addEventListener("click", () => step(steps.undo, "Undone."));
byId("redo").addEventListener("click", () => step(steps.redo, "Done again."));
document.addEventListener("keydown", event => {
    // A field that is typed in has an undo of its own.
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.shiftKey ? step(steps.redo, "Done again.") : step(steps.undo, "Undone.");
});
document.addEventListener("keydown", event => {
    if (event.key !== "?" || isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    byId("keys").showModal();
});
byId("show-keys").addEventListener("click", () => byId("keys").showModal());
byId("keys-close").addEventListener("click", () => byId("keys").close());
byId("keys").addEventListener("click", event => event.target === byId("keys") && byId("keys").close());
byId("theme").addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("fashion-gan.theme", theme);
    nameTheme();
});
byId("skip").addEventListener("click", event => {
    // The address is the page's state, so the link may not write itself into it.
    event.preventDefault();
    byId("main").focus();
});
byId("model").addEventListener("change", () => change({ model: byId("model").value }));
for (const button of document.querySelectorAll("[data-take]")) button.addEventListener("click", takeAway);
byId("take-one").addEventListener("click", takeOne);
for (const form of document.querySelectorAll("form.bar")) form.addEventListener("submit", event => event.preventDefault());

const systemsDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (systemsDark.matches ? "dark" : "light")) === "dark";
const nameTheme = () => byId("theme").setAttribute("aria-label", isDark() ? "Light theme" : "Dark theme");
systemsDark.addEventListener("change", nameTheme);

/** A small picture's pixels can be seen, so each has the same size on the screen; a larger picture takes the room there is. */
function showSize() {
    const { width } = models.chosen() ?? { width: 0 }, isSmall = width <= 32, { style } = document.documentElement;
    if (width === 0) return;
    style.setProperty("--step", isSmall ? `${width}px` : "1px");
    style.setProperty("--rendering", isSmall ? "pixelated" : "auto");
}

window.addEventListener("resize", showDensity);

// The first pictures are asked for before anything is laid out, and come meanwhile.
const view = current().view, [room] = await Promise.all([modules[view](), told]);
// What goes wrong here, goes wrong again where the page can say it.
const prepared = models.chosen() && models.draws(current()) && room.prepare?.(current()).catch(() => { });
nameTheme();
showDensity();
showBoardCount();
board.listen(showBoardCount);
steps.listen(showSteps);
[{ inspector }] = await Promise.all([viewing, bring(view)]);
inspector.start();
startComparison();
await prepared;
listen(show);
show(current());
checkAddress();
window.addEventListener("popstate", checkAddress);
document.documentElement.dataset.ready = "";
// A watched run is followed in every room: what it draws with changes at each epoch.
if (program.about().watches_runs) bring("training");
askAnew();
