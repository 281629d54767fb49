import { byId, complain, copy, element, showCommand } from "../core/dom.js";
import { all, chosen, load } from "../core/models.js";
import { newest } from "../core/newest.js";
import { say } from "../core/news.js";
import { about, commandLine, meaning, quoted } from "../core/program.js";
import { change, current, refresh, settle } from "../core/store.js";
import { forgetChosen } from "../pictures/chosen.js";
import { forget } from "../pictures/drawings.js";
import { drawChart } from "../training/chart.js";
import { follow } from "../training/run.js";
import { act, startStarting } from "../training/starting.js";
import { canGoOn, duration, inList, secondsLeft, stateWords } from "../training/words.js";

const slider = byId("epoch"), play = byId("epoch-play");
const perSecond = 6;

/** The lines of each chart, by their names in the history, and the least that its axis reaches to. */
const charts = {
    losses: { logs: ["g_loss", "d_loss"], to: 0 },
    judgement: { logs: ["d_fake", "d_real"], to: 1 },
};

/** @type {Map<string, import("../training/run.js").Run>} */
const runs = new Map();
let trainer = { training: null, failed: null, failure: null }, run = null, timer = 0;

/** The curves and epoch pictures of runs, live while they train. */
export const training = {
    start() {
        slider.addEventListener("input", () => {
            stop();
            choose(Number(slider.value));
        });
        play.addEventListener("click", () => timer ? stop() : start());
        new ResizeObserver(() => run && drawCurves()).observe(byId("losses"));
        const commands = { "serve-command": ["--run", "."], "allow-command": ["--runs", "my-runs", "--allow-training"] };
        for (const [id, words] of Object.entries(commands)) {
            showCommand(byId(id), commandLine("serve", ...words));
            document.querySelector(`[data-copy=${id}]`).addEventListener("click", async () => {
                await copy(byId(id).textContent);
                say("The command is on the clipboard.");
            });
        }

        showMeanings();
        byId("run-name").addEventListener("change", () => change({ training: { run: byId("run-name").value, epoch: null } }));
        byId("run-beside").addEventListener("change", () => change({ training: { beside: byId("run-beside").value || null } }));
        byId("run-stop").addEventListener("click", () => press("stop", {}));
        byId("run-resume").addEventListener("click", () => press("train", { run: run.name, start: "resume" }));
        startStarting(name => change({ training: { run: name, beside: null, epoch: null } }));
        // In every room: what it draws with changes at each epoch.
        if (about().watches_runs) follow({ run: hear, trainer: hearTrainer });
    },

    render() {
        byId("run").hidden = byId("run-bar").hidden = !about().watches_runs;
        byId("no-run").hidden = about().watches_runs;
        if (!about().watches_runs) {
            byId("training-state").textContent = "Watch a generator learn.";
            return;
        }

        show();
    },

    leave: stop,

    picture: () => null,
    collection: () => null,
    title: () => "Training",
};

function hear(news) {
    const old = runs.get(news.name), isFurther = old && news.epochs_done !== old.epochs_done;
    runs.set(news.name, news);
    if (current().view === "training") show();
    if (isFurther) renew(news.name === about().run ? "run" : `runs/${news.name}`);
}

function hearTrainer(news) {
    trainer = news;
    if (current().view === "training") show();
}

/** After an epoch the run draws with other weights; after its first one it can draw at all. */
async function renew(name) {
    const could = all().find(model => model.name === name)?.can.includes("generate");
    if (could || name === "run") {
        forget();
        forgetChosen();
    }

    await load();
    refresh();
    if (current().view === "training" || chosen()?.name !== name) return;
    say(could ? "The run has learned on: its pictures are drawn anew." : "The run's first epoch has ended: it draws from now on.");
}

async function press(what, parameters) {
    try {
        await act(what, parameters);
        complain(byId("run-error"), "");
    } catch (error) {
        complain(byId("run-error"), error.message);
    }
}

/** The last epoch, or the running one where it has a picture, whichever that is by now, unless one was chosen. */
const epochShown = () => Math.min(current().training.epoch ?? Infinity, furthest());

const last = (of = run) => of.pictures.at(-1) ?? 0;

/** One more while there is a picture of the running epoch. */
const furthest = () => last() + (run.sample ? 1 : 0);

const choose = epoch => change({ training: { epoch: epoch === furthest() ? null : epoch } }, { gesture: "epoch" });

/** The run that is shown: the chosen one, or the first that the server told of. */
const runShown = () => runs.get(current().training.run) ?? [...runs.values()][0] ?? null;

const beside = () => runs.get(current().training.beside) ?? null;

function show() {
    run = runShown();
    showActions();
    // Without one there is neither a picture nor a curve, and their empty places would say nothing.
    byId("run").hidden = !run;
    if (!run) return byId("training-state").textContent = trainer.training ? `${trainer.training} begins …` : "There is no run yet.";
    const { pictures } = run, epoch = epochShown();
    byId("training-state").textContent = stateWords(run);
    if (canGoOn(run)) {
        const code = byId("training-state").appendChild(element("code", { className: "command-line" }));
        showCommand(code, commandLine("train", "--resume", "--out", quoted(run.folder)));
    }

    slider.min = String(pictures[0] ?? 1);
    slider.max = String(Math.max(1, furthest()));
    slider.value = String(epoch);
    slider.disabled = play.disabled = pictures.length + (run.sample ? 1 : 0) < 2;
    byId("epoch-value").value = !epoch ? "none yet" : epoch > last() ? `${epoch} of ${run.epochs_planned}, by now`
        : `${epoch} of ${run.epochs_planned}`;
    slider.setAttribute("aria-valuetext", byId("epoch-value").value);
    showPictures(epoch);
    drawCurves();
    showRunning();
    showFigures();
}

/** The list of runs, and what can be done with the one that is shown. */
function showActions() {
    const names = [...runs.keys()], other = beside();
    fillSelect(byId("run-name"), names.map(name => [inList(runs.get(name)), name]), run?.name ?? "");
    fillSelect(byId("run-beside"), [["nothing", ""], ...names.filter(name => name !== run?.name).map(name => [name, name])],
        other && other !== run ? other.name : "");
    byId("run-name").parentElement.hidden = byId("run-beside").parentElement.hidden = names.length < 2;
    const { allows_training: allows, runs_folder: folder } = about(), isBusy = trainer.training !== null;
    byId("run-stop").hidden = !allows || !isBusy || trainer.training !== run?.name && run !== null;
    byId("run-resume").hidden = !allows || isBusy || !run || run.state !== "stopped";
    byId("run-new").hidden = !allows || folder === null && run?.state !== "waiting";
    byId("run-new").disabled = isBusy;
    if (trainer.failure) complain(byId("run-error"), `The training of ${trainer.failed} ended: ${trainer.failure}`);
    else if (isBusy) complain(byId("run-error"), "");
}

function fillSelect(select, options, value) {
    const text = JSON.stringify(options);
    if (select.dataset.options !== text) {
        select.dataset.options = text;
        select.replaceChildren(...options.map(option => new Option(...option)));
    }

    select.value = value;
}

function showPictures(epoch) {
    const other = beside(), box = byId("beside-stage");
    if (epoch) showPicture(byId("epoch-picture"), run, epoch);
    box.hidden = !other || other === run;
    if (!box.hidden && last(other)) showBeside(byId("beside-picture"), other, Math.min(epoch || 1, last(other)));
}

const address = (of, epoch) => {
    const query = new URLSearchParams({ run: of.name });
    if (epoch <= last(of)) return `api/run/epochs/${epoch}.png?${query}`;
    query.set("at", of.sample);
    return `api/run/sample.png?${query}`;
};

/** The old picture stays until the new one can be shown at once. */
const shower = () => newest(async (picture, of, epoch) => {
    const url = address(of, epoch);
    if (picture.getAttribute("src") === url) return;
    const next = new Image();
    next.src = url;
    await next.decode().then(() => {
        picture.src = url;
        picture.alt = epoch <= last(of) ? `What the generator of ${of.name} drew after epoch ${epoch}`
            : `What the generator of ${of.name} draws within epoch ${epoch}`;
        picture.dataset.epoch = epoch;
    }, () => { /* Being replaced right now, or the server is away; the next news tries again. */ });
});

const showPicture = shower(), showBeside = shower();

function drawCurves() {
    const other = beside(), both = other && other !== run ? [run, other] : [run];
    const marked = epochShown() || null, epochs = Math.max(...both.map(one => Math.max(one.epochs_planned, one.history.length)));
    for (const [id, { logs, to }] of Object.entries(charts)) {
        const lines = both.flatMap((one, place) => logs.map((name, i) => ({
            name: both.length > 1 ? `${one.name} ${name}` : name, className: `${["first", "second"][i]}${place ? " beside" : ""}`,
            values: one.history.map(row => row[name] ?? null),
        })));
        drawChart(byId(id), lines, { epochs, marked: marked <= last() ? marked : null, to });
        byId(`${id}-words`).textContent = lines.map(inWords).join(" ");
        byId(id).dataset.empty = run.state === "waiting" ? "The first point comes when a training's first epoch ends."
            : "The first point comes when the first epoch ends.";
    }
}

const inWords = ({ name, values }) => values.length === 0 ? `${name}: nothing yet.`
    : `${name}: ${values.at(-1)?.toFixed(2) ?? "nothing"} after epoch ${values.length}.`;

/** How far the running epoch is, and its losses so far. */
function showRunning() {
    const { running } = run;
    byId("running").hidden = !running;
    if (!running) return;
    const { epoch, step, steps, seconds_left: left, images_per_second: speed, steps_per_point: each } = running;
    byId("running-title").textContent = `Epoch ${epoch}, by steps`;
    byId("running-bar").max = steps;
    byId("running-bar").value = step;
    byId("running-words").textContent = `Step ${step} of ${steps}, ${Math.round(speed).toLocaleString("en")} pictures a second, ` +
        `${duration(left)} left of this epoch.`;
    const lines = charts.losses.logs.map((name, i) => ({ name, className: ["first", "second"][i], values: running[name] }));
    drawChart(byId("running-losses"), lines, { epochs: Math.ceil(steps / each), marked: null, each });
}

/** Says beside each chart what the names in it mean. */
function showMeanings() {
    for (const [id, { logs }] of Object.entries(charts)) byId(`${id}-meanings`).replaceChildren(...logs.map(name => {
        const line = element("li");
        line.append(element("b", { text: name }), `: ${meaning(name)}`);
        return line;
    }));
}

function showFigures() {
    const row = run.history.at(-1), other = beside(), left = secondsLeft(run);
    const settings = one => one.settings.join(" ") || "as usual";
    const figures = {
        "Run": run.name,
        ...row && {
            "Real pictures a second": Math.round(row.images_per_second).toLocaleString("en"), "An epoch takes": duration(row.seconds),
        },
        ...left && { "Time left": duration(left) },
        ...runs.size > 1 && { [`Settings of ${run.name}`]: settings(run) },
        ...other && other !== run && { [`Settings of ${other.name}`]: settings(other) },
    };
    byId("run-figures").replaceChildren(...Object.entries(figures).map(([name, value]) => {
        const figure = element("div");
        figure.append(element("dt", { text: name }), element("dd", { text: value }));
        return figure;
    }));
}

/** From the first epoch, or from where it stands, to the last. */
function start() {
    let epoch = epochShown() === furthest() ? run.pictures[0] : epochShown();
    const next = () => {
        choose(epoch);
        if (epoch++ >= furthest()) stop();
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
