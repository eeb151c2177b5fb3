import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readImage } from "../../lib/images/decode/read_image.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { exportOnnx } from "../../lib/onnx/export_onnx.ts";
import { backboneNames } from "../../lib/model/backbones/registry.ts";
import { verifyPair } from "../../lib/verification/verify_pair.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";
import { draws } from "../model/backbones/formula.ts";
import { needs } from "../needs.ts";
import { pythonHas, runPython } from "../python.ts";
import { full } from "../slow.ts";
import { embeddingSize, furthest, writeRun } from "./fixtures.ts";

const checker = fileURLToPath(new URL("../reference/check_onnx.py", import.meta.url));
const opener = fileURLToPath(new URL("../reference/open_in_timm.py", import.meta.url));
const program = fileURLToPath(new URL("./verify_two_images.py", import.meta.url));
const readme = new URL("../../README.md", import.meta.url);

Deno.test({
  name: "the README shows the Python program",
  ...needs({ read: true }),
  async fn() {
    const [, shown] = /```python\n(.*?)```/s.exec(await Deno.readTextFile(readme)) ?? [];
    assert.equal(shown, await Deno.readTextFile(program));
  },
});

// onnxruntime-web stands for Python's ONNX Runtime where that is not installed. Where it is, there are
// more tests.
if (pythonHas("onnx, onnxruntime, numpy, PIL")) {
  for (const backbone of backboneNames()) {
    if (backbone !== "tiny" && !full) continue;
    Deno.test(`ONNX's checker and ONNX Runtime take ${backbone}, for 1, 7 and 32 images`, async () => {
      const root = await Deno.makeTempDir();
      try {
        const imageSize = 32, batches = [1, 7, 32], file = join(root, "model.onnx");
        await writeRun(root, { backbone, imageSize });
        const { nodes } = await exportOnnx(root, file);
        const found = JSON.parse(await runPython([checker, file, ...batches.map(String)]));
        assert.equal(found.nodes, nodes);
        assert.deepEqual(found.shapes, {
          image: ["batch", 3, imageSize, imageSize],
          embedding: ["batch", embeddingSize],
        });
        assert.deepEqual(found.output, ["batch", embeddingSize]);
        using verifier = await loadVerifier(root, "wasm");
        for (const [i, batch] of batches.entries()) {
          const expected = await verifier.embed(counted(batch, imageSize));
          const far = furthest((found.embeddings[i] as number[][]).flat(), expected);
          assert.ok(far <= 1e-5, `${batch} images are off by ${far}`);
        }
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    });
  }

  Deno.test("the Python program verifies two images as Futago does", async () => {
    const root = await Deno.makeTempDir();
    try {
      await writeRun(root, { backbone: "tiny", imageSize: 32 });
      await exportOnnx(root, join(root, "faces.onnx"));
      using verifier = await loadVerifier(root, "wasm");
      for (const difference of [0, 40, 250]) {
        const [a, b] = ["A.jpg", "B.jpg"].map((name) => join(root, name)) as [string, string];
        // Pillow and Futago recognize a file by its content.
        await Deno.writeFile(a, bitmap(48, noise(48, "a", 0)));
        await Deno.writeFile(b, bitmap(48, noise(48, "b", difference)));
        const [verdict, similarity] = (await runPython([program], root)).trim().split(" ");
        const expected = await verifyPair(verifier, await readImage(a), await readImage(b));
        assert.equal(verdict, expected.same ? "same" : "different");
        assert.ok(Math.abs(Number(similarity) - expected.similarity) < 1e-5, `${similarity}`);
      }
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  });
}

if (full && pythonHas("timm, torch, safetensors")) {
  Deno.test("timm opens the model file, and embeds as Futago does", async () => {
    const root = await Deno.makeTempDir();
    try {
      const imageSize = 64;
      const names = [
        "tf_efficientnetv2_b0",
        "tf_efficientnet_lite0",
        "mobilenetv2_100",
        "resnet18",
      ];
      for (const backbone of names) await writeRun(join(root, backbone), { backbone, imageSize });
      const files = names.map((name) => join(root, name, "model.safetensors"));
      const lines = (await runPython([opener, ...files])).trim().split("\n");
      for (const [i, name] of names.entries()) {
        using verifier = await loadVerifier(join(root, name), "wasm");
        const expected = await verifier.embed(counted(2, imageSize));
        const found = (JSON.parse(lines[i]!) as number[][]).flat();
        assert.equal(found.length, expected.length);
        const far = furthest(found, expected);
        assert.ok(far <= 1e-4, `${name} is off by ${far}`);
      }
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  });
}

/** The images of the scripts, as Futago takes them. */
function counted(count: number, side: number): Uint8Array[] {
  const plane = side * side;
  return Array.from(
    { length: count },
    (_, image) =>
      Uint8Array.from({ length: plane * 3 }, (_, i) => {
        const channel = i % 3, place = Math.floor(i / 3);
        return (image * 3 + channel) * plane + place;
      }),
  );
}

/** Pixels about a formula's, the more noise the further. */
function noise(side: number, name: string, far: number): Uint8Array {
  const common = draws("common", side * side * 3);
  return Uint8Array.from(draws(name, common.length), (own, i) => {
    return Math.max(0, Math.min(255, 128 + 60 * common[i]! + far * own));
  });
}
