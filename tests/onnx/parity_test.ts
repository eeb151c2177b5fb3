import { InferenceSession, Tensor } from "onnxruntime-web";
import assert from "node:assert/strict";
import { join } from "node:path";
import { backboneNames } from "../../lib/model/backbones/registry.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { exportOnnx } from "../../lib/onnx/export_onnx.ts";
import { needs } from "../needs.ts";
import { full } from "../slow.ts";
import { embeddingSize, pictures, toChannelsFirst, writeRun } from "./fixtures.ts";

/** Halved five times it is odd twice, so that "same" pads the two ends of an axis differently. */
const imageSize = 40;

for (const backbone of backboneNames()) {
  // One with each kind of padding, activation and block; in the full tests, every one.
  if (!["tiny", "mobilenetv2_100"].includes(backbone) && !full) continue;
  Deno.test({
    name: `ONNX Runtime embeds with ${backbone} as Futago does, whatever the number of images`,
    ...needs({ read: true, write: true }),
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const root = await Deno.makeTempDir();
      try {
        const run = join(root, "run"), file = join(root, "model.onnx");
        await writeRun(run, { backbone, imageSize });
        await exportOnnx(run, file);
        const images = pictures(3, imageSize);
        using verifier = await loadVerifier(run, "wasm");
        const expected = await verifier.embed(images);
        const session = await InferenceSession.create(await Deno.readFile(file));
        for (const count of [3, 1]) {
          const pixels = toChannelsFirst(images.slice(0, count), imageSize);
          const { embedding } = await session.run({
            image: new Tensor("float32", pixels, [count, 3, imageSize, imageSize]),
          });
          assert.deepEqual(embedding!.dims, [count, embeddingSize]);
          const found = embedding!.data as Float32Array;
          const furthest = found.reduce(
            (far, x, i) => Math.max(far, Math.abs(x - expected[i]!)),
            0,
          );
          if (Deno.env.get("SHOW")) {
            let sim = 0;
            for (let i = 0; i < 16; i++) sim += expected[i]! * expected[16 + i]!;
            console.log(backbone, count, furthest, sim);
          }
          assert.ok(furthest <= 1e-5, `${count} images are off by ${furthest}`);
        }
        await session.release();
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}
