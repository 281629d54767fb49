// How large the places of pictures are. It runs within the page, too, before its first pictures are painted (js/first.js).

/** Rows that have the same number of places at any width. */
const fixed = ".fixed, .strip, .line-pictures";
/** Pixels between two places: so many at least, and so many before another number of columns is tried. */
const least = 6, most = 20;

/** Whole pixels may leave much between the places of a row: then there is one more or less in it. */
export function fit(list) {
    const { width } = list.getBoundingClientRect();
    list.style.removeProperty("--columns-now");
    const style = getComputedStyle(list), usual = Number(style.getPropertyValue("--columns-now"));
    const step = parseFloat(style.getPropertyValue("--step")) / devicePixelRatio;
    if (!width || !step || list.matches(fixed)) return;
    const between = columns => {
        const share = (width - (columns - 1) * least) / columns;
        return (width - columns * Math.max(Math.floor(share / step) * step, Math.min(share, step))) / (columns - 1);
    };
    const [best] = [usual, usual + 1, usual - 1, usual + 2].filter(columns => columns > 2).sort((a, b) => between(a) - between(b));
    if (between(usual) > most) list.style.setProperty("--columns-now", best);
}

/** A picture's pixels are whole pixels of the screen, however many of those make one of the page's. */
export const showDensity = () => document.documentElement.style.setProperty("--density", String(devicePixelRatio));
