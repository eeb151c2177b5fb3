import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { parseSafetensors } from "../../lib/model_file/parse_safetensors.ts";
import { readSafetensors } from "../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import { embedImages } from "../../lib/model/embed_images.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { openVerifier } from "../../lib/model/open_verifier.ts";
import { saveModel } from "../../lib/model/save_model.ts";
import { readWeights } from "../../lib/model/weights/weights.ts";
import { needs } from "../needs.ts";
import { metadata } from "../verification/fixtures.ts";

const imageSize = 32, embeddingSize = 6;
/** Not the backbone's. */
const normalisation = { mean: [0.1, 0.2, 0.3], std: [0.4, 0.6, 0.7] } as const;
const pictures = [3, 5, 11].map((step) =>
  Uint8Array.from({ length: imageSize * imageSize * 3 }, (_, i) => (i * step) % 256)
);

/** A test with a run that holds an untrained model. */
function withModel(
  name: string,
  test: (run: string, embeddings: Float32Array) => Promise<void>,
): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      const run = await Deno.makeTempDir();
      try {
        await tf.setBackend("cpu");
        const backbone = findBackbone("tiny");
        const model = createEmbeddingModel({
          backbone,
          normalization: normalisation,
          imageSize,
          embeddingSize,
          seed: 3,
        });
        const weights = await readWeights(model.parameters);
        await saveModel(run, weights, { ...metadata, ...normalisation, imageSize, embeddingSize });
        const embeddings = await embedImages(model, pictures, imageSize);
        model.parameters.dispose();
        await test(run, embeddings);
        assert.equal(tf.memory().numTensors, 0);
      } finally {
        await Deno.remove(run, { recursive: true });
      }
    },
  });
}

withModel("a model that was saved embeds as it did", async (run, embeddings) => {
  const verifier = await loadVerifier(run, "cpu");
  assert.deepEqual(await verifier.embed(pictures), embeddings);
  assert.deepEqual(verifier.metadata, { ...metadata, ...normalisation, imageSize, embeddingSize });
  verifier[Symbol.dispose]();
});

withModel("a model that came as bytes embeds as it did", async (run, embeddings) => {
  const bytes = await Deno.readFile(join(run, "model.safetensors"));
  const file = parseSafetensors(bytes, "bytes");
  const backend = await openBackend("cpu");
  using verifier = openVerifier(file, "bytes", backend);
  assert.deepEqual(await verifier.embed(pictures), embeddings);
  const damaged = { ...file, metadata: { ...file.metadata, backbone: "huge" } };
  assert.throws(() => openVerifier(damaged, "bytes", backend), { name: "UserError" });
});

withModel("a model that is missing or does not fit is refused, by name", async (run) => {
  const path = join(run, "model.safetensors");
  const { tensors, metadata: strings } = await readSafetensors(path);
  const refused = async (message: RegExp) => {
    await assert.rejects(loadVerifier(run, "cpu"), { name: "UserError", message });
    assert.equal(tf.memory().numTensors, 0);
  };
  await writeSafetensors(path, tensors, { ...strings, embeddingSize: "7" });
  await refused(/model\.safetensors: expected head\.weight as \[7,\d+\], got \[6,\d+\]/);
  await writeSafetensors(path, new Map([...tensors].slice(1)), strings);
  await refused(/model\.safetensors: it lacks the tensor /);
  await writeSafetensors(path, tensors, { ...strings, backbone: "huge" });
  await refused(/cannot use the backbone "huge": expected one of tiny/);
  await writeSafetensors(path, tensors, { ...strings, calibration: "{}" });
  await refused(/"calibration" in its metadata is missing or damaged/);
  for (const data of [Float32Array.of(0, NaN, 0, 0, 0, 0), new Int32Array(6)]) {
    await writeSafetensors(
      path,
      new Map([...tensors, ["head.bias", { shape: [6], data }]]),
      strings,
    );
    await refused(/expected finite floats only, got other values in tensor head\.bias/);
  }
  await Deno.remove(path);
  await refused(/cannot load a model from ".*": it has no model\.safetensors/);
});

withModel(
  "a file is given no more memory than it has, whatever it says that it is",
  async (run) => {
    const path = join(run, "model.safetensors");
    const { tensors, metadata: strings } = await readSafetensors(path);
    const { size } = await Deno.stat(path);
    const lies: Record<string, string>[] = [
      { imageSize: "1024", embeddingSize: "4096" },
      { backbone: "resnet50" },
      { backbone: "tf_efficientnetv2_s", embeddingSize: "4096" },
    ];
    for (const lie of lies) {
      await writeSafetensors(path, tensors, { ...strings, ...lie });
      const { peakBytes } = await tf.profile(async () => {
        await assert.rejects(loadVerifier(run, "cpu"), { name: "UserError" });
        return [];
      });
      assert.ok(peakBytes <= size, `${JSON.stringify(lie)}: ${peakBytes} bytes of ${size}`);
    }
  },
);
