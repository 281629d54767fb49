import { byId } from "./dom.js";

const shown = 4000;
let timer = 0;

/** Says something in passing: seen for some seconds, and read out by screen readers. */
export function say(words) {
    const toast = byId("toast");
    toast.textContent = words;
    toast.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(() => toast.classList.remove("shown"), shown);
}
