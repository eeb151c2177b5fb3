import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { anyNumber } from "../options/schemas.ts";
import { columnList, minerDistances } from "./miner_distances.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

/**
 * The pairs that violate a margin, as PyTorch Metric Learning's `PairMarginMiner`. Its margins of a
 * similarity s are 1 - s here.
 */
export const pairMarginMiner: MinerDefinition<"pair-margin"> = defineMiner({
  name: "pair-margin",
  options: {
    distance: distanceOption(),
    positiveMargin: option(anyNumber, 0.2, {
      en: "positives farther than this are kept",
      ja: "これより遠い正例を使います",
    }),
    negativeMargin: option(anyNumber, 0.8, {
      en: "negatives nearer than this are kept",
      ja: "これより近い負例を使います",
    }),
  },
  kindOf: () => "pairs",
  mine(embeddings, labels, { distance, positiveMargin, negativeMargin }) {
    const lists = tf.tidy(() => {
      const distances = minerDistances(embeddings, distance);
      const { positives, negatives } = pairMasks(labels, labels, 0);
      const far = tf.cast(tf.greater(distances, positiveMargin), "float32");
      const near = tf.cast(tf.less(distances, negativeMargin), "float32");
      return {
        positives: columnList(tf.mul(positives, far)),
        negatives: columnList(tf.mul(negatives, near)),
      };
    });
    return { kind: "pairs", ...lists };
  },
});
