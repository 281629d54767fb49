// A script of its own, not a module: it runs before the first paint, so that no page flashes in the other theme.
const chosen = localStorage.getItem("fashion-gan.theme");
if (chosen === "dark" || chosen === "light")
    document.documentElement.dataset.theme = chosen;
