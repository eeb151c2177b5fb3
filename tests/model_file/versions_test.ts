import assert from "node:assert/strict";
import { join } from "node:path";
import { UserError } from "../../lib/language/mod.ts";
import { loadVerifier } from "../../lib/model/mod.ts";
import {
  type ModelMetadata,
  modelMetadataToStrings,
  parseSafetensors,
  writeSafetensors,
} from "../../lib/model_file/mod.ts";
import { needs } from "../needs.ts";

/** What the files of `versions/` hold. All of them have the same weights. */
const metadata: ModelMetadata = {
  version: "0.1.0",
  backbone: "tiny",
  imageSize: 16,
  mean: [0.4, 0.45, 0.5],
  std: [0.25, 0.2, 0.3],
  embeddingSize: 4,
  distance: "euclidean",
  catalogHash: "a".repeat(64),
  calibration: {
    threshold: 0.625,
    thresholdInterval: [0.5, 0.75],
    targetFar: 0.01,
    far: 0.0125,
    frr: 0.25,
    farInterval: [0.01, 0.02],
    frrInterval: [0.125, 0.375],
    positivePairs: 40,
    negativePairs: 400,
    smallestFar: 0.0075,
    operatingPoints: [
      { threshold: -1, validationFar: 1, far: 1, frr: 0 },
      { threshold: 0.625, validationFar: 0.01, far: 0.0125, frr: 0.25 },
      { threshold: 1.0000998973846436, validationFar: 0, far: 0, frr: 1 },
    ],
  },
  heldOut: {
    identities: 10,
    images: 50,
    auc: 0.96875,
    eer: 0.0625,
    accuracy: 0.9375,
    tarAtFar: { "0.1": 0.9375, "0.01": 0.75, "0.001": null, "0.0001": null },
    intervals: {
      auc: [0.9375, 0.984375],
      eer: [0.03125, 0.125],
      accuracy: [0.90625, 0.953125],
      tarAtFar: { "0.1": [0.875, 1], "0.01": [0.625, 0.875], "0.001": null, "0.0001": null },
    },
  },
};

const { accuracy: _, ...originalMetrics } = metadata.heldOut;
const withoutIntervals: ModelMetadata = {
  ...metadata,
  calibration: {
    ...metadata.calibration,
    thresholdInterval: null,
    farInterval: null,
    frrInterval: null,
  },
  heldOut: { ...originalMetrics, intervals: null },
};

/** Two images, and their embeddings as the program of the first version gave them. */
const images = [
  Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i * 37) % 256),
  Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i * i) % 256),
];
const embeddings = [
  ...[-0.510057270526886, 0.6925911903381348, -0.510057806968689, 0],
  ...[-0.9516981244087219, 0.11101146042346954, 0.04082665219902992, 0.28333792090415955],
];

/** Writes a model file of an earlier version into a run's folder, and passes the folder. */
async function withModelFile(name: string, use: (run: string) => Promise<void>): Promise<void> {
  const run = await Deno.makeTempDir();
  try {
    const packed = await Deno.open(
      new URL(`./versions/${name}.safetensors.gz`, import.meta.url),
    );
    const bytes = packed.readable.pipeThrough(new DecompressionStream("gzip"));
    await Deno.writeFile(join(run, "model.safetensors"), bytes);
    await use(run);
  } finally {
    await Deno.remove(run, { recursive: true });
  }
}

const versions: readonly (readonly [name: string, expected: ModelMetadata])[] = [
  ["without_intervals", withoutIntervals],
  ["without_format_version", metadata],
  ["format_1", metadata],
];

for (const [name, expected] of versions) {
  Deno.test({
    name: `a model file of an earlier version loads, and embeds as it did: ${name}`,
    ...needs({ read: true, write: true }),
    fn: () =>
      withModelFile(name, async (run) => {
        const verifier = await loadVerifier(run, "cpu");
        try {
          assert.deepEqual(verifier.metadata, expected);
          const found = await verifier.embed(images);
          found.forEach((value, i) => assert.ok(Math.abs(value - embeddings[i]!) < 1e-6));
          assert.equal(found.length, embeddings.length);
        } finally {
          verifier[Symbol.dispose]();
        }
      }),
  });
}

Deno.test({
  name: "the file of the current version is what the program writes",
  ...needs({ read: true, write: true }),
  fn: () =>
    withModelFile("format_1", async (run) => {
      const path = join(run, "model.safetensors"), bytes = await Deno.readFile(path);
      const { tensors, metadata: strings } = parseSafetensors(bytes, path);
      assert.equal(strings.formatVersion, "1");
      const copy = join(run, "copy.safetensors");
      await writeSafetensors(copy, tensors, modelMetadataToStrings(metadata));
      assert.deepEqual(await Deno.readFile(copy), bytes);
    }),
});

Deno.test({
  name: "a model file of a newer or a damaged format is refused in one line",
  ...needs({ read: true, write: true }),
  fn: () =>
    withModelFile("format_1", async (run) => {
      const path = join(run, "model.safetensors");
      const { tensors, metadata: strings } = parseSafetensors(await Deno.readFile(path), path);
      for (
        const [formatVersion, code] of [
          ["2", "modelFile.newerFormat"],
          ["one", "modelFile.metadataDamaged"],
        ] as const
      ) {
        await writeSafetensors(path, tensors, { ...strings, formatVersion });
        await assert.rejects(loadVerifier(run, "cpu"), (error) => {
          assert.ok(error instanceof UserError && "code" in error.userMessage);
          assert.equal(error.userMessage.code, code);
          return true;
        });
      }
    }),
});
