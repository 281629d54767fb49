// Lines over epochs, as SVG of our own: drawn anew at the size it is shown in, so text and strokes are never stretched.

const space = "http://www.w3.org/2000/svg";
const margin = { left: 44, right: 12, top: 30, bottom: 28 };

/**
 * Values by epoch, from epoch 1, or by steps; null where none was finite.
 * @typedef {{ name: string, className: string, values: (number | null)[] }} Line
 */

/**
 * Draws a chart; without values none, as there is nothing that its axes could say.
 * @param {HTMLElement} place
 * @param {Line[]} lines
 * @param {{ epochs: number, marked: number | null, from?: number, to?: number, each?: number }} frame How many values the axis has room
 *   for, the one to mark, the least range of the other axis, and what each value counts on this one.
 */
export function drawChart(place, lines, { epochs, marked, from = 0, to = 0, each = 1 }) {
    const { clientWidth: width, clientHeight: height } = place;
    if (!width || !height) return;
    if (lines.every(({ values }) => values.length === 0)) return place.replaceChildren();
    const legend = placeLegend(lines, width);
    const top = margin.top + legend.more;
    const finite = lines.flatMap(line => line.values).filter(value => value !== null);
    const [least, most] = [Math.min(from, ...finite), Math.max(to, ...finite, from + 1e-6)];
    const steps = ticks(least, most, 4);
    const [low, high] = [Math.min(least, steps[0]), Math.max(most, steps.at(-1))];
    const right = width - margin.right, bottom = height - margin.bottom;
    const x = epoch => epochs <= 1 ? (margin.left + right) / 2 : margin.left + (epoch - 1) / (epochs - 1) * (right - margin.left);
    const y = value => bottom - (value - low) / (high - low) * (bottom - top);

    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
    for (const value of steps) {
        svg.append(make("line", { class: "rule", x1: margin.left, x2: right, y1: y(value), y2: y(value) }));
        svg.append(make("text", { class: "tick", x: margin.left - 8, y: y(value) + 4, "text-anchor": "end" }, short(value)));
    }

    const among = ticks(0, Math.max(2, epochs * each), Math.max(2, Math.floor(width / 90)))
        .filter(count => Number.isInteger(count) && count > each && count <= epochs * each);
    for (const count of [each, ...among])
        svg.append(make("text", { class: "tick", x: x(count / each), y: bottom + 20, "text-anchor": "middle" }, String(count)));
    if (marked) svg.append(make("line", { class: "mark", x1: x(marked), x2: x(marked), y1: top, y2: bottom }));
    lines.forEach(({ name, className, values }, place) => {
        const { x: left, y: line } = legend.places[place];
        svg.append(make("path", { class: `line ${className}`, d: path(values, x, y) }));
        values.forEach((value, i) => value !== null && (values.length === 1 || i + 1 === marked) &&
            svg.append(make("circle", { class: `dot ${className}`, cx: x(i + 1), cy: y(value), r: 4 })));
        svg.append(make("line", { class: `line ${className}`, x1: left, x2: left + 22, y1: line, y2: line }));
        const value = values[(marked ?? values.length) - 1] ?? null;
        svg.append(make("text", { class: "legend", x: left + 29, y: line + 4 }, value === null ? name : `${name} ${value.toFixed(2)}`));
    });

    place.replaceChildren(svg);
}

/** Where each line's name stands, and how much higher they are than one row. */
function placeLegend(lines, width) {
    let x = margin.left, y = 12;
    const places = lines.map(({ name }) => {
        // Room by what the letters take at this size, and for the figure to change.
        const room = 29 + 7 * (name.length + 6) + 14;
        if (x > margin.left && x + room > width) [x, y] = [margin.left, y + 20];
        const place = { x, y };
        x += room;
        return place;
    });
    return { places, more: y - 12 };
}

/** Round values that span a range: steps of 1, 2 or 5 times a power of ten. */
export function ticks(least, most, count) {
    const rough = (most - least) / count, power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough);
    const first = Math.ceil(least / step - 1e-9);
    return Array.from({ length: Math.floor(most / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function path(values, x, y) {
    let d = "", pen = "M";
    values.forEach((value, i) => {
        if (value === null) return pen = "M";
        d += `${pen}${x(i + 1).toFixed(1)},${y(value).toFixed(1)}`;
        pen = "L";
    });
    return d;
}

const short = value => String(Number(value.toPrecision(6)));

function make(name, attributes, text) {
    const made = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
}
