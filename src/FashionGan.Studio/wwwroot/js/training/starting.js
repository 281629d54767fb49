import { byId, complain, showCommand, wholeNumber } from "../core/dom.js";
import { request } from "../core/connection.js";
import { about, commandLine, quoted } from "../core/program.js";

// Begins, goes on with and stops trainings, where the server allows it. What is shown comes by the stream of events.

const dialog = byId("start"), name = byId("start-name"), epochs = byId("start-epochs"), limit = byId("start-limit"),
    seed = byId("start-seed"), network = byId("start-network"), classes = byId("start-classes");
const fields = [name, epochs, limit, seed];
// Pictures of a step, as train takes them unless it is told otherwise.
const batch = 64;
const most = { epochs: 10_000, number: 2_147_483_647 };

/** @param {(name: string) => void} onStart Is told of the run that begins. */
export function startStarting(onStart) {
    byId("run-new").addEventListener("click", () => {
        name.value ||= freeName();
        byId("start-name-field").hidden = about().runs_folder === null;
        show();
        dialog.showModal();
    });
    byId("start-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
    dialog.addEventListener("input", show);
    byId("start-form").addEventListener("submit", async event => {
        event.preventDefault();
        if (!show()) return;
        const run = runName();
        try {
            await act("train", { run, ...values() });
            dialog.close();
            name.value = "";
            onStart(run);
        } catch (error) {
            complain(byId("start-error"), error.message);
        }
    });
}

/** Does something with the run that is shown; what the server refuses is said beside the buttons. */
export async function act(what, parameters) {
    const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
    const how = { method: "POST", headers: { "X-Fashion-Gan": "1" } };
    await request(`api/run/${what}?${query}`, response => response.json(), undefined, how);
}

const runName = () => about().runs_folder === null ? about().run : name.value.trim();

const values = () => ({
    epochs: epochs.value.trim(), network: network.value, conditional: classes.checked ? "yes" : "no",
    limit: limit.value.trim(), seed: seed.value.trim(),
});

/** A name by the day and the time, which nobody has given yet. */
const freeName = () => new Date().toISOString().slice(0, 16).replace("T", "-").replace(":", "");

/** Shows the command and what is wrong; whether nothing is. */
function show() {
    const wrong = complaint();
    complain(byId("start-error"), wrong?.words ?? "");
    for (const field of fields)
        field === wrong?.field ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    byId("start-go").disabled = wrong !== null;
    const { runs_folder: folder } = about(), given = values();
    showCommand(byId("start-command"), commandLine("train", "--out", quoted(folder === null ? "." : `${folder}/${runName()}`),
        "--epochs", given.epochs, "--network", given.network, ...classes.checked ? ["--conditional"] : [],
        ...given.limit ? ["--limit", given.limit] : [], ...given.seed ? ["--seed", given.seed] : []));
    return wrong === null;
}

function complaint() {
    if (about().runs_folder !== null && !/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}$/.test(runName()))
        return { field: name, words: "The name needs letters, digits, hyphens, underscores and dots, 60 at most." };
    if (wholeNumber(epochs.value, 1, most.epochs) === null) return { field: epochs, words: "Epochs need a whole number from 1 to 10,000." };
    if (limit.value.trim() && wholeNumber(limit.value, batch, most.number) === null)
        return { field: limit, words: `Pictures need a whole number from ${batch}, those of a step, or nothing for all.` };
    if (seed.value.trim() && wholeNumber(seed.value, 0, most.number) === null)
        return { field: seed, words: "The seed needs a whole number, or nothing." };
    return null;
}
