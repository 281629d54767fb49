import { byId } from "./dom.js";

// A server that does not answer is no error of the request: it waits, the page says so, and goes on when the server is back.

const pauses = [1, 1, 2, 3, 5];
/** The answers that came within the page, by address: those to what it asks first. */
let within = JSON.parse(byId("carried").textContent);
let absence = null;

/** What the server says is wrong with a request (RFC 9457). */
export class Problem extends Error {
    constructor(status, body) {
        const fields = Object.values(body?.errors ?? {}).flat();
        super(fields.length ? fields.join(" ") : body?.detail ?? body?.title ?? `The server answered with ${status}.`);
        this.status = status;
    }
}

/**
 * Asks the server, and asks again when it was away or too busy.
 * @param {string} url
 * @param {(response: Response) => Promise<T>} read What is made of the answer; it is part of what may break off.
 * @param {AbortSignal} [signal] Ends it.
 * @param {RequestInit} [how] Its method and headers, where it is no GET.
 * @returns {Promise<T>}
 * @throws {Problem} The server refused.
 * @template T
 */
export async function request(url, read, signal, how) {
    for (;;) {
        try {
            const response = answerWithin(url) ?? await fetch(url, { ...how, signal });
            if (response.status === 429 || response.status === 503 && response.headers.has("Retry-After")) {
                await sleep(Number(response.headers.get("Retry-After")) || 1, signal);
                continue;
            }

            if (!response.ok) throw new Problem(response.status, await response.json().catch(() => null));
            return await read(response);
        } catch (error) {
            // fetch and a body that breaks off fail with a TypeError; anything else is not the network's.
            if (signal?.aborted || !(error instanceof TypeError)) throw error;
            await comesBack(signal);
        }
    }
}

/** Each is good for one asking: what is asked again may have changed. */
function answerWithin(url) {
    const { [url]: answer } = within;
    delete within[url];
    // What is asked of a response, without the browser's streams, which would take some frames.
    return answer && {
        ok: true, status: 200, headers: new Headers(answer.headers), json: async () => answer.json,
        arrayBuffer: async () => Uint8Array.from(atob(answer.bytes), sign => sign.charCodeAt(0)).buffer,
    };
}

/** From now on the server is asked for all; what the page came with may be old. */
export const askAnew = () => within = {};

/** Resolves when the server answers again. */
export function comesBack(signal) {
    absence ??= look().finally(() => absence = null);
    return signal ? Promise.race([absence, ended(signal)]) : absence;
}

async function look() {
    const words = byId("away-words"), retry = byId("away-retry");
    for (let tries = 0; ; tries++) {
        if (await answers()) break;
        const pause = pauses[Math.min(tries, pauses.length - 1)];
        const often = pause === 1 ? "second" : `${pause} seconds`;
        words.textContent = `The studio's server does not answer. Its pictures wait here; the page tries again every ${often}.`;
        byId("away").hidden = false;
        await Promise.race([sleep(pause), new Promise(resolve => retry.addEventListener("click", resolve, { once: true }))]);
    }

    byId("away").hidden = true;
}

const answers = () => fetch("healthz", { cache: "no-store" }).then(response => response.ok, () => false);

const sleep = (seconds, signal) => {
    const pause = new Promise(resolve => setTimeout(resolve, seconds * 1000));
    return signal ? Promise.race([pause, ended(signal)]) : pause;
};

const ended = signal => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
