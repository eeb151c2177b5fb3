import assert from "node:assert/strict";

const scope = "https://host.test/some/place/";

/** What a worker did, and how to ask it. */
interface RunningWorker {
  readonly fetched: readonly string[];
  readonly deleted: readonly string[];
  /** Its answer to a request; null if it leaves that to the browser. */
  ask(url: string, method?: string): Promise<Response | null>;
}

const respond = (text: string) => new Response(text, { headers: { "content-type": "text/plain" } });

/** Installs and activates the worker, in what a browser gives it as far as it uses it. */
async function withWorker(
  files: readonly (readonly [path: string, hash: string])[],
  kept: Map<string, string>,
  use: (worker: RunningWorker) => Promise<void>,
): Promise<void> {
  const fetched: string[] = [], deleted: string[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const cache = {
    match: (key: string) => Promise.resolve(kept.has(key) ? respond(kept.get(key)!) : undefined),
    put: async (key: string, response: Response) => void kept.set(key, await response.text()),
    keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
    delete: (key: string) => Promise.resolve(deleted.push(key) > 0 && kept.delete(key)),
  };
  const globals = {
    futagoFiles: files,
    registration: { scope },
    clients: { claim: () => Promise.resolve() },
    skipWaiting: () => Promise.resolve(),
    caches: { open: () => Promise.resolve(cache) },
    addEventListener: (kind: string, listen: (event: unknown) => void) =>
      void listeners.set(kind, listen),
    fetch: (url: string) => {
      fetched.push(url);
      return Promise.resolve(respond(url));
    },
  };
  const before = Object.keys(globals).map((key) =>
    [key, Object.getOwnPropertyDescriptor(globalThis, key)] as const
  );
  for (const [key, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
  }
  try {
    // Each is an instance of its own.
    await import(`../../../lib/web/page/service_worker.ts?${crypto.randomUUID()}`);
    for (const kind of ["install", "activate"]) {
      let done: Promise<void> | undefined;
      listeners.get(kind)!({ waitUntil: (promise: Promise<void>) => done = promise });
      await done;
    }
    await use({
      fetched,
      deleted,
      async ask(url, method = "GET") {
        let answer: Promise<Response> | undefined;
        listeners.get("fetch")!({
          request: new Request(url, { method }),
          respondWith: (promise: Promise<Response>) => answer = promise,
        });
        return await answer ?? null;
      },
    });
  } finally {
    for (const [key, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, key, descriptor);
      else Reflect.deleteProperty(globalThis, key);
    }
  }
}

Deno.test("it keeps every file under its content, and an update fetches what has changed", async () => {
  const kept = new Map<string, string>();
  await withWorker([["index.html", "a"], ["model.safetensors", "b"]], kept, (worker) => {
    assert.deepEqual(worker.fetched, [`${scope}index.html`, `${scope}model.safetensors`]);
    assert.deepEqual(worker.deleted, []);
    return Promise.resolve();
  });
  await withWorker([["index.html", "c"], ["model.safetensors", "b"]], kept, (worker) => {
    assert.deepEqual(worker.fetched, [`${scope}index.html`]);
    assert.deepEqual(worker.deleted, [`${scope}index.html?a`]);
    return Promise.resolve();
  });
  assert.deepEqual(
    [...kept.keys()].sort(),
    [`${scope}index.html?c`, `${scope}model.safetensors?b`],
  );
});

Deno.test("it answers with kept files, and the headers that threads want", async () => {
  await withWorker([["index.html", "a"], ["app.js", "b"]], new Map(), async ({ ask, fetched }) => {
    const asked = fetched.length;
    for (
      const [url, file] of [["", "index.html"], ["?backend=wasm", "index.html"], [
        "app.js",
        "app.js",
      ]]
    ) {
      const answer = await ask(scope + url);
      assert.equal(await answer!.text(), scope + file);
      assert.deepEqual(
        ["content-type", "cross-origin-opener-policy", "cross-origin-embedder-policy"]
          .map((name) => answer!.headers.get(name)),
        ["text/plain", "same-origin", "require-corp"],
      );
    }
    assert.equal(fetched.length, asked, "nothing was fetched again");
    assert.equal(await ask(`${scope}other`), null);
    assert.equal(await ask("https://elsewhere.test/some/place/app.js"), null);
    assert.equal(await ask(`${scope}app.js`, "POST"), null);
  });
});
