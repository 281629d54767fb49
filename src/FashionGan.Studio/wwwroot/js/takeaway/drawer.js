import { byId, complain, copy, element, grouped, showCommand, wholeNumber } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { chosen } from "../core/models.js";
import { say } from "../core/news.js";
import { download } from "./download.js";
import { command, forms, formsOf, limits, offers, size } from "./plan.js";

// The drawer for taking away: a form, its options, the download with its progress, and the command line that makes the same.

const dialog = byId("take"), trouble = byId("take-error"), go = byId("take-go"), stop = byId("take-stop"), bar = byId("take-progress");
/** Pixels that a label takes. */
const labelHeight = 18;
const progressWords = byId("take-progress-words");
const fields = Object.fromEntries(
    ["columns", "frames", "delay", "count", "many", "scale", "enlarge", "ground", "gap", "labels", "packed"]
        .map(name => [name, byId(`take-${name}`)]));
let what = null, running = null;

start();

function start() {
    fields.scale.append(...limits.scale.map(scale => new Option(scale === 1 ? "not" : `${scale} times`, String(scale))));
    Object.assign(fields.scale, { value: "8" });
    Object.assign(fields.frames, { value: "24" });
    Object.assign(fields.delay, { value: "80" });
    Object.assign(fields.count, { value: "60000" });
    Object.assign(fields.gap, { value: "0" });
    dialog.addEventListener("close", () => running?.abort());
    // A click beside the drawer, on the page behind it, closes it.
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
    byId("take-close").addEventListener("click", () => dialog.close());
    byId("take-form").addEventListener("input", render);
    byId("take-form").addEventListener("submit", event => {
        event.preventDefault();
        fetchIt();
    });
    stop.addEventListener("click", () => running?.abort());
    byId("copy-command").addEventListener("click", async () => {
        await copy(byId("command").textContent);
        byId("copy-command").lastChild.textContent = "Copied";
        setTimeout(() => byId("copy-command").lastChild.textContent = "Copy", 2000);
    });
}

/** Downloads a picture at once, enlarged as the drawer has it. */
export async function downloadOne(recipe) {
    const what = { picture: pictureOf(recipe) }, options = look();
    try {
        await download(forms.one.url(what, options), forms.one.file(what, options), () => { });
        say("Downloaded.");
    } catch (error) {
        say(error.message);
    }
}

/**
 * Opens the drawer.
 * @param {object} collection What the room shows.
 * @param {string} recipe The chosen picture.
 */
export function openDrawer(collection, recipe) {
    const { source, width, channels, classes, words } = chosen();
    what = { ...collection, picture: pictureOf(recipe), source, width, channels, hasClasses: classes !== null, hasWords: words !== null };
    const offered = formsOf(collection).filter(name => name !== "dataset" || chosen().can.includes("dataset"));
    const list = byId("take-formats");
    list.replaceChildren(list.firstElementChild, ...offered.map((name, i) => card(name, i === 0)));
    fields.many.value = String(collection.count ?? "");
    fields.columns.value = String(collection.columns || columnsFor(size(what, Number(fields.frames.value))));
    progress("");
    render();
    dialog.showModal();
    list.querySelector("input:checked").focus();
}

function card(name, checked) {
    const label = element("label", { className: "format" }), radio = element("input", { type: "radio", name: "form", value: name });
    const labels = what.hasClasses && forms[name].beside ? " Their labels come as a second file." : "";
    radio.checked = checked;
    const text = element("span");
    text.append(element("b", { text: forms[name].name }), element("small", { text: forms[name].words(what) + labels }));
    label.append(radio, text);
    return label;
}

const form = () => dialog.querySelector("input[name=form]:checked").value;

function render() {
    const name = form();
    for (const place of dialog.querySelectorAll("[data-option]"))
        place.hidden = !forms[name].options.includes(place.dataset.option) || !offers(what, place.dataset.option);
    const options = read();
    go.disabled = options === null || running !== null;
    byId("take-words").textContent = options ? summary(name, options) + leftOut(name) : "";
    showCommand(byId("command"), options ? command(name, what, options) : "A number above is wrong, so there is no command.");
    byId("copy-command").disabled = options === null;
}

/** The options, or null where one is wrong: then the page says which. */
function read() {
    const wanted = [
        ["columns", 1, limits.columns, "Columns"],
        ["frames", limits.frames.least, limits.frames.most, "Pictures"],
        ["delay", limits.delay.least, limits.delay.most, "Milliseconds"],
        ["gap", limits.gap.least, limits.gap.most, "Pixels between"],
        ["many", limits.zip.least, limits.zip.most, "Pictures"],
        ["count", limits.dataset.least, limits.dataset.most, "Pictures"],
    ];
    const options = { ...look(), labels: fields.labels.checked, packed: fields.packed.checked };
    let wrong = "";
    for (const [name, least, most, words] of wanted) {
        const visible = !fields[name].closest("[data-option]").hidden, value = wholeNumber(fields[name].value, least, most);
        options[name] = value ?? least;
        fields[name].removeAttribute("aria-invalid");
        if (!visible || value !== null) continue;
        wrong ||= `${words}: a whole number from ${grouped(least)} to ${grouped(most)}.`;
        fields[name].setAttribute("aria-invalid", "true");
    }

    const { width, height } = chosen(), pixels = size(what, options.frames) * width * height * options.scale ** 2;
    if (form() === "gif" && options.ground === "transparent") wrong ||= "A GIF has no soft edges; take a WebP or an animation.";
    if (!["one", "zip", "dataset"].includes(form()) && pixels > limits.pixels)
        wrong ||= `Together they would have ${grouped(pixels)} pixels; ${grouped(limits.pixels)} is the most. Enlarge them less.`;
    complain(trouble, wrong);
    return wrong ? null : options;
}

/** How pictures are enlarged, and what they stand on. */
const look = () => ({ scale: Number(fields.scale.value), enlarge: fields.enlarge.value, ground: fields.ground.value });

function summary(name, options) {
    const { width, height, channels } = chosen(), { scale, columns, frames, count, many } = options;
    const number = name === "zip" && what.kind === "seed" ? many : size(what, frames);
    if (["one", "animation", "gif", "webp"].includes(name)) return `${width * scale} × ${height * scale} pixels.`;
    if (name === "sheet") {
        const rows = Math.ceil(number / columns), between = count => (count - 1) * options.gap, below = options.labels ? labelHeight : 0;
        return `${grouped(columns * width * scale + between(columns))} × `
            + `${grouped(rows * (height * scale + below) + between(rows))} pixels.`;
    }
    if (name === "zip") return `${grouped(number)} pictures of ${width * scale} × ${height * scale} pixels.`;
    const pictures = what.classes.length === 0 ? `Pictures 0 to ${grouped(count - 1)} of seed ${what.seed}`
        : `${grouped(count)} pictures of seed ${what.seed}, as many of each ${what.hasWords ? "text" : "class"}`;
    const bytes = (channels === 1 ? 16 : 20) + count * width * height * channels;
    return `${pictures}${what.hasClasses ? ", and their labels" : ""}: ${megabytes(bytes)} before compression.`;
}

/** Pictures that were kept with another truncation or model than the chosen one cannot be in its file. */
function leftOut(form) {
    if (form === "one" || !what.others) return "";
    return what.others === 1
        ? " One picture of another truncation or model is left out; choose it to take it."
        : ` ${what.others} pictures of another truncation or model are left out; choose one of them to take those.`;
}

async function fetchIt() {
    const options = read(), name = form();
    if (!options || running) return;
    running = new AbortController();
    show(true);
    try {
        let bytes = await download(forms[name].url(what, options), forms[name].file(what, options), onProgress, running.signal);
        const beside = forms[name].beside?.(what, options);
        if (beside) bytes += await download(beside.url, beside.file, onProgress, running.signal);
        progress(`Done: ${megabytes(bytes)}.`);
        say("Downloaded.");
    } catch (error) {
        progress("");
        if (running.signal.aborted) progress("Stopped.");
        else complain(trouble, error.message);
    } finally {
        running = null;
        show(false);
    }
}

function show(busy) {
    stop.hidden = !busy;
    go.disabled = busy;
    bar.hidden = !busy;
    if (busy) {
        bar.removeAttribute("value");
        progress("Drawing …");
    }
}

function onProgress(received, total) {
    if (total) bar.value = received / total;
    progress(total ? `${Math.floor(100 * received / total)} % of ${megabytes(total)}` : megabytes(received));
}

const progress = words => progressWords.textContent = words;

const megabytes = bytes => bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Nearly square, and without a place left over where that can be had. */
function columnsFor(count) {
    const root = Math.ceil(Math.sqrt(count));
    for (let columns = root; columns <= 2 * root; columns++)
        if (count % columns === 0) return columns;
    return root;
}
