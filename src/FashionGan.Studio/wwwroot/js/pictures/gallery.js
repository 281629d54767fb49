import * as board from "../core/board.js";
import { compare } from "../core/compared.js";
import { element, icon, waiting } from "../core/dom.js";
import { keep } from "../core/keeping.js";
import { newest } from "../core/newest.js";
import { blank, paint } from "./canvas.js";
import { draw, drawn, isRefused } from "./drawings.js";

/** Rows that have the same number of places at any width. */
const fixed = ".fixed, .strip, .line-pictures";
/** Pixels between two places: so many at least, and so many before another number of columns is tried. */
const least = 6, most = 20;

/** @typedef {import("../core/board.js").Picture & { label: string, caption?: string }} Item What is read out, and written below. */

/**
 * Pictures in rows, one of them chosen: a listbox whose arrow keys move in both directions. Places are there before their pictures are, so
 * nothing jumps.
 */
export class Gallery {
    #list;
    #onPick;
    #onOpen;
    #items = [];
    #chosen = -1;
    #draw = newest(() => this.#drawAll());
    #onTrouble;

    /**
     * @param {HTMLElement} list
     * @param {object} on
     * @param {(item: Item, how: { byPointer: boolean }) => void} on.onPick
     * @param {(item: Item) => void} [on.onOpen]
     * @param {(error: Error | null) => void} [on.onTrouble]
     *   Choosing a picture; opening it (Enter, double click); the server's refusal to draw, or null once it draws.
     */
    constructor(list, { onPick, onOpen, onTrouble }) {
        [this.#list, this.#onPick, this.#onOpen, this.#onTrouble] = [list, onPick, onOpen, onTrouble];
        list.addEventListener("click", event => this.#click(event));
        list.addEventListener("dblclick", event => this.#open(event));
        list.addEventListener("keydown", event => this.#key(event));
        board.listen(() => this.#mark());
        window.addEventListener("resize", () => this.#fit());
    }

    /**
     * Shows pictures.
     * @param {Item[]} items
     * @param {string | null} chosen The recipe of the chosen one.
     */
    show(items, chosen) {
        this.#items = items;
        while (this.#list.childElementCount > items.length) this.#list.lastElementChild.remove();
        while (this.#list.childElementCount < items.length) this.#list.append(place());
        this.#fit();
        items.forEach((item, i) => caption(this.#list.children[i], item.caption ?? ""));
        this.choose(items.findIndex(item => item.recipe === chosen));
        this.#mark();
        this.#draw();
    }

    /** Marks the chosen picture by its place; -1 for none. */
    choose(index) {
        this.#chosen = index;
        [...this.#list.children].forEach((cell, i) => {
            cell.setAttribute("aria-selected", String(i === index));
            cell.tabIndex = i === Math.max(0, index) ? 0 : -1;
        });
    }

    /** Gives the keyboard to the chosen picture. */
    focus() {
        this.#list.children[Math.max(0, this.#chosen)]?.focus();
    }

    /** Whole pixels may leave much between the places of a row: then there is one more or less in it. */
    #fit() {
        const list = this.#list, { width } = list.getBoundingClientRect();
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

    async #drawAll() {
        const items = this.#items;
        try {
            await waiting(this.#list, () => this.#paint(items));
            if (this.#items === items) this.#onTrouble?.(null);
        } catch (error) {
            if (this.#items === items) this.#showDrawn();
            if (!this.#onTrouble) throw error;
            if (this.#items === items) this.#onTrouble(error);
        }

        if (this.#items === items) this.#mark();
    }

    /** Where something was refused, the others all the same. */
    #showDrawn() {
        this.#items.forEach((item, i) => {
            const canvas = this.#list.children[i].firstElementChild, drawing = drawn(item);
            if (drawing) paint(canvas, drawing);
            else if (isRefused(item)) blank(canvas, canvas.width, canvas.height);
        });
        this.#mark();
    }

    async #paint(items) {
        // What draws them may differ on a board; each manner is a request of its own.
        const manners = Map.groupBy(items, ({ truncation, psi, model }) => JSON.stringify([truncation, psi, model]));
        for (const alike of manners.values()) {
            const drawings = await draw(alike);
            if (this.#items !== items) return;
            alike.forEach((item, i) => paint(this.#list.children[items.indexOf(item)].firstElementChild, drawings[i]));
        }
    }

    #mark() {
        this.#items.forEach((item, i) => {
            const cell = this.#list.children[i], kept = board.has(item);
            cell.classList.toggle("kept", kept);
            cell.classList.toggle("refused", isRefused(item));
            cell.setAttribute("aria-label", item.label + (isRefused(item) ? ", not drawn" : "") + (kept ? ", on your board" : ""));
        });
    }

    #click(event) {
        const index = this.#indexOf(event);
        if (index < 0) return;
        if (event.target.closest(".heart")) return keep(this.#items[index]);
        this.#pick(index, true);
    }

    #pick(index, byPointer) {
        this.choose(index);
        this.focus();
        this.#onPick(this.#items[index], { byPointer });
    }

    #open(event) {
        const index = this.#indexOf(event);
        if (index >= 0 && !event.target.closest(".heart")) this.#onOpen?.(this.#items[index]);
    }

    #key(event) {
        const index = this.#indexOf(event);
        if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
        const last = this.#items.length - 1;
        const columns = this.#columns();
        const moves = {
            ArrowLeft: index - 1, ArrowRight: index + 1, ArrowUp: index - columns, ArrowDown: index + columns, Home: 0, End: last,
        };
        if (event.key in moves) {
            const to = moves[event.key];
            if (to >= 0 && to <= last) this.#pick(to, false);
        } else if (event.key === "f" || event.key === "F") {
            keep(this.#items[index]);
        } else if ((event.key === "c" || event.key === "C") && !event.shiftKey) {
            compare(this.#items[index]);
        } else if (event.key === "Enter" && this.#onOpen) {
            this.#onOpen(this.#items[index]);
        } else if (event.key === " " || event.key === "Enter") {
            this.#pick(index, true);
        } else {
            return;
        }

        event.preventDefault();
    }

    #indexOf(event) {
        return [...this.#list.children].indexOf(event.target.closest("[role=option]"));
    }

    #columns() {
        const cells = [...this.#list.children];
        const second = cells.findIndex(cell => cell.offsetTop > cells[0].offsetTop);
        return second < 0 ? cells.length : second;
    }
}

/** Writes below a picture what it is; a place reads it out by its label. */
function caption(cell, text) {
    let words = cell.querySelector(".below");
    if (!text) return words?.remove();
    if (!words) cell.append(words = element("span", { className: "below", "aria-hidden": "true" }));
    if (words.textContent !== text) words.textContent = text;
}

/** A place for a picture. Its heart is the pointer's way to what the key F does, so nothing reads it out. */
function place() {
    const cell = element("div", { className: "place", role: "option", "aria-selected": "false" });
    const heart = element("span", { className: "heart", "aria-hidden": "true" });
    heart.append(icon("i-heart"));
    cell.append(element("canvas", { width: 28, height: 28 }), heart);
    return cell;
}
