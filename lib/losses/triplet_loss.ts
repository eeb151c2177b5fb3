import * as tf from "@tensorflow/tfjs";
import { bandedTriplets } from "../../kernels/triplets/banded_triplets.ts";
import { listedTriplets } from "../../kernels/triplets/listed_triplets.ts";
import type { Comparison, LossTerms } from "./comparison.ts";

/** Options of {@linkcode tripletLoss}. */
export interface TripletOptions {
  /** By how much a negative is to be farther than a positive. */
  readonly margin: number;
  /** Takes min(d(a, n), d(p, n)) for d(a, n) (Balntas et al. 2016); only within a batch. */
  readonly swap: boolean;
  /** softplus in the place of max(0, x). */
  readonly smooth: boolean;
  /** The mean over the triplets with a loss above 0, or over all. */
  readonly mean: "active" | "all";
}

/** Every t of distances. */
const EVERY = { above: -3e38, upTo: 3e38 };

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin), as PyTorch Metric Learning's
 * `TripletMarginLoss`. No list of triplets is made where none was mined.
 *
 * @throws Error where pairs were mined, which are no triplets
 */
export function tripletLoss(
  { distances, labels, others, self, mined }: Comparison,
  { margin, swap, smooth, mean }: TripletOptions,
): LossTerms {
  if (mined?.kind === "pairs") throw new Error("Triplet loss: wanted triplets, found mined pairs");
  const options = { margin, swap, term: smooth ? "softplus" : "hinge" } as const;
  const sums = tf.customGrad((...inputs) => {
    const [distances, save] = inputs as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const planes = mined?.kind === "triplets"
      ? listedTriplets(
        { distances, positives: mined.positives, negatives: mined.negatives },
        options,
      )
      : bandedTriplets(
        { distances, mined: mined?.distances ?? distances, labels, others },
        { ...options, self, band: mined?.band ?? EVERY },
      );
    const [slopes, ...figures] = tf.unstack(planes);
    const [loss, active, valid] = figures.map((figure) => tf.sum(figure));
    const count = tf.maximum(mean === "all" ? valid! : active!, 1);
    save([tf.div(slopes!, count)]);
    return {
      value: tf.stack([tf.div(loss!, count), active!, valid!]),
      gradFunc: (upstream: tf.Tensor, [slopes]: tf.Tensor[]) =>
        tf.mul(slopes!, tf.slice(upstream, 0, 1)),
    };
  })(distances);
  const [loss, active, valid] = tf.unstack(sums) as [tf.Scalar, tf.Scalar, tf.Scalar];
  return { loss, active, valid };
}
