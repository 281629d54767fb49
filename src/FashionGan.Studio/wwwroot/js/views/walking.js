import { limits } from "../core/address.js";
import { byId, complain, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current, settle } from "../core/store.js";
import { paint } from "../pictures/canvas.js";
import { draw, drawn, ends, fetchRaw, keepDrawing, manner } from "../pictures/drawings.js";
import { Gallery } from "../pictures/gallery.js";
import { pickFromBoard } from "../pictures/picker.js";
import { walk } from "../pictures/recipe.js";
import { Slot } from "../pictures/slot.js";
import { mannerSliders } from "./manner.js";

const steps = 100, strip = 11, secondsAcross = 4;
const slider = byId("at"), play = byId("play"), canvas = byId("walk-picture"), trouble = byId("walk-error");
let from, to, gallery, showManner;
let playing = 0;

/** A walk between two pictures or by way of more: all its hundred steps are fetched at once, so the slider never waits. */
export const walking = {
    start() {
        from = new Slot(document.querySelector("[data-slot=from]"), "From", recipe => change({ walk: { from: recipe } }), trouble);
        to = new Slot(document.querySelector("[data-slot=to]"), "To", recipe => change({ walk: { to: recipe } }), trouble);
        showManner = mannerSliders(document.querySelector("#walk [data-manner]"));
        gallery = new Gallery(byId("walk-pictures"), {
            onPick: item => change({ walk: { at: item.at } }, { gesture: "strip" }),
            onTrouble: error => report(trouble, error),
        });
        byId("add-stop").addEventListener("click", () => addStop(walking.picture(current())));
        byId("add-stop-board").addEventListener("click", async () => {
            const recipe = await pickFromBoard();
            if (recipe) addStop(recipe);
        });
        byId("walk-loop").addEventListener("change", () => change({ walk: { loop: byId("walk-loop").checked } }));
        slider.addEventListener("input", () => {
            stop();
            change({ walk: { at: Number(slider.value) } }, { gesture: "at" });
        });
        play.addEventListener("click", () => playing ? stop() : start());
        byId("swap").addEventListener("click", () => {
            const { from, to, via, at } = current().walk;
            change({ walk: { from: to, to: from, via: via.toReversed(), at: hundredths(1 - at) } });
        });
        document.addEventListener("visibilitychange", () => document.hidden && stop());
    },

    render(state) {
        const { walk: room } = state;
        from.show(room.from);
        to.show(room.to);
        slider.value = String(room.at);
        byId("at-value").value = `${Math.round(room.at * 100)} %`;
        showManner(state);
        const wrong = stopsOf(room).map((stop, i, all) => refusal(walk(stop, all[(i + 1) % all.length], 0.5))).find(words => words) ?? "";
        showStops(state, wrong);
        if (wrong) return complain(trouble, wrong);
        fetchWalk(state).then(() => report(trouble, null), error => report(trouble, error));
    },

    leave: stop,
    picture: ({ walk: room }) => refusal(recipeAt(room, room.at)) ? null : recipeAt(room, room.at),
    collection: ({ walk: { from, to, via, loop } }) => ({ kind: "walk", from, to, via, loop }),
    title: ({ walk: { from, to } }) => `From ${from} to ${to}`,
};

const hundredths = at => Math.round(at * steps) / steps;

const stopsOf = ({ from, via, to }) => [from, ...via, to];

/** The picture at a part of the way, from one stop to the next. */
function recipeAt(room, at) {
    const stops = stopsOf(room), ways = room.loop ? stops.length : stops.length - 1;
    const way = Math.min(Math.floor(at * ways), ways - 1);
    return walk(stops[way], stops[(way + 1) % stops.length], Math.round((at * ways - way) * 1e4) / 1e4);
}

/** Puts a stop where the slider stands. */
function addStop(recipe) {
    const room = current().walk, ways = room.via.length + (room.loop ? 2 : 1);
    if (recipe === null || room.via.length === limits.stops - 2) return;
    change({ walk: { via: room.via.toSpliced(Math.min(Math.floor(room.at * ways), room.via.length), 0, recipe) } });
}

function showStops(state, wrong) {
    const { via, loop } = state.walk, list = byId("stops");
    byId("walk-loop").checked = loop;
    byId("add-stop").disabled = byId("add-stop-board").disabled = via.length === limits.stops - 2 || wrong !== "";
    while (list.childElementCount > via.length) list.lastElementChild.remove();
    while (list.childElementCount < via.length) list.append(stopPlace(list.childElementCount));
    via.forEach((recipe, i) => {
        const place = list.children[i], remove = place.querySelector("button");
        place.querySelector("canvas").setAttribute("aria-label", `Stop ${i + 1}, picture ${recipe}`);
        remove.setAttribute("aria-label", `Remove stop ${i + 1}`);
    });
    if (!wrong && via.length > 0) drawStops(via.map(recipe => pictureOf(recipe, state)));
}

function stopPlace(index) {
    const place = byId("stop-template").content.cloneNode(true).firstElementChild;
    place.querySelector("button").addEventListener("click", () =>
        change({ walk: { via: current().walk.via.toSpliced(index, 1) } }));
    return place;
}

const drawStops = newest(async pictures => {
    const drawings = await draw(pictures);
    drawings.forEach((drawing, i) => byId("stops").children[i] && paint(byId("stops").children[i].querySelector("canvas"), drawing));
});

const fetchWalk = newest(async state => {
    const { walk: room } = state, { at } = room;
    const at100 = i => pictureOf(recipeAt(room, i / steps), state);
    if (![0, 1, 50, 99, 100].every(i => drawn(at100(i)))) {
        // The server draws the steps of a loop without its end, which is its beginning.
        const url = `api/interpolate?${ends(room)}&count=${room.loop ? steps : steps + 1}&format=raw${manner(at100(0))}`;
        const drawings = await fetchRaw(url);
        for (let i = 0; i <= steps; i++) keepDrawing(at100(i), drawings[i % drawings.length]);
    }

    const [drawing] = await draw([pictureOf(recipeAt(room, at), state)]);
    paint(canvas, drawing);
    canvas.setAttribute("aria-label", `${Math.round(at * 100)} percent of the way from ${room.from} to ${room.loop ? "itself" : room.to}`);
    const places = Array.from({ length: strip }, (_, i) => hundredths(i / (strip - 1)));
    const item = place => ({ ...pictureOf(recipeAt(room, place), state), at: place, label: `${Math.round(place * 100)} percent` });
    gallery.show(places.map(item), recipeAt(room, at));
});

/** There and back again, or round and round, until stopped: a step of undo as a whole. */
function start() {
    const begin = performance.now() - phase(current().walk.at);
    const frame = now => {
        const turns = (now - begin) / 1000 / secondsAcross % 2, { loop } = current().walk;
        change({ walk: { at: hundredths(loop ? turns % 1 : turns <= 1 ? turns : 2 - turns) } }, { gesture: "play" });
        playing = requestAnimationFrame(frame);
    };
    playing = requestAnimationFrame(frame);
    show(true);
}

const phase = at => at === 1 ? 0 : at * secondsAcross * 1000;

function stop() {
    if (!playing) return;
    cancelAnimationFrame(playing);
    playing = 0;
    settle();
    show(false);
}

function show(on) {
    play.setAttribute("aria-pressed", String(on));
    play.querySelector("span").textContent = on ? "Pause" : "Play";
}
