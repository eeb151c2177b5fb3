import assert from "node:assert/strict";
import { join } from "node:path";
import { keepThreshold, requireThresholdName } from "../../lib/model/keep_threshold.ts";
import type { NamedThreshold } from "../../lib/model_file/model_metadata.ts";
import { modelMetadataToStrings } from "../../lib/model_file/model_metadata_schema.ts";
import { parseModelMetadata } from "../../lib/model_file/parse_model_metadata.ts";
import { readSafetensors } from "../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import { needs } from "../needs.ts";
import { metadata } from "../verification/fixtures.ts";

const office: NamedThreshold = {
  ...metadata.calibration,
  ...{ name: "office", folder: "people", catalogHash: "ab", identities: 9, images: 90 },
  date: "2026-12-01T01:02:03.000Z",
};
const tensors = new Map([
  ["head.weight", { shape: [2, 2], data: Float32Array.of(1, NaN, -0, 1e-40) }],
  ["steps", { shape: [1], data: Int32Array.of(7) }],
]);

/** A test with a run whose model has metadata that only an early version wrote. */
function withRun(name: string, test: (run: string) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      const run = await Deno.makeTempDir();
      try {
        const { std, formatVersion: _, ...strings } = modelMetadataToStrings(metadata);
        const early = { ...strings, deviation: std!, other: "kept" };
        await writeSafetensors(join(run, "model.safetensors"), tensors, early);
        await test(run);
      } finally {
        await Deno.remove(run, { recursive: true });
      }
    },
  });
}

const read = (run: string) => readSafetensors(join(run, "model.safetensors"));
const thresholdsOf = async (run: string) =>
  parseModelMetadata((await read(run)).metadata, run).thresholds;

withRun("a model keeps a threshold under its name, and all else as it was", async (run) => {
  const before = await read(run);
  await keepThreshold(run, office);
  await keepThreshold(run, { ...office, name: "\u30AB\u3099\u30E9\u30B9", threshold: 0.5 });
  const after = await read(run);
  assert.deepEqual(after.tensors, before.tensors);
  const { thresholds: _, ...others } = after.metadata;
  assert.deepEqual(others, before.metadata);
  const kept = await thresholdsOf(run);
  assert.deepEqual(kept!.map(({ name }) => name), ["office", "ガラス"]);
  assert.deepEqual(kept![0], office);
  assert.deepEqual(await Array.fromAsync(Deno.readDir(run), ({ name }) => name), [
    "model.safetensors",
  ]);
});

withRun("a threshold takes the place of another one only if it is told to", async (run) => {
  await keepThreshold(run, office);
  const other = { ...office, threshold: 0.5 };
  await assert.rejects(
    keepThreshold(run, other),
    /^UserError: cannot keep the threshold "office": .* folder "people" on 2026-12-01; .* replace$/,
  );
  assert.deepEqual(await thresholdsOf(run), [office]);
  await keepThreshold(run, other, { replace: true });
  assert.deepEqual(await thresholdsOf(run), [other]);
});

Deno.test("a name is one line that a terminal can show, and there is room for sixteen", () => {
  for (const name of ["", " a", "a ", "a\nb", "\u001B[31m", "x".repeat(65), "a\u202Eb"]) {
    assert.throws(() => requireThresholdName({}, name), /1 to 64 characters/, JSON.stringify(name));
  }
  assert.equal(requireThresholdName({}, "お店 2"), "お店 2");
  const thresholds = Array.from({ length: 16 }, (_, i) => ({ ...office, name: `${i}` }));
  assert.throws(() => requireThresholdName({ thresholds }, "more"), /the model has 16, "0", "1"/);
  assert.equal(requireThresholdName({ thresholds }, "3", { replace: true }), "3");
});
