import { limits } from "../core/address.js";
import { say } from "../core/news.js";
import { change, current } from "../core/store.js";
import { complaint } from "../pictures/reader.js";
import { leaf, vary } from "../pictures/recipe.js";

// From any room to another one with a picture; a room does not know the others.

/** Makes a picture the centre of variations. Around a variation lie others than around the picture that it comes from. */
export function centre(recipe) {
    const wrong = complaint(vary(recipe, leaf(0, 0), 0.5));
    if (wrong) return say(wrong);
    const { view, variations: room } = current(), isFurther = view === "variations" && recipe !== room.of;
    change({ view: "variations", picked: recipe, variations: { of: recipe, seed: room.seed + (isFurther ? 1 : 0) } });
}

/** Adds a picture to the blend, and goes there. */
export function addToBlend(recipe) {
    const { parts } = current().blend;
    if (parts.length < limits.parts) change({ view: "blend", blend: { parts: [...parts, { recipe, weight: 1 }] } });
}
