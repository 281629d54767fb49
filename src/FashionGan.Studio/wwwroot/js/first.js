import { fit, showDensity } from "./pictures/fitting.js";

// A script of its own, right behind the pictures that came with the page: they are painted where they stay. Another address shows others.
const list = document.getElementById("generate-pictures");
if (location.hash === "") {
    showDensity();
    fit(list);
    document.documentElement.dataset.first = "";
} else {
    list.closest("section").hidden = true;
    list.replaceChildren();
}
