import { request } from "../core/connection.js";

/**
 * Fetches a file and hands it to the browser's downloads.
 * @param {string} url
 * @param {string} name
 * @param {(received: number, total: number | null) => void} onProgress In bytes; the total is null where the server cannot know it.
 * @param {AbortSignal} signal Stops it.
 * @returns {Promise<number>} Its bytes.
 */
export async function download(url, name, onProgress, signal) {
    const blob = await request(url, async response => {
        const total = Number(response.headers.get("Content-Length")) || null;
        const parts = [];
        let received = 0;
        for await (const part of chunks(response.body)) {
            parts.push(part);
            onProgress(received += part.length, total);
        }

        return new Blob(parts, { type: response.headers.get("Content-Type") ?? "application/octet-stream" });
    }, signal);
    save(blob, name);
    return blob.size;
}

/** Hands a file to the browser's downloads. */
export function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function* chunks(body) {
    const reader = body.getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
    }
}
