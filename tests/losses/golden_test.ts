import * as tf from "@tensorflow/tfjs";
import { allTripletsLoss } from "../../lib/losses/all_triplets_loss.ts";
import { tripletMarginLoss } from "../../lib/losses/triplet_margin_loss.ts";
import { batchHardMiner } from "../../lib/miners/batch_hard_miner.ts";
import { assertCloseTo } from "../kernels/close_to.ts";
import { testOnDevices } from "../kernels/devices.ts";
import { FIXTURES, GOLDEN, golden } from "./golden.ts";

type Loss = (embeddings: tf.Tensor2D, labels: tf.Tensor1D) => tf.Scalar;

/** What PyTorch Metric Learning calls each, and how it is said here. */
const LOSSES: Record<string, Loss> = {
  "TripletMargin()": (embeddings, labels) =>
    allTripletsLoss(embeddings, labels, { margin: 0.05, distance: "euclidean" }).loss,
  "TripletMargin(author: cos m=.1)": (embeddings, labels) =>
    allTripletsLoss(embeddings, labels, { margin: 0.1, distance: "cosine" }).loss,
  "BatchHard(cos)+TripletMargin(cos .1)": (embeddings, labels) => {
    const distance = "cosine";
    const triplets = batchHardMiner(embeddings, labels, { distance });
    return tripletMarginLoss(embeddings, triplets, { margin: 0.1, distance }).loss;
  },
};

for (const [name, loss] of Object.entries(LOSSES)) {
  for (const fixture of FIXTURES) {
    const title = `${name} as PyTorch Metric Learning computes it, ${fixture}`;
    testOnDevices(title, [144, 5, 72], async () => {
      const { fixtures, losses } = await golden();
      const embeddings = tf.tensor2d(fixtures[fixture].emb);
      const labels = tf.tensor1d(fixtures[fixture].labels, "int32");
      const { value, grad } = tf.valueAndGrad((x) => loss(x as tf.Tensor2D, labels))(embeddings);
      const expected = losses[name]![fixture];
      assertCloseTo(await value.data(), [expected.loss]);
      assertCloseTo(await grad.data(), expected.grad.flat());
      tf.dispose([embeddings, labels, value, grad]);
    }, GOLDEN);
  }
}
