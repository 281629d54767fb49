import { request } from "../core/connection.js";
import { byId, element } from "../core/dom.js";
import { chosen } from "../core/models.js";
import { newest } from "../core/newest.js";
import { manner } from "../pictures/drawings.js";

const count = 5;
const words = byId("neighbours-words"), list = byId("neighbours-list");
let shown = null;

/** Shows the training pictures that are nearest to one, once the page's part for them is open: so one sees what is new in it. */
export function showNeighbours(picture) {
    if (!byId("neighbours").open || !picture) return;
    if (!chosen()?.can.includes("neighbours")) {
        words.textContent = "This needs the pictures that the model was trained on. Start the studio with --data and their folder; "
            + "Fashion-MNIST is fetched by a first training.";
        return;
    }

    const url = `api/neighbours?picture=${encodeURIComponent(picture.recipe)}&count=${count}${manner(picture)}`;
    if (url === shown) return;
    shown = url;
    // Five places from the beginning, so that nothing moves when the pictures come.
    while (list.childElementCount < count) list.append(place());
    words.textContent ||= "Looking through the training pictures …";
    list.setAttribute("aria-busy", "true");
    load(url);
}

const load = newest(async url => {
    try {
        const { neighbours, distance_unit } = await request(url, response => response.json());
        if (url !== shown) return;
        neighbours.forEach(({ label_name, distance, png }, i) => {
            const [image, name] = list.children[i].children;
            image.src = `data:image/png;base64,${png}`;
            image.alt = `A ${label_name} of the training data`;
            name.textContent = `${label_name} ${distance.toFixed(2)}`;
        });
        words.textContent = `How far apart: ${distance_unit}. The further, the newer.`;
    } catch (error) {
        shown = null;
        words.textContent = error.message;
        list.replaceChildren();
    } finally {
        list.removeAttribute("aria-busy");
    }
});

function place() {
    const item = element("li");
    item.append(element("img", { alt: "", width: 56, height: 56 }), element("span", { text: " " }));
    return item;
}
