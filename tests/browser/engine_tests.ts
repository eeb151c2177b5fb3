import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { readImage } from "../../lib/images/decode/read_image.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { embed } from "../../lib/verification/embed.ts";
import type { EngineBackend } from "../../lib/web/engine/protocol.ts";
import { needs } from "../needs.ts";
import { fullTest } from "../slow.ts";
import { needsChromium, withPage } from "./chromium.ts";
import { exportedSite } from "./exported_site.ts";
import { serveFolder } from "./serve_folder.ts";

const wanted = { read: true, write: true, run: true, net: true, env: true };
const ignore = needs(wanted).ignore || needsChromium().ignore;

/** Embeds the first images by the command line's library, and in the page's worker. */
async function embedBoth(
  page: Page,
  { backend: wished, images: count, loads }: {
    backend: "auto" | "wasm" | "webgpu";
    images: number;
    /** How often the page is loaded before. */
    loads: number;
  },
): Promise<{ largest: number; backend: EngineBackend }> {
  const { run, site, unseen } = await exportedSite();
  const paths = unseen.flat().slice(0, count);
  const folder = await Deno.makeTempDir();
  try {
    for await (const { name } of Deno.readDir(site)) {
      await Deno.copyFile(join(site, name), join(folder, name));
    }
    await bundleEngine(join(folder, "engine.js"));
    const names = paths.map((path, i) => `${i}-${basename(path)}`);
    for (const [i, path] of paths.entries()) await Deno.copyFile(path, join(folder, names[i]!));
    await using host = serveFolder(folder);
    for (let load = 0; load < loads; load++) {
      await page.goto(`${host.url}index.html`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    }
    const { rows, backend } = await page.evaluate(embedInPage, { names, backend: wished });

    using verifier = await loadVerifier(run, "wasm");
    const expected = await embed(verifier, await Promise.all(paths.map(readImage)));
    assert.equal(rows.length, expected.length);
    return {
      largest: rows.reduce((most, x, i) => Math.max(most, Math.abs(x - expected[i]!)), 0),
      backend,
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs in the page. */
async function embedInPage({ names, backend }: { names: string[]; backend: string }) {
  const { startEngine } = await import(new URL("engine.js", location.href).href);
  const engine = await startEngine({ worker: "worker.js", backend });
  const rows: number[] = [];
  for (const name of names) {
    const image = await (await fetch(name)).blob();
    rows.push(...(await engine.embed(image)).embedding);
  }
  return { rows, backend: engine.backend };
}

async function bundleEngine(file: string): Promise<void> {
  const { success, stderr } = await new Deno.Command("deno", {
    args: [
      ...["bundle", "--platform=browser", "--output", file],
      join(import.meta.dirname!, "../../lib/web/engine/engine.ts"),
    ],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

fullTest({
  name:
    "in a browser, embeddings on WebAssembly equal the command line's to the bit, on any threads",
  ignore,
  fn: () =>
    withPage({}, async (page) => {
      // The second load has the headers that threads need, from the service worker.
      for (const loads of [1, 2]) {
        const { largest, backend } = await embedBoth(page, { backend: "wasm", images: 32, loads });
        assert.equal(backend.name, "wasm");
        assert.equal(backend.threads > 1, loads > 1 && navigator.hardwareConcurrency > 1);
        assert.equal(largest, 0);
      }
    }),
});

fullTest({
  name: "in a browser, embeddings on WebGPU equal those on WebAssembly to 1e-5",
  ignore,
  fn: () =>
    withPage({ webgpu: true }, async (page) => {
      const { backend: chosen } = await embedBoth(page, { backend: "auto", images: 1, loads: 1 });
      assert.equal(chosen.name, "wasm", "a software adapter is slower");
      assert.equal(chosen.reason.values.adapter, "google swiftshader");
      const { largest, backend } = await embedBoth(page, {
        backend: "webgpu",
        images: 4,
        loads: 1,
      });
      assert.equal(backend.name, "webgpu");
      assert.ok(largest < 1e-5, `off by ${largest}`);
    }),
});
