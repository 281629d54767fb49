import { write } from "./core/address.js";
import * as board from "./core/board.js";
import { byId } from "./core/dom.js";
import * as models from "./core/models.js";
import { say } from "./core/news.js";
import * as program from "./core/program.js";
import { change, current, here, listen, open, refresh, settleAddress } from "./core/store.js";
import * as steps from "./core/undo.js";
import { find } from "./pictures/classes.js";
import { downloadOne, openDrawer, startDrawer } from "./takeaway/drawer.js";
import { blending } from "./views/blending.js";
import { boarding } from "./views/boarding.js";
import { generate } from "./views/generate.js";
import { inspector } from "./views/inspector.js";
import { mixing } from "./views/mixing.js";
import { closeSheet } from "./views/sheet.js";
import { training } from "./views/training.js";
import { variations } from "./views/variations.js";
import { walking } from "./views/walking.js";

const rooms = { generate, variations, walk: walking, blend: blending, mix: mixing, board: boarding, training };
const frame = document.querySelector(".frame");
let shown = null;

function show(state) {
    const room = rooms[state.view];
    if (shown !== state.view) {
        rooms[shown]?.leave?.();
        closeSheet();
        for (const name of Object.keys(rooms)) byId(name).hidden = name !== state.view;
        for (const link of document.querySelectorAll(".tabs a"))
            link.dataset.view === state.view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
        frame.dataset.view = shown = state.view;
    }

    showModels();
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

    if (state.view === "generate" && models.chosen() && state.generate.text && !models.words()) {
        say("This model knows no words.");
        return change({ generate: { text: "", without: [] } }, { undoable: false });
    }

    // Each link to a room leads to where the room was left.
    for (const link of document.querySelectorAll(".tabs a")) link.href = write({ ...state, view: link.dataset.view });
    document.title = `${room.title(state)} · Fashion GAN Studio`;
    room.render(state);
    inspector.render(state, room.picture(state));
    showTakeAway(room.collection(state));
    showSteps();
}

function showTakeAway(collection) {
    for (const button of document.querySelectorAll("[data-take]"))
        button.disabled = collection?.kind === "pictures" && collection.recipes.length === 0;
}

/** A choice of models where there is more than one. */
function showModels() {
    const names = models.drawing().map(model => model.name), choice = byId("model");
    if (choice.childElementCount !== names.length) choice.replaceChildren(...names.map(name => new Option(name, name)));
    choice.value = models.chosen()?.name ?? "";
    byId("model-field").hidden = names.length < 2;
    document.querySelector(".tabs [data-view=mix]").hidden = !models.can("mix");
    showSize();
    // A run that is watched draws as soon as it can.
    const waits = models.all().find(model => model.name === "run")?.can.length === 0, drawing = models.chosen()?.name;
    byId("notice").hidden = !waits || !drawing;
    byId("notice").textContent = waits ? `The run draws from the end of its first epoch on; until then ${drawing} does.` : "";
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

function takeAway() {
    const room = rooms[current().view], recipe = room.picture(current());
    openDrawer(room.collection(current()), recipe);
}

function showBoardCount() {
    const count = board.pictures().length, place = byId("board-count");
    place.textContent = count || "";
    place.setAttribute("aria-label", count === 1 ? "1 picture" : `${count} pictures`);
}

function isTyping({ target }) {
    return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement && target.type === "text";
}

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
for (const button of document.querySelectorAll("[data-take]")) button.addEventListener("click", () => takeAway());
byId("take-one").addEventListener("click", () => downloadOne(rooms[current().view].picture(current())));
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

// A picture's pixels are whole pixels of the screen, however many of those make one of the page's.
const showDensity = () => document.documentElement.style.setProperty("--density", String(devicePixelRatio));
window.addEventListener("resize", showDensity);

nameTheme();
showDensity();
showBoardCount();
board.listen(showBoardCount);
steps.listen(showSteps);
// Its room is on the page before the server has answered, so that nothing moves when it does.
byId(current().view).hidden = false;
frame.dataset.view = current().view;

await Promise.all([models.load(), program.load()]);
for (const room of Object.values(rooms)) room.start();
// What goes wrong here, goes wrong again where the page can say it.
await rooms[current().view].prepare?.(current())?.catch(() => { });
inspector.start();
startDrawer();
listen(show);
show(current());
checkAddress();
window.addEventListener("popstate", checkAddress);
document.documentElement.dataset.ready = "";
