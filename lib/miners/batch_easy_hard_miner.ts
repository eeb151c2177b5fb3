import * as tf from "@tensorflow/tfjs";
import { pairMasks } from "../../kernels/mining/pair_masks.ts";
import { selectColumns } from "../../kernels/mining/select_columns.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { oneOf } from "../options/schemas.ts";
import { minerMessages } from "./messages.ts";
import { columnList, minerDistances } from "./miner_distances.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

const hardness = oneOf("easy", "hard", "semi-hard", "all");

/**
 * For every embedding as anchor an easy, hard or semi-hard positive and such a negative, or all of a
 * side, as PyTorch Metric Learning's `BatchEasyHardMiner` (Xuan et al. 2020). Semi-hard is the hardest
 * strictly beyond the other side's choice. Of equal distances the lowest index wins.
 *
 * It mines triplets, none for an anchor that lacks a side; or pairs, each side by itself, if it takes
 * all of a side.
 */
export const batchEasyHardMiner: MinerDefinition<"batch-easy-hard"> = defineMiner({
  name: "batch-easy-hard",
  options: {
    distance: distanceOption(),
    positive: option(hardness, "easy", {
      en: "which positive of every anchor",
      ja: "各アンカーのどの正例を使うか",
    }),
    negative: option(hardness, "semi-hard", {
      en: "which negative of every anchor",
      ja: "各アンカーのどの負例を使うか",
    }),
  },
  conflict({ positive, negative }) {
    const sides: string[] = [positive, negative];
    const isFit = !sides.includes("semi-hard") || sides.includes("easy") || sides.includes("hard");
    return isFit ? null : minerMessages.semiHardAlone({ positive, negative });
  },
  kindOf: ({ positive, negative }) => kindOf(positive, negative),
  mine(embeddings, labels, { distance, positive, negative }) {
    const lists = tf.tidy(() => {
      // The root keeps the order, but rounds some distances that differ to the same number.
      const order = distance === "euclidean" ? "squared" : distance;
      const distances = minerDistances(embeddings, order);
      const chosen = selectColumns({ distances, labels, others: labels }, {
        positive: positive === "all" ? "easy" : positive,
        negative: negative === "all" ? "easy" : negative,
        self: 0,
      });
      const positives = chosen.positives.expandDims<tf.Tensor2D>(1);
      const negatives = chosen.negatives.expandDims<tf.Tensor2D>(1);
      const all = pairMasks(labels, labels, 0);
      return {
        positives: positive === "all" ? columnList(all.positives) : positives,
        negatives: negative === "all" ? columnList(all.negatives) : negatives,
      };
    });
    return { kind: kindOf(positive, negative), ...lists };
  },
});

function kindOf(...sides: string[]): "pairs" | "triplets" {
  return sides.includes("all") ? "pairs" : "triplets";
}
