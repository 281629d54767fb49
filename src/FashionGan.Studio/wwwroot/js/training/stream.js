// A shared worker: one stream of the server's events for all tabs. What the server tells goes to each of them as text, and null when it
// breaks off; whoever still wants to follow connects again.

let tabs = [], source = null, latest = null;

self.addEventListener("connect", ({ ports: [tab] }) => {
    tabs.push(tab);
    if (latest) tab.postMessage(latest);
    source ??= open();
});

function open() {
    const opened = new EventSource("../../api/run/events");
    opened.addEventListener("run", event => tell(latest = event.data));
    opened.addEventListener("error", () => {
        // The browser's own way of trying again gives up at some answers and says nothing.
        opened.close();
        tell(null);
        tabs = [];
        source = latest = null;
    });
    return opened;
}

function tell(news) {
    for (const tab of tabs) tab.postMessage(news);
}
