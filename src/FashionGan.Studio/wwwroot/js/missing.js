// Within the page as well: a page whose script does not come, or fails at once, says so and does not stay empty.
for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, () => {
    const place = document.getElementById("coming");
    if (document.documentElement.dataset.ready !== undefined || !place) return;
    place.textContent = "The studio did not come. ";
    const again = document.createElement("button");
    again.type = "button";
    again.className = "secondary";
    again.textContent = "Try again";
    again.addEventListener("click", () => location.reload());
    place.append(again);
}, true);
