import { byId } from "../core/dom.js";

// On a narrow screen the chosen picture is a sheet over the others; on a wide one it stands beside them, and there is nothing to open.

const panel = byId("inspector");
let opener = null;

/** Wires what closes the sheet. */
export function startSheet() {
    byId("inspector-close").addEventListener("click", closeSheet);
    // Where a turned screen has room for both, nothing lies behind.
    window.addEventListener("resize", () => isSheet() || closeSheet());
    panel.addEventListener("keydown", event => event.key === "Escape" && closeSheet());
}

/** On a narrow screen brings the sheet up. */
export function openSheet() {
    if (!isSheet()) return;
    opener = document.activeElement;
    panel.classList.add("open");
    behind(true);
    byId("inspector-close").focus();
}

const isSheet = () => getComputedStyle(byId("inspector-close")).display !== "none";

/** Puts it away; the keyboard goes back to where it was. */
export function closeSheet() {
    if (!panel.classList.contains("open")) return;
    panel.classList.remove("open");
    behind(false);
    opener?.focus();
}

/** What lies behind the sheet is out of reach of the keyboard and of screen readers. */
function behind(out) {
    byId("main").inert = document.querySelector(".top").inert = out;
}
