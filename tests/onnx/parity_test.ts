import assert from "node:assert/strict";
import { join } from "node:path";
import { backboneNames } from "../../lib/model/backbones/registry.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { exportOnnx } from "../../lib/onnx/export_onnx.ts";
import { needs } from "../needs.ts";
import { full } from "../slow.ts";
import { embeddingSize, furthest, pictures, toChannelsFirst, writeRun } from "./fixtures.ts";
import { runOnnx } from "./run_onnx.ts";

/** Halved five times it is odd twice, so that "same" pads the two ends of an axis differently. */
const imageSize = 40;

for (const backbone of backboneNames()) {
  // One with each kind of padding, activation and block; in the full tests, every one.
  if (!["tiny", "mobilenetv2_100"].includes(backbone) && !full) continue;
  Deno.test({
    name: `ONNX Runtime embeds with ${backbone} as Futago does, whatever the number of images`,
    ...needs({ read: true, write: true, run: true }),
    async fn() {
      const root = await Deno.makeTempDir();
      try {
        const run = join(root, "run"), file = join(root, "model.onnx");
        await writeRun(run, { backbone, imageSize });
        await exportOnnx(run, file);
        const images = pictures(3, imageSize);
        using verifier = await loadVerifier(run, "wasm");
        const expected = await verifier.embed(images);
        const counts = [3, 1];
        const [found] = await runOnnx([{
          model: await Deno.readFile(file),
          imageSize,
          batches: counts.map((count) => toChannelsFirst(images.slice(0, count), imageSize)),
        }]);
        for (const [i, count] of counts.entries()) {
          assert.equal(found![i]!.length, count * embeddingSize);
          const far = furthest(found![i]!, expected);
          assert.ok(far <= 1e-5, `${count} images are off by ${far}`);
        }
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}
