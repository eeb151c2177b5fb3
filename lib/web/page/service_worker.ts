/// <reference lib="webworker" />
/**
 * Keeps all files of the page, so that it works offline, and gives them the headers that let it compute
 * on several threads. The export writes the list of files before this script, so that the script changes
 * with any of them.
 *
 * @module
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Each file of the page with a hash of its content. */
  readonly futagoFiles: readonly (readonly [path: string, hash: string])[];
};

const scope = self.registration.scope;
const cacheName = `futago ${scope}`;
/** The address under which a file is kept: another content has another one. */
const keptAs = new Map(
  self.futagoFiles.map(([path, hash]) => [
    new URL(path, scope).href,
    new URL(`${path}?${hash}`, scope).href,
  ]),
);

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldFiles()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const url = `${origin}${pathname}`;
  const key = keptAs.get(url === scope ? new URL("index.html", scope).href : url);
  if (event.request.method === "GET" && key) event.respondWith(answer(event.request, key));
});

/** Fetches the files that are new. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all([...keptAs].map(async ([url, key]) => {
    if (await cache.match(key)) return;
    // The browser's own cache could hold an older one.
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await cache.put(key, response);
  }));
  await self.skipWaiting();
}

/** Drops the files of earlier versions, and takes over the pages that are open. */
async function dropOldFiles(): Promise<void> {
  const cache = await caches.open(cacheName), kept = new Set(keptAs.values());
  for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
  await self.clients.claim();
}

/** A kept file, with the headers that SharedArrayBuffer wants. */
async function answer(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const response = await cache.match(key) ?? await fetch(request);
  const headers = new Headers(response.headers);
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-embedder-policy", "require-corp");
  headers.set("cross-origin-resource-policy", "same-origin");
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
