import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { l2Normalize } from "../../../../kernels/distances/l2_normalize.ts";
import { pairwiseDistances } from "../../../../kernels/distances/pairwise_distances.ts";
import * as normalizing from "../../../../kernels/reference/distances/l2_normalize.ts";
import * as measuring from "../../../../kernels/reference/distances/pairwise_distances.ts";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { needs } from "../../../needs.ts";
import { randomBatch } from "../../support/random_batch.ts";
import { take } from "../../support/test_on_devices.ts";

const options = { ...needs({ read: true }), sanitizeOps: false, sanitizeResources: false };

/** Rows that differ by any power of ten, one of which is zero, and one not finite. */
function rowsOf(n: number, d: number, seed: number) {
  const { values } = randomBatch({ n, d }, seed);
  const rows = values.map((value, i) => value * 10 ** (Math.floor(i / d) % 60 - 30));
  rows.fill(0, 0, d);
  rows[n * d - 1] = Infinity;
  return { values: rows, dimension: d };
}

Deno.test({
  ...options,
  name: "distances and rows of unit length on WebAssembly are the reference's to the bit",
  async fn() {
    await openWasm();
    for (const [n, m, d] of [[1, 1, 1], [2, 9, 3], [67, 70, 129]] as const) {
      const [a, b] = [rowsOf(n, d, 1), rowsOf(m, d, 2)];
      const [x, y] = [tf.tensor2d(a.values, [n, d]), tf.tensor2d(b.values, [m, d])];
      const unit = Float32Array.from(normalizing.l2Normalize(a));
      assert.deepEqual(await take(l2Normalize(x)), [...unit]);
      for (const distance of ["cosine", "euclidean", "squared"] as const) {
        const distances = Float32Array.from(measuring.pairwiseDistances(a, b, distance));
        assert.deepEqual(await take(pairwiseDistances(x, y, distance)), [...distances], distance);
      }
      tf.dispose([x, y]);
    }
  },
});
