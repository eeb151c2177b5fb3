import assert from "node:assert/strict";
import { join } from "node:path";
import type { UserError } from "../../../lib/language/user_error.ts";
import { parseSafetensors } from "../../../lib/model_file/parse_safetensors.ts";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { keepThreshold } from "../../../lib/model/keep_threshold.ts";
import { exportSite } from "../../../lib/web/site/export_site.ts";
import { needs } from "../../needs.ts";
import { fullTest } from "../../slow.ts";
import { putRun } from "../../tasks/put_run.ts";
import { metadata } from "../../verification/fixtures.ts";

const options = needs({ read: true, write: true, env: true });

/** A folder with a run in it, `run`, for one test. */
async function withRun(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await putRun(join(folder, "run"));
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const names = (folder: string) =>
  Array.fromAsync(Deno.readDir(folder), ({ name }) => name).then((found) => found.sort());

fullTest({
  name: "a page has all its files, and its service worker their hashes",
  ...options,
  fn: () =>
    withRun(async (folder) => {
      const site = join(folder, "deep", "site");
      const { files, bytes, modelBytes, compressedBytes } = await exportSite(
        join(folder, "run"),
        site,
      );
      const found = await names(site);
      assert.equal(files, found.length);
      for (
        const name of [
          ...["LICENSES.txt", "app.css", "app.js", "index.html", "manifest.webmanifest"],
          ...[
            "model.safetensors",
            "sw.js",
            "tensorflow.js",
            "tfjs.wasm",
            "theme.css",
            "thread.js",
            "worker.js",
          ],
        ]
      ) assert.ok(found.includes(name), name);
      const sizes = await Promise.all(found.map((name) => Deno.stat(join(site, name))));
      assert.equal(bytes, sizes.reduce((sum, { size }) => sum + size, 0));
      assert.ok(modelBytes < bytes);
      // At most a megabyte on the way to a browser, beside the model.
      assert.ok(compressedBytes < 1e6, `${compressedBytes}`);

      const worker = await Deno.readTextFile(join(site, "sw.js"));
      const list: [string, string][] = JSON.parse(/^self\.futagoFiles=(.*);$/m.exec(worker)![1]!);
      const apart = ["LICENSES.txt", "sw.js"];
      assert.deepEqual(
        list.map(([name]) => name).sort(),
        found.filter((name) => !apart.includes(name)),
      );
      for (const [name, hash] of list) {
        const content = await Deno.readFile(join(site, name));
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
        assert.equal(hash, digest.slice(0, hash.length), name);
      }

      // What runs in a browser mentions nothing that only Deno and Node have, and no other host.
      for (const name of found.filter((name) => name.endsWith(".js"))) {
        const script = await Deno.readTextFile(join(site, name));
        assert.doesNotMatch(script, /\bDeno\.\w|["']node:/, name);
        for (const [, from] of script.matchAll(/\b(?:from|import)"([^"]+)"/g)) {
          assert.equal(from, "./tensorflow.js", name);
        }
      }
    }),
});

fullTest({
  name: "the license of every package in the scripts is told",
  ...options,
  async fn() {
    const root = new URL("../../../lib/web/", import.meta.url);
    const { outputFiles } = await Deno.bundle({
      entrypoints: [
        "engine/worker.ts",
        "engine/tensorflow.ts",
        "page/app.tsx",
        "page/service_worker.ts",
      ]
        .map((module) => new URL(module, root).pathname),
      outputDir: "scripts",
      write: false,
      platform: "browser",
      format: "iife",
      sourcemap: "external",
    });
    const maps = outputFiles!.filter(({ path }) => path.endsWith(".map"));
    const packages = new Set(
      maps.flatMap((map) => JSON.parse(map.text()).sources as string[]).flatMap((source) =>
        /\/registry\.npmjs\.org\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []
      ),
    );
    assert.ok(packages.has("@tensorflow/tfjs") && packages.has("valibot"));
    const licenses = await Deno.readTextFile(new URL("site/licenses.txt", root));
    const told = (name: string) => licenses.includes(`  ${name} `);
    assert.deepEqual(
      [...packages].filter((name) => !told(name.replace(/^@tensorflow\/.*/, "@tensorflow/tfjs"))),
      [],
    );
  },
});

fullTest({
  name: "the model of a page is the run's, without names of folders",
  ...options,
  fn: () =>
    withRun(async (folder) => {
      const run = join(folder, "run"), model = join(run, "model.safetensors");
      await keepThreshold(run, {
        ...metadata.calibration,
        ...{ name: "office", folder: "secret-customers", catalogHash: "ab", identities: 3 },
        ...{ images: 9, date: "2026-01-01T00:00:00.000Z" },
      });
      await exportSite(run, join(folder, "site"));
      const bytes = await Deno.readFile(join(folder, "site", "model.safetensors"));
      assert.doesNotMatch(new TextDecoder("latin1").decode(bytes), /secret/);
      const page = parseSafetensors(bytes, "page"), own = await readSafetensors(model);
      assert.deepEqual(page.tensors, own.tensors);
      const { thresholds } = page.metadata;
      assert.match(thresholds!, /"office"/);
      // It is a model file like any other.
      await readSafetensors(join(folder, "site", "model.safetensors"));
    }),
});

Deno.test({
  name:
    "a folder that holds something, and a run without a model, are refused, and nothing is written",
  ...options,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const run = join(folder, "run"), site = join(folder, "site");
      await assert.rejects(exportSite(run, site), (error: UserError) => {
        assert.equal(error.userMessage.code, "model.fileMissing");
        return true;
      });
      assert.deepEqual(await names(folder), []);
      await Deno.mkdir(site);
      await Deno.writeTextFile(join(site, "mine.txt"), "");
      await assert.rejects(exportSite(run, site), (error: UserError) => {
        assert.equal(error.userMessage.code, "io.outputHolds");
        return true;
      });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

fullTest({
  name: "a page that cannot be written whole is not written",
  ...options,
  fn: () =>
    withRun(async (folder) => {
      const write = Deno.writeFile;
      let written = 0;
      Deno.writeFile = (...args) =>
        ++written === 4 ? Promise.reject(new Error("disk full")) : write(...args);
      try {
        await assert.rejects(exportSite(join(folder, "run"), join(folder, "site")), /disk full/);
      } finally {
        Deno.writeFile = write;
      }
      assert.deepEqual(await names(folder), ["run"]);
    }),
});
