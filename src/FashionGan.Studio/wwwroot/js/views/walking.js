import { byId, complain, report } from "../core/dom.js";
import { pictureOf } from "../core/keeping.js";
import { refusal } from "../core/models.js";
import { newest } from "../core/newest.js";
import { change, current, settle } from "../core/store.js";
import { paint } from "../pictures/canvas.js";
import { draw, drawn, fetchRaw, keepDrawing, manner } from "../pictures/drawings.js";
import { Gallery } from "../pictures/gallery.js";
import { walk } from "../pictures/recipe.js";
import { Slot } from "../pictures/slot.js";
import { mannerSliders } from "./manner.js";

const steps = 100, strip = 11, secondsAcross = 4;
const slider = byId("at"), play = byId("play"), canvas = byId("walk-picture"), trouble = byId("walk-error");
let from, to, gallery, showManner;
let playing = 0;

/** A walk between two pictures: all its hundred steps are fetched at once, so the slider never waits. */
export const walking = {
    start() {
        from = new Slot(document.querySelector("[data-slot=from]"), "From", recipe => change({ walk: { from: recipe } }), trouble);
        to = new Slot(document.querySelector("[data-slot=to]"), "To", recipe => change({ walk: { to: recipe } }), trouble);
        showManner = mannerSliders(document.querySelector("#walk [data-manner]"));
        gallery = new Gallery(byId("walk-pictures"), {
            onPick: item => change({ walk: { at: item.at } }, { gesture: "strip" }),
            onTrouble: error => report(trouble, error),
        });
        slider.addEventListener("input", () => {
            stop();
            change({ walk: { at: Number(slider.value) } }, { gesture: "at" });
        });
        slider.addEventListener("change", settle);
        play.addEventListener("click", () => playing ? stop() : start());
        byId("swap").addEventListener("click", () => {
            const { from, to, at } = current().walk;
            change({ walk: { from: to, to: from, at: hundredths(1 - at) } });
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
        const wrong = refusal(walk(room.from, room.to, 0.5));
        if (wrong) return complain(trouble, wrong);
        fetchWalk(state).then(() => report(trouble, null), error => report(trouble, error));
    },

    leave: stop,
    picture: ({ walk: { from, to, at } }) => refusal(walk(from, to, at)) ? null : walk(from, to, at),
    collection: ({ walk: { from, to } }) => ({ kind: "walk", from, to }),
    title: ({ walk: { from, to } }) => `From ${from} to ${to}`,
};

const hundredths = at => Math.round(at * steps) / steps;

const fetchWalk = newest(async state => {
    const { from, to, at } = state.walk;
    const [first, last] = [pictureOf(walk(from, to, 0), state), pictureOf(walk(from, to, 1), state)];
    if (!drawn(first) || !drawn(last)) {
        const ends = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
        const url = `api/interpolate?${ends}&count=${steps + 1}&format=raw${manner(first)}`;
        (await fetchRaw(url)).forEach((drawing, i) => keepDrawing(pictureOf(walk(from, to, i / steps), state), drawing));
    }

    const [drawing] = await draw([pictureOf(walk(from, to, at), state)]);
    paint(canvas, drawing);
    canvas.setAttribute("aria-label", `${Math.round(at * 100)} percent of the way from ${from} to ${to}`);
    const places = Array.from({ length: strip }, (_, i) => hundredths(i / (strip - 1)));
    const item = place => ({ ...pictureOf(walk(from, to, place), state), at: place, label: `${Math.round(place * 100)} percent` });
    gallery.show(places.map(item), walk(from, to, at));
});

/** There and back again, until stopped: a step of undo as a whole. */
function start() {
    const begin = performance.now() - phase(current().walk.at);
    const frame = now => {
        const turns = (now - begin) / 1000 / secondsAcross % 2;
        change({ walk: { at: hundredths(turns <= 1 ? turns : 2 - turns) } }, { gesture: "play" });
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
