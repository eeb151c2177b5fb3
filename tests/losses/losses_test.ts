import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { allTripletsLoss } from "../../lib/losses/all_triplets_loss.ts";
import type { TripletLoss } from "../../lib/losses/triplet_loss_value.ts";
import { tripletMarginMiner } from "../../lib/miners/triplet_margin_miner.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";
import { numericGradient } from "../kernels/support/numeric_gradient.ts";
import { PlainBatch } from "./definitions.ts";
import { differentiate as differentiateBatch } from "./differentiate.ts";

const batch = randomBatch({ n: 13, d: 6 }, 5);
const SIZES = [169, 5, 78];

const differentiate = (loss: (x: tf.Tensor2D, y: tf.Tensor1D) => TripletLoss) =>
  differentiateBatch(batch, loss);

for (const distance of ["cosine", "euclidean"] as const) {
  for (const select of ["all", "semi-hard", "hard"] as const) {
    const name = `all triplets and a list of them agree: ${select}, ${distance}`;
    testOnDevices(name, SIZES, async () => {
      const options = { margin: 0.2, distance, select };
      const all = await differentiate((x, y) => allTripletsLoss(x, y, options));
      const mined = tripletMarginMiner(
        { values: batch.values, dimension: batch.d },
        batch.labels,
        options,
      );
      const listed = (values: Float64Array) => {
        const plain = new PlainBatch(values, batch.labels, distance);
        const losses = mined.map(([a, p, n]) => plain.between(a, p) - plain.between(a, n) + 0.2);
        return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      };
      assert.ok(mined.length > 3);
      assert.equal(all.summary.active, mined.length);
      const loss = listed(Float64Array.from(batch.values));
      assertCloseTo([all.loss, all.summary.loss], [loss, loss]);
      assertCloseTo(all.gradient, numericGradient(listed, batch.values));
    });
  }
}

testOnDevices("the length of an embedding does not matter", SIZES, async () => {
  const options = { margin: 0.2, distance: "cosine" } as const;
  const plain = await differentiate((x, y) => allTripletsLoss(x, y, options));
  const scaled = await differentiate((x, y) => allTripletsLoss(x.mul(10), y, options));
  assertCloseTo([scaled.loss], [plain.loss]);
  assertCloseTo(scaled.gradient, plain.gradient);
});

testOnDevices("a step against the gradient lessens the loss", SIZES, async () => {
  const options = { margin: 0.2, distance: "euclidean" } as const;
  const before = await differentiate((x, y) => allTripletsLoss(x, y, options));
  const x = tf.tensor2d(batch.values.map((v, i) => v - 0.1 * before.gradient[i]!), [13, 6]);
  const y = tf.tensor1d(batch.labels, "int32");
  const { loss, summary } = allTripletsLoss(x, y, options);
  const [after] = await take(loss);
  assert.ok(after! < before.loss, `${after} is not below ${before.loss}`);
  tf.dispose([x, y, summary]);
});
