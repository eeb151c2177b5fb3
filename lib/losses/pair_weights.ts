import * as tf from "@tensorflow/tfjs";
import { bandedTriplets } from "../../kernels/triplets/banded_triplets.ts";
import { detach } from "../../kernels/runtime/detach.ts";
import type { PairMasks } from "../../kernels/mining/pair_masks.ts";
import { listedTriplets } from "../../kernels/triplets/listed_triplets.ts";
import { pairCounts } from "../../kernels/mining/pair_counts.ts";
import type { Comparison } from "./comparison.ts";

/**
 * How often every pair of a comparison counts: once if nothing was mined; as often as it is listed if
 * pairs were mined; as often as it is part of a triplet if triplets were mined, as in PyTorch Metric
 * Learning. `[n, m]` each, without a gradient.
 */
export function pairWeights(comparison: Comparison): PairMasks {
  const { mined, others, all } = comparison;
  if (!mined) return all;
  if (mined.kind === "pairs") {
    return {
      positives: pairCounts(mined.positives, others),
      negatives: pairCounts(mined.negatives, others),
    };
  }
  const counts = tripletCounts(comparison, mined);
  return { positives: tf.relu(counts), negatives: tf.relu(tf.neg(counts)) };
}

/** @returns `[n, m]`: the number of triplets of a positive, and minus that number for a negative */
function tripletCounts(
  { distances, labels, others, self }: Comparison,
  mined: Exclude<Comparison["mined"], null | { kind: "pairs" }>,
): tf.Tensor2D {
  const options = { margin: 0, term: "count", swap: false } as const;
  const fixed = detach(distances);
  const [counts] = tf.unstack(
    mined.kind === "band"
      ? bandedTriplets(
        { distances: fixed, mined: mined.distances, labels, others },
        { ...options, self, band: mined.band },
      )
      : listedTriplets(
        { distances: fixed, positives: mined.positives, negatives: mined.negatives },
        options,
      ),
  );
  return counts as tf.Tensor2D;
}
