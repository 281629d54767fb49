import { byId, element, showCommand } from "../core/dom.js";
import { chosen, hasRun, load } from "../core/models.js";
import { newest } from "../core/newest.js";
import { say } from "../core/news.js";
import { commandLine, meaning, quoted } from "../core/program.js";
import { change, current, refresh, settle } from "../core/store.js";
import { forgetChosen } from "../pictures/chosen.js";
import { forget } from "../pictures/drawings.js";
import { drawChart } from "../training/chart.js";
import { follow } from "../training/run.js";

const slider = byId("epoch"), play = byId("epoch-play"), picture = byId("epoch-picture");
const perSecond = 6;

/** The lines of each chart, by their names in the history, and the least that its axis reaches to. */
const charts = {
    losses: { logs: ["g_loss", "d_loss"], to: 0 },
    judgement: { logs: ["d_fake", "d_real"], to: 1 },
};

let run = null, timer = 0;

/** A run's curves and epoch pictures, live while it trains. */
export const training = {
    start() {
        slider.addEventListener("input", () => {
            stop();
            choose(Number(slider.value));
        });
        slider.addEventListener("change", settle);
        play.addEventListener("click", () => timer ? stop() : start());
        new ResizeObserver(() => run && drawCurves()).observe(byId("losses"));
        showCommand(byId("serve-command"), commandLine("serve", "--run", "."));
        showMeanings();
        // In every room: what it draws with changes at each epoch.
        if (hasRun()) follow(news => {
            const isFurther = run !== null && news.epochs_done !== run.epochs_done;
            run = news;
            if (current().view === "training") show();
            if (isFurther) renew();
        });
    },

    render() {
        byId("run").hidden = !hasRun();
        byId("no-run").hidden = hasRun();
        if (!hasRun()) {
            byId("training-state").textContent = "Watch a generator learn.";
            return;
        }

        if (run) show();
    },

    leave: stop,

    picture: () => null,
    collection: () => null,
    title: () => "Training",
};

/** After an epoch the run draws with other weights; after its first one it can draw at all. */
async function renew() {
    forget();
    forgetChosen();
    await load();
    refresh();
    if (current().view !== "training" && chosen()?.name === "run") say("The run has learned on: its pictures are drawn anew.");
}

/** The last epoch, whichever that is by now, unless one was chosen. */
const epochShown = () => Math.min(current().training.epoch ?? Infinity, last());

const last = () => run.pictures.at(-1) ?? 0;

const choose = epoch => change({ training: { epoch: epoch === last() ? null : epoch } }, { gesture: "epoch" });

function show() {
    const { state, epochs_done: done, epochs_planned: planned, pictures } = run, epoch = epochShown();
    byId("training-state").textContent = stateWords(state, done, planned);
    if (canGoOn()) {
        const code = byId("training-state").appendChild(element("code", { className: "command-line" }));
        showCommand(code, commandLine("train", "--resume", "--out", quoted(run.folder)));
    }

    slider.min = String(pictures[0] ?? 1);
    slider.max = String(Math.max(1, last()));
    slider.value = String(epoch);
    slider.disabled = play.disabled = pictures.length < 2;
    byId("epoch-value").value = epoch ? `${epoch} of ${planned}` : "none yet";
    slider.setAttribute("aria-valuetext", byId("epoch-value").value);
    if (epoch) showPicture(epoch);
    drawCurves();
    showFigures();
}

const canGoOn = () => ["stopped", "ended"].includes(run.state) && run.epochs_done < run.epochs_planned;

function stateWords(state, done, planned) {
    if (state === "waiting") return "Waiting for a training to begin in this folder.";
    if (state === "training" && done === 0) return `Training: the first of ${planned} epochs.`;
    if (state === "training") return `Training: ${done} of ${planned} epochs done.`;
    if (canGoOn()) return `Stopped after ${done} of ${planned} epochs. To go on: `;
    return planned === 1 ? "Ended: its one epoch is done." : `Ended: all ${planned} epochs are done.`;
}

/** The old picture stays until the new one can be shown at once. */
const showPicture = newest(async epoch => {
    const url = `api/run/epochs/${epoch}.png`;
    if (picture.getAttribute("src") === url) return;
    const next = new Image();
    next.src = url;
    await next.decode().then(() => {
        picture.src = url;
        picture.alt = `What the generator drew after epoch ${epoch}`;
        picture.dataset.epoch = epoch;
    }, () => { /* Being replaced right now, or the server is away; the next news tries again. */ });
});

function drawCurves() {
    const { history, epochs_planned: planned } = run, marked = epochShown() || null;
    const epochs = Math.max(planned, history.length);
    for (const [id, { logs, to }] of Object.entries(charts)) {
        const lines = logs.map((name, i) => ({ name, className: ["first", "second"][i], values: history.map(row => row[name] ?? null) }));
        drawChart(byId(id), lines, { epochs, marked, to });
        byId(`${id}-words`).textContent = lines.map(inWords).join(" ");
    }
}

const inWords = ({ name, values }) => `${name}: ${values.at(-1)?.toFixed(2) ?? "nothing"} after epoch ${values.length}.`;

/** Says beside each chart what the names in it mean. */
function showMeanings() {
    for (const [id, { logs }] of Object.entries(charts)) byId(`${id}-meanings`).replaceChildren(...logs.map(name => {
        const line = element("li");
        line.append(element("b", { text: name }), `: ${meaning(name)}`);
        return line;
    }));
}

function showFigures() {
    const row = run.history.at(-1);
    if (!row) return byId("run-figures").replaceChildren();
    const left = run.state === "training" ? (run.epochs_planned - run.epochs_done) * row.seconds : 0;
    const figures = {
        "Run": run.name,
        "Real pictures a second": Math.round(row.images_per_second).toLocaleString("en"),
        "An epoch takes": duration(row.seconds),
        ...left && { "Time left": duration(left) },
    };
    byId("run-figures").replaceChildren(...Object.entries(figures).map(([name, value]) => {
        const figure = element("div");
        figure.append(element("dt", { text: name }), element("dd", { text: value }));
        return figure;
    }));
}

function duration(seconds) {
    if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
    return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** From the first epoch, or from where it stands, to the last. */
function start() {
    let epoch = epochShown() === last() ? run.pictures[0] : epochShown();
    const next = () => {
        choose(epoch);
        if (epoch++ >= last()) stop();
    };
    timer = setInterval(next, 1000 / perSecond);
    play.setAttribute("aria-pressed", "true");
    next();
}

function stop() {
    clearInterval(timer);
    timer = 0;
    settle();
    play.setAttribute("aria-pressed", "false");
}
