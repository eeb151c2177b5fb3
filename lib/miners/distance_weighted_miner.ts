import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import { sampleNegatives } from "../../kernels/mining/sample_negatives.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { optionMessages } from "../options/messages.ts";
import { option } from "../options/options.ts";
import { numberThat, whole } from "../options/schemas.ts";
import { columnList, minerDistances } from "./miner_distances.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

const aboveZeroTo = (max: number) =>
  numberThat(optionMessages.numberAboveTo({ min: 0, max }), (x) => x > 0 && x <= max);

/**
 * For every positive pair a negative of its anchor, sampled with a probability in inverse proportion to
 * how many points of a unit sphere lie at its Euclidean distance d, which is
 * d^(D-2) (1 - d²/4)^((D-3)/2) in D dimensions: the sampling of Wu et al. 2017 (Sampling Matters in
 * Deep Embedding Learning). An anchor all of whose negatives are too far has no triplet.
 */
export const distanceWeightedMiner: MinerDefinition<"distance-weighted"> = defineMiner({
  name: "distance-weighted",
  options: {
    // All of them order unit rows alike; the distances that are sampled by are Euclidean.
    distance: distanceOption(["cosine", "euclidean", "squared"]),
    cutoff: option(aboveZeroTo(1.9), 0.5, {
      en: "Euclidean distance that nearer negatives count as",
      ja: "これより近い負例は、このユークリッド距離にあるとみなします",
    }),
    farthest: option(aboveZeroTo(2), 1.4, {
      en: "Euclidean distance from which negatives are not sampled",
      ja: "このユークリッド距離以上の負例は選びません",
    }),
    seed: option(whole(0, 2 ** 24 - 1), 0, {
      en: "seed of the sampling",
      ja: "標本抽出のシード",
    }),
  },
  kindOf: () => "triplets",
  mine(embeddings, labels, { cutoff, farthest, seed }, step) {
    const lists = tf.tidy(() => {
      const distances = minerDistances(embeddings, "euclidean");
      const { positives, negatives } = pairMasks(labels, labels, 0);
      const reach = tf.cast(tf.less(distances, farthest), "float32");
      const weights = inverseDensity(
        distances,
        tf.mul(negatives, reach),
        embeddings.shape[1],
        cutoff,
      );
      const sampled = sampleNegatives({ weights, labels, others: labels }, {
        seed,
        sample: step,
        self: 0,
      });
      // Positive j is in place j.
      return { positives: columnList(positives), negatives: sampled };
    });
    return { kind: "triplets", ...lists };
  },
});

/** @returns `[n, n]`, the largest of a row 1, and 0 where `mask` is */
function inverseDensity(
  distances: tf.Tensor2D,
  mask: tf.Tensor2D,
  dimension: number,
  cutoff: number,
): tf.Tensor2D {
  // Points opposite each other have the density 0.
  const d = tf.clipByValue(distances, cutoff, 2 - 1e-4);
  const logWeights = tf.add(
    tf.mul(tf.log(d), 2 - dimension),
    tf.mul(tf.log(tf.sub(1, tf.mul(tf.square(d), 0.25))), (3 - dimension) / 2),
  );
  const kept = tf.sub(logWeights, tf.mul(tf.sub(1, mask), 1e9));
  const largest = tf.max(kept, 1, true);
  return tf.mul(tf.exp(tf.minimum(tf.sub(logWeights, largest), 0)), mask);
}
