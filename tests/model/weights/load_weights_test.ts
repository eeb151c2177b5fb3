import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { openWasm } from "../../../lib/backends/wasm.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { loadWeights } from "../../../lib/model/weights/load_weights.ts";
import type { TensorData, Weights } from "../../../lib/model/weights/pytorch_layout.ts";
import { readWeights } from "../../../lib/model/weights/weights.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { needs } from "../../needs.ts";
import { pictures } from "../backbones/formula.ts";
import { writeStockMobileNet } from "../backbones/stock_mobilenet.ts";

const create = (name: string, embeddingSize: number, seed: number) =>
  createEmbeddingModel({ backbone: findBackbone(name), imageSize: 64, embeddingSize, seed });

/** A test with the weights of a small network, as it would be written by its trainer. */
function withWeights(
  name: string,
  test: (path: string, weights: Map<string, TensorData>) => Promise<void>,
): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      await tf.setBackend("cpu");
      const folder = await Deno.makeTempDir();
      const { parameters } = create("tiny", 5, 1);
      try {
        await test(join(folder, "a.safetensors"), new Map(await readWeights(parameters)));
      } finally {
        parameters.dispose();
        await Deno.remove(folder, { recursive: true });
      }
      assert.equal(tf.memory().numTensors, 0);
    },
  });
}

const zeros = (...shape: number[]): TensorData => ({
  shape,
  data: new Float32Array(shape.reduce((product, side) => product * side, 1)),
});

withWeights(
  "a backbone's weights come from a file, a classifier does not",
  async (path, weights) => {
    const file = new Map(weights);
    file.delete("head.weight");
    file.delete("head.bias");
    file.set("classifier.weight", zeros(1000, 5)).set("stem.bn.num_batches_tracked", zeros());
    await writeSafetensors(path, file, {});
    const model = create("tiny", 7, 2);
    const before = await readWeights(model.parameters);
    const { set, ignored } = await loadWeights(model, path);
    assert.equal(set, weights.size - 2);
    assert.deepEqual(ignored.toSorted(), ["classifier.weight", "stem.bn.num_batches_tracked"]);
    const after: Weights = await readWeights(model.parameters);
    for (const [name, tensor] of after) {
      assert.deepEqual(tensor, name.startsWith("head.") ? before.get(name) : weights.get(name));
    }
    model.parameters.dispose();
  },
);

withWeights("a head comes along where it has the same shape", async (path, weights) => {
  await writeSafetensors(path, weights, {});
  const same = create("tiny", 5, 2), larger = create("tiny", 6, 2);
  assert.deepEqual(await loadWeights(same, path), { set: weights.size, ignored: [] });
  assert.deepEqual(await readWeights(same.parameters), weights);
  const { ignored } = await loadWeights(larger, path);
  assert.deepEqual([...ignored], ["head.weight", "head.bias"]);
  same.parameters.dispose();
  larger.parameters.dispose();
});

withWeights("what does not fit is named, and nothing is set", async (path, weights) => {
  weights.delete("stem.bn.bias");
  weights.set("stem.bn.weight", zeros(3)).set("blocks.0.0.conv.weight", zeros(1, 1, 1, 1));
  await writeSafetensors(path, weights, {});
  const model = create("tiny", 5, 2);
  const before = await readWeights(model.parameters);
  await assert.rejects(loadWeights(model, path), {
    name: "UserError",
    message:
      `cannot use ${path} for tiny: it lacks the tensor stem.bn.bias; expected stem.bn.weight ` +
      "as [16], got [3]; it has the extra tensor blocks.0.0.conv.weight; give weights of that " +
      "backbone",
  });
  weights.set("a\nb".repeat(99), zeros(1)).set("stages.0.down.conv.weight", zeros(3));
  await writeSafetensors(path, weights, {});
  await assert.rejects(
    loadWeights(model, path),
    /extra tensors [\w.]+, a\\u000aba[^\n]{1,400}…; give/,
  );
  await assert.rejects(loadWeights(model, `${path}.not`), /UserError: cannot load weights from/);
  assert.deepEqual(await readWeights(model.parameters), before);
  model.parameters.dispose();
});

withWeights(
  "a layers model is for one backbone, and its list of weights is checked",
  async (path) => {
    const json = path.replace("a.safetensors", "model.json");
    const refused = async (name: string, content: unknown, message: RegExp) => {
      await Deno.writeTextFile(json, JSON.stringify(content));
      const model = create(name, 5, 2);
      await assert.rejects(loadWeights(model, json), message);
      model.parameters.dispose();
    };
    const listing = (paths: string[], shape: number[]) => ({
      weightsManifest: [{ paths, weights: [{ name: "conv1/kernel", dtype: "float32", shape }] }],
    });
    await Deno.writeFile(join(json, "..", "part"), new Uint8Array(8));
    await refused("tiny", {}, /UserError: .*only read for mobilenetv1_075/);
    await refused(
      "mobilenetv1_075",
      { weightsManifest: 3 },
      /UserError: .*no such list of weights/,
    );
    await refused("mobilenetv1_075", listing(["../part"], [2]), /UserError: .*no such list/);
    await refused("mobilenetv1_075", listing(["part"], [3]), /UserError: .*only 8 bytes in part/);
    await refused(
      "mobilenetv1_075",
      listing(["part"], [1]),
      /UserError: .*4 bytes too many in part/,
    );
    await refused(
      "mobilenetv1_075",
      listing(["part", "part"], [4]),
      /UserError: .*a file named twice/,
    );
    await refused(
      "mobilenetv1_075",
      listing(["part"], [1e200, 1e200, 0]),
      /UserError: .*no such list/,
    );
    const huge = new Array(30).fill(2 ** 52).concat(0);
    await refused("mobilenetv1_075", listing(["part"], huge), /UserError: .*only 8 bytes in part/);
    const twice = listing(["part"], [1]);
    twice.weightsManifest[0]!.weights.push(...twice.weightsManifest[0]!.weights);
    await refused("mobilenetv1_075", twice, /UserError: .*"conv1\/kernel" twice/);
    await refused(
      "mobilenetv1_075",
      listing(["none"], [2]),
      /UserError: .*one of its files does not exist/,
    );
    await refused(
      "mobilenetv1_075",
      listing(["part"], [2]),
      /it lacks the tensors (\S+ ){4}and \d+ more/,
    );
  },
);

/** A layers model as TensorFlow.js reads it. */
async function readStock(folder: string): Promise<tf.LayersModel> {
  const text = await Deno.readTextFile(join(folder, "model.json"));
  const { modelTopology, weightsManifest } = JSON.parse(text) as {
    modelTopology: object;
    weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
  };
  const paths = weightsManifest.flatMap((group) => group.paths);
  const parts = await Promise.all(paths.map((path) => Deno.readFile(join(folder, path))));
  return tf.loadLayersModel(tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: await new Blob(parts).arrayBuffer(),
  }));
}

withWeights(
  "MobileNet v1 of a layers model sees as TensorFlow.js's own reading of it",
  async (path) => {
    await openWasm();
    const folder = dirname(path);
    await writeStockMobileNet(folder);
    const backbone = findBackbone("mobilenetv1_075");
    const model = createEmbeddingModel({ backbone, imageSize: 224, embeddingSize: 768, seed: 1 });
    const { ignored } = await loadWeights(model, folder);
    assert.deepEqual(ignored.toSorted(), ["classifier.bias", "classifier.weight"]);
    // With the identity for a head, embeddings are the features.
    const head = model.parameters.all().find(({ name }) => name === "head.weight")!;
    tf.tidy(() => head.value.assign(tf.eye(768)));
    const stock = await readStock(folder);
    const mean = stock.getLayer("global_average_pooling2d_1").output as tf.SymbolicTensor;
    const features = tf.model({ inputs: stock.inputs, outputs: mean });
    const [found, wanted] = tf.tidy(() => {
      const images = tf.image.resizeBilinear(pictures(), [224, 224]);
      return [model.apply(images, false), features.predict(images) as tf.Tensor];
    }) as [tf.Tensor, tf.Tensor];
    const values = Array.from(await wanted.data());
    assert.ok(Math.max(...values.slice(0, 768)) > 1);
    assertCloseTo(await found.data(), values, 1e-5);
    tf.dispose([found, wanted]);
    features.dispose();
    stock.getLayer("conv_preds").dispose();
    model.parameters.dispose();
  },
);
