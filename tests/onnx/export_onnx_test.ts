import assert from "node:assert/strict";
import { join } from "node:path";
import { parseModelMetadata } from "../../lib/model_file/parse_model_metadata.ts";
import { programVersion } from "../../lib/model_file/program_version.ts";
import { readSafetensors } from "../../lib/model_file/read_safetensors.ts";
import { exportOnnx } from "../../lib/onnx/export_onnx.ts";
import { needs } from "../needs.ts";
import { full } from "../slow.ts";
import { metadata } from "../verification/fixtures.ts";
import { embeddingSize, writeRun } from "./fixtures.ts";
import { type ReadModel, readOnnx } from "./read_onnx.ts";

const permissions = needs({ read: true, write: true });
const float32 = 1, int64 = 7;

/** Exports the model of a run that is written for it. */
async function exported(
  options: Parameters<typeof writeRun>[1],
): Promise<{ model: ReadModel; nodes: number; bytes: number; strings: Record<string, string> }> {
  const root = await Deno.makeTempDir();
  try {
    await writeRun(root, options);
    const file = join(root, "model.onnx");
    const { opset: _, ...said } = await exportOnnx(root, file);
    const { metadata: strings } = await readSafetensors(join(root, "model.safetensors"));
    const bytes = await Deno.readFile(file);
    assert.equal(said.bytes, bytes.length);
    return { model: readOnnx(bytes), ...said, strings };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test({
  name: "an exported model says what it is, how to prepare an image, and by what to decide",
  ...permissions,
  async fn() {
    const { model, strings } = await exported({ backbone: "tiny", imageSize: 24, fit: "pad" });
    assert.equal(model.irVersion, 8);
    assert.deepEqual(model.opsets, [["", 17]]);
    assert.deepEqual([model.producer, model.producerVersion], ["Futago", programVersion]);
    assert.deepEqual(model.inputs, [
      { name: "image", type: float32, dims: ["batch", 3, 24, 24] },
    ]);
    assert.deepEqual(model.outputs, [
      { name: "embedding", type: float32, dims: ["batch", embeddingSize] },
    ]);
    const { threshold, targetFar, far, frr } = metadata.calibration;
    const texts = {
      ...{ threshold, targetFar, far, frr, imageSize: 24, embeddingSize, backbone: "tiny" },
      ...{ fit: "pad", similarity: "cosine", distance: "cosine", version: programVersion },
      input: "RGB, 0 to 255, channels first",
    };
    for (const [key, value] of Object.entries(texts)) {
      assert.equal(model.metadata[key], `${value}`, key);
    }
    // The rest is as in the model file, without the normalization, which is in the graph.
    assert.ok(!("mean" in model.metadata) && !("std" in model.metadata));
    const { mean, std } = strings as { mean: string; std: string };
    assert.deepEqual(
      parseModelMetadata({ ...model.metadata, mean, std }, "the file"),
      parseModelMetadata(strings, "the file"),
    );
    const folder = "a private place";
    const { model: stretched, strings: kept } = await exported({
      backbone: "tiny",
      imageSize: 24,
      thresholds: [{ ...metadata.calibration, ...office, folder }],
    });
    assert.equal(stretched.metadata.fit, "stretch");
    assert.ok(kept.thresholds!.includes(folder));
    const [named] = JSON.parse(stretched.metadata.thresholds!);
    assert.deepEqual([named.name, named.folder], ["office", ""]);
  },
});

/** A threshold that a model keeps. */
const office = {
  name: "office",
  catalogHash: "0",
  identities: 4,
  images: 9,
  date: "2026-01-02T03:04:05.678Z",
};

/** Nodes by operator, of networks whose operators are counted by hand. */
const counted: Readonly<Record<string, Record<string, number>>> = {
  tiny: { Conv: 5, Relu: 5, Transpose: 1, Reshape: 1 },
  resnet18: { Conv: 20, Relu: 17, MaxPool: 1, ReduceMean: 1 },
  mobilenetv2_100: { Conv: 52, Clip: 35, ReduceMean: 1 },
};

for (const backbone of ["tiny", "mobilenetv2_100", "tf_efficientnetv2_b0", "resnet18"]) {
  if (!["tiny", "mobilenetv2_100"].includes(backbone) && !full) continue;
  Deno.test({
    name: `the graph of ${backbone} is sound, and has nothing that it does not need`,
    ...permissions,
    async fn() {
      const { model: { nodes, constants }, nodes: said } = await exported({
        backbone,
        imageSize: 32,
      });
      assert.equal(nodes.length, said);
      const known = new Set(["image", ...constants.keys()]);
      for (const { inputs, outputs, name } of nodes) {
        for (const input of inputs) assert.ok(known.has(input), `${name} takes ${input} too early`);
        assert.equal(outputs.length, 1);
        assert.ok(!known.has(outputs[0]!), `two tensors are named ${outputs[0]}`);
        known.add(outputs[0]!);
      }
      assert.equal(nodes.at(-1)!.outputs[0], "embedding");
      assert.equal(new Set(nodes.map(({ name }) => name)).size, nodes.length);
      const used = new Set(nodes.flatMap(({ inputs }) => inputs));
      assert.deepEqual([...known].filter((name) => !used.has(name)), ["embedding"]);
      for (const [name, { dims, type, bytes }] of constants) {
        const size = dims.reduce((product, length) => product * length, 1);
        assert.equal(bytes, size * (type === int64 ? 8 : 4), name);
        assert.ok(type === int64 || type === float32, name);
      }

      // BatchNorms are in their convolutions: what is left normalizes pixels, and ends in unit length.
      const count = (op: string) => nodes.filter((node) => node.op === op).length;
      const withBias = nodes.filter(({ op, inputs }) => op === "Conv" && inputs.length === 3);
      assert.equal(withBias.length, count("Conv"));
      const byChannels = nodes.filter(({ op, inputs }) =>
        ["Mul", "Add"].includes(op) && inputs.some((input) => constants.has(input))
      );
      assert.deepEqual(byChannels.map(({ op }) => op), ["Mul", "Add"]);
      assert.deepEqual(nodes.slice(-6).map(({ op }) => op), [
        "Gemm",
        "Mul",
        "ReduceSum",
        "Sqrt",
        "Max",
        "Div",
      ]);
      const found = Object.keys(counted[backbone] ?? {}).map((op) => [op, count(op)]);
      assert.deepEqual(Object.fromEntries(found), counted[backbone] ?? {});
      if (!(backbone === "tiny")) assert.equal(count("Transpose"), 0);
    },
  });
}

Deno.test({
  name: "what cannot be exported leaves no file",
  ...permissions,
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      const file = join(root, "model.onnx");
      const fails = (message: RegExp) =>
        assert.rejects(exportOnnx(root, file), { name: "UserError", message });
      await fails(/it has no model\.safetensors/);
      await Deno.writeTextFile(join(root, "model.safetensors"), "nothing");
      await fails(/expected a complete safetensors file/);
      await Deno.remove(join(root, "model.safetensors"));
      await writeRun(root, { backbone: "tiny", imageSize: 16, embeddingSize: 8 });
      await fails(/head\.weight/);
      assert.deepEqual([...Deno.readDirSync(root)].map(({ name }) => name), ["model.safetensors"]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
