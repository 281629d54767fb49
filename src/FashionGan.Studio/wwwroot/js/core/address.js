import { largest, leaf } from "../pictures/recipe.js";

// The address holds what the page shows: #/walk?from=7.3&to=7.9&at=0.5. What is missing or wrong in it gets its default.

export const views = ["generate", "variations", "walk", "blend", "mix", "board", "training"];

export const limits = { count: 256, columns: 32, parts: 16, stops: 16, text: 400 };

/** `conditional` and `dcgan` draw a good coat and a good boot from these. */
const coat = leaf(248, 4), boot = leaf(248, 9);

/** What the studio shows at first. */
export const beginning = {
    view: "generate",
    model: null,
    truncation: null,
    psi: null,
    picked: null,
    generate: { seed: 3, first: 0, count: 24, columns: 0, best: 4, classes: [], text: "", without: [] },
    variations: { of: coat, seed: 1, distance: 0.4, rows: null },
    walk: { from: coat, via: [], to: boot, loop: false, at: 0.5 },
    blend: { parts: [{ recipe: coat, weight: 1 }, { recipe: boot, weight: 1 }] },
    mix: { coarse: coat, fine: boot, rows: 3 },
    board: { name: null, pictures: null, kept: [], of: [], end: false },
    training: { run: null, beside: null, epoch: null },
};

const whole = (text, least, most, otherwise) => /^\d{1,10}$/.test(text ?? "") && +text >= least && +text <= most ? +text : otherwise;
const real = (text, least, most, otherwise) => text && +text >= least && +text <= most ? +text : otherwise;

/** What of a seed's pictures is shown: all (null), all with the best "first", or the best one of so many. */
export const readBest = text => text === "first" ? text : whole(text, 2, 16, null);

const readers = {
    generate: (query, old) => ({
        seed: whole(query.get("seed"), 0, largest, old.seed),
        first: whole(query.get("first"), 0, largest, 0),
        count: whole(query.get("count"), 1, limits.count, beginning.generate.count),
        columns: whole(query.get("columns"), 1, limits.columns, 0),
        best: query.size === 0 ? old.best : readBest(query.get("best")),
        classes: [...new Set(query.getAll("class"))],
        text: (query.get("text") ?? "").slice(0, limits.text),
        without: [...new Set(query.getAll("without"))],
    }),
    variations: (query, old) => ({
        of: query.get("of") ?? old.of,
        seed: whole(query.get("seed"), 0, largest, old.seed),
        distance: real(query.get("distance"), 0, 1, old.distance),
        rows: /^\d{1,2}-\d{1,2}$/.exec(query.get("rows"))?.[0] ?? null,
    }),
    walk: (query, old) => ({
        from: query.get("from") ?? old.from,
        via: query.size === 0 ? old.via : query.getAll("via").slice(0, limits.stops - 2),
        to: query.get("to") ?? old.to,
        loop: query.size === 0 ? old.loop : query.get("loop") === "yes",
        at: real(query.get("at"), 0, 1, old.at),
    }),
    blend: (query, old) => {
        const recipes = query.getAll("part"), weights = query.getAll("weight");
        const parts = recipes.slice(0, limits.parts).map((recipe, i) => ({ recipe, weight: real(weights[i], 0, 4, 1) }));
        return parts.length >= 2 ? { parts } : old;
    },
    mix: (query, old) => ({
        coarse: query.get("coarse") ?? old.coarse, fine: query.get("fine") ?? old.fine, rows: whole(query.get("rows"), 1, 11, old.rows),
    }),
    board: query => ({
        name: query.get("name"), pictures: whole(query.get("pictures"), 1, largest, null), kept: query.getAll("kept"),
        of: query.getAll("of"), end: query.has("end"),
    }),
    training: query => ({
        run: query.get("run"), beside: query.get("beside"), epoch: whole(query.get("epoch"), 1, largest, null),
    }),
};

const writers = {
    generate: ({ seed, first, count, columns, best, classes, text, without }) => [
        ["seed", seed], ["first", first || null], ["count", count], ["columns", columns || null], ["best", best],
        ...classes.map(name => ["class", name]), ["text", text || null], ...without.map(word => ["without", word]),
    ],
    variations: ({ of, seed, distance, rows }) => [["of", of], ["seed", seed], ["distance", distance], ["rows", rows]],
    walk: ({ from, via, to, loop, at }) =>
        [["from", from], ...via.map(stop => ["via", stop]), ["to", to], ["loop", loop ? "yes" : null], ["at", at]],
    blend: ({ parts }) => parts.flatMap(part => [["part", part.recipe], ["weight", part.weight]]),
    mix: ({ coarse, fine, rows }) => [["coarse", coarse], ["fine", fine], ["rows", rows]],
    board: ({ name, pictures, kept, of, end }) => kept.length === 0 ? []
        : [["name", name], ["pictures", pictures], ...kept.map(picture => ["kept", picture]), ...of.map(model => ["of", model]),
            ["end", end ? "yes" : null]],
    training: ({ run, beside, epoch }) => [["run", run], ["beside", beside], ["epoch", epoch]],
};

/** The address of a state, from its "#" on. Rooms that are not shown are not in it. */
export function write(state) {
    const shared = [["truncation", state.truncation], ["psi", state.psi], ["model", state.model], ["picked", state.picked]];
    const query = new URLSearchParams([...writers[state.view](state[state.view]), ...shared].filter(([, value]) => value !== null));
    // Brackets, commas and classes of recipes stay readable in a link.
    const text = query.toString().replace(/%(28|29|2C|2A|40|2F)/g, decodeURIComponent);
    return `#/${state.view}${text && `?${text}`}`;
}

/** What an address names that its state does not show: wrong, or unknown. What is 0 may stand in it. */
export function misread(hash, state) {
    const [given, shown] = [hash, write(state)].map(address => new URLSearchParams(/\?(.*)$/.exec(address)?.[1]));
    const differs = (value, other) => value !== other && (value === "" || Number(value) !== Number(other ?? 0));
    const names = [...new Set(given.keys())].filter(name => given.getAll(name).some((value, i) => differs(value, shown.getAll(name)[i])));
    const [room] = hash.split("?");
    return room && room !== `#/${state.view}` ? [room.slice(1), ...names] : names;
}

/** The state at an address; rooms that are not in it stay as they were. */
export function read(hash, old) {
    const [, view, text] = /^#\/(\w+)\??(.*)$/.exec(hash) ?? [];
    if (!views.includes(view)) return { ...old, view: beginning.view };
    const query = new URLSearchParams(text);
    return {
        ...old,
        view,
        // A bare link to a room, as in the page's own navigation, keeps what all rooms share.
        ...text && {
            truncation: real(query.get("truncation"), 0.05, 5, null),
            psi: real(query.get("psi"), 0, 2, null),
            model: query.get("model"),
            picked: query.get("picked"),
        },
        [view]: readers[view](query, old[view]),
    };
}
