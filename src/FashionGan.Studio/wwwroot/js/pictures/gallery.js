import * as board from "../core/board.js";
import { compare } from "../core/compared.js";
import { element, icon, waiting } from "../core/dom.js";
import { keep } from "../core/keeping.js";
import { newest } from "../core/newest.js";
import { blank, paint } from "./canvas.js";
import { draw, drawn, isRefused } from "./drawings.js";
import { fit } from "./fitting.js";

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
        window.addEventListener("resize", () => fit(list));
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
        fit(this.#list);
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
            const canvas = canvasOf(this.#list.children[i]), drawing = drawn(item);
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
            alike.forEach((item, i) => paint(canvasOf(this.#list.children[items.indexOf(item)]), drawings[i]));
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

/** The canvas of a place. A picture that came with the page stands there until another is painted. */
function canvasOf({ firstElementChild: first }) {
    if (first instanceof HTMLCanvasElement) return first;
    const canvas = emptyCanvas();
    first.replaceWith(canvas);
    return canvas;
}

/** A place for a picture, as the server, too, writes it for those that come with the page. Its heart is the pointer's way to what the key F
 *  does, so nothing reads it out. */
function place() {
    const cell = element("div", { className: "place", role: "option", "aria-selected": "false" });
    const heart = element("span", { className: "heart", "aria-hidden": "true" });
    heart.append(icon("i-heart"));
    cell.append(emptyCanvas(), heart);
    return cell;
}

const emptyCanvas = () => element("canvas", { width: 28, height: 28 });
