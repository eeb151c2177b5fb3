import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { createLoss, losses } from "../../lib/losses/registry.ts";
import { createMiner, miners } from "../../lib/miners/registry.ts";
import { requireObjective } from "../../lib/training/settings/require_objective.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { differentiate } from "./differentiate.ts";

const batch = randomBatch({ n: 12, d: 4 }, 7);
const SIZES = [5, 12, 24, 48, 144, 288, 576];

for (const { name: loss, mined: kinds } of losses) {
  const fitting = miners.filter(({ kindOf }) => [...kinds, null].includes(kindOf({})));
  testOnAllInFull(`the ${loss} loss learns from every miner it takes`, SIZES, async () => {
    for (const { name: miner } of fitting) {
      // A band that an easy triplet of the loss's lies in.
      const minerOptions = miner === "easy" ? { margin: 0.02 } : {};
      const distance = "cosine";
      requireObjective({ loss, miner, distance, margin: null, lossOptions: {}, minerOptions });
      const parameters = new Parameters(1);
      const context = { parameters, embeddingSize: batch.d, classes: 3 };
      const { apply } = createLoss(loss, { distance }, context);
      const { mine } = createMiner(miner, { distance, ...minerOptions });
      const found = await differentiate(batch, (x, y) => apply(x, y, mine(x, y, 1)));

      // Mined in advance, outside of what is differentiated.
      const x = tf.tensor2d(batch.values, [batch.n, batch.d]);
      const y = tf.tensor1d(batch.labels, "int32");
      const mined = mine(x, y, 1);
      const fixed = await differentiate(batch, (x, y) => apply(x, y, mined));
      assert.ok(found.loss > 0, `${miner}: a loss of ${found.loss}`);
      assert.ok(found.gradient.some((value) => value !== 0), miner);
      assert.equal(found.loss, fixed.loss, miner);
      assertCloseTo(found.gradient, fixed.gradient, 0);

      if (mined?.kind === "band") mined.distances.dispose();
      else if (mined) tf.dispose([mined.positives, mined.negatives]);
      tf.dispose([x, y]);
      parameters.dispose();
    }
  });
}
