// A shared worker: one stream of the server's events for all tabs. What the server tells goes to each of them as text, and null when it
// breaks off; whoever still wants to follow connects again.

let tabs = [], source = null;

/** The latest of each run and of the trainer, for tabs that come later. */
const latest = new Map();

self.addEventListener("connect", ({ ports: [tab] }) => {
    tabs.push(tab);
    for (const news of latest.values()) tab.postMessage(news);
    source ??= open();
});

function open() {
    const opened = new EventSource("../../api/run/events");
    for (const kind of ["run", "trainer"]) opened.addEventListener(kind, ({ data }) => {
        const news = { kind, data };
        latest.set(`${kind} ${JSON.parse(data).name ?? ""}`, news);
        tell(news);
    });
    opened.addEventListener("error", () => {
        // The browser's own way of trying again gives up at some answers and says nothing.
        opened.close();
        tell(null);
        tabs = [];
        source = null;
        latest.clear();
    });
    return opened;
}

function tell(news) {
    for (const tab of tabs) tab.postMessage(news);
}
