import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { batchHardMiner } from "../../lib/miners/batch_hard_miner.ts";
import { tripletMarginMiner } from "../../lib/miners/triplet_margin_miner.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";
import { FIXTURES, golden } from "../losses/golden.ts";
import { miners } from "./golden.ts";

const DISTANCES = [["L2", "euclidean"], ["cos", "cosine"]] as const;
const SELECTIONS = [
  ["all", "all"],
  ["hard", "hard"],
  ["semihard", "semi-hard"],
  ["easy", "easy"],
] as const;

for (const [short, distance] of DISTANCES) {
  for (const fixture of FIXTURES) {
    for (const [type, select] of SELECTIONS) {
      const name = `TripletMargin(m=.2,${type},${short})`;
      Deno.test({
        name: `${name} as PyTorch Metric Learning mines it, ${fixture}`,
        fn() {
          const { emb, labels } = golden.fixtures[fixture];
          const rows = { values: Float64Array.from(emb.flat()), dimension: emb[0]!.length };
          const mined = tripletMarginMiner(rows, labels, { margin: 0.2, distance, select });
          assert.deepEqual(mined, miners[name]![fixture][0]);
        },
      });
    }

    const mine = async (negatives: "hardest" | "semi-hard") => {
      const { emb, labels } = golden.fixtures[fixture];
      const [x, y] = [tf.tensor2d(emb), tf.tensor1d(labels, "int32")];
      const mined = batchHardMiner(x, y, { distance, negatives });
      tf.dispose([x, y]);
      const anchors = await take(mined.anchors);
      const positives = await take(mined.positives);
      const others = await take(mined.negatives);
      return anchors.map((anchor, i) => [anchor, positives[i]!, others[i]!])
        .filter((triplet) => Math.min(...triplet) >= 0);
    };

    const hard = `BatchHard(${short})`;
    testOnDevices(
      `${hard} as PyTorch Metric Learning mines it, ${fixture}`,
      [12, 24, 72],
      async () => {
        assert.deepEqual(await mine("hardest"), miners[hard]![fixture][0]);
      },
    );

    const semiHard = `BatchEasyHard(hard,semihard,${short})`;
    testOnDevices(
      `${semiHard} as PyTorch Metric Learning mines it, ${fixture}`,
      [12, 24, 72],
      async () => {
        const [positives, negatives] = miners[semiHard]![fixture];
        const triplets = positives!.map(([a, p], i) => [a, p, negatives![i]![1]]);
        assert.deepEqual(await mine("semi-hard"), triplets);
      },
    );
  }
}
