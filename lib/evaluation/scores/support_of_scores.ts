import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import {
  independentPairs,
  type NegativeSupport,
  supportOfImages,
} from "../../dataset/estimate/negative_support.ts";
import type { LabeledScores, PairScores } from "./pair_scores.ts";
import { countOf, type SortedScores } from "./sort_scores.ts";

/** What the negative pairs of scores support. */
export function supportOfScores(
  { negatives, negativeWeights, negativeCounts, identities }:
    & PairScores
    & Partial<LabeledScores & SortedScores>,
): NegativeSupport {
  const pairs = negativeWeights?.reduce((sum, weight) => sum + weight, 0) ??
    countOf(negativeCounts, negatives.length);
  return identities === undefined ? independentPairs(pairs) : { pairs, identities };
}

/**
 * Counts the pairs of all rows.
 *
 * @param labels the identity of each row
 * @param compared rows from this one on join in: see `JoinedEmbeddings`
 */
export function countRowPairs(
  labels: Int32Array,
  compared: number,
): { readonly positivePairs: number; readonly negatives: NegativeSupport } {
  const own = sizesOf(labels.subarray(0, compared));
  return {
    positivePairs: Number(countPairs(own).positivePairs),
    negatives: supportOfImages(own, sizesOf(labels.subarray(compared))),
  };
}

function sizesOf(labels: Int32Array): ReadonlyMap<number, number> {
  const images = new Map<number, number>();
  for (const label of labels) images.set(label, (images.get(label) ?? 0) + 1);
  return sizeHistogram(images.values());
}
