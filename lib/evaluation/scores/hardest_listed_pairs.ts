import type { HardestPairs, ScoredPair } from "./hardest_pairs.ts";
import type { PairScores } from "./pair_scores.ts";
import type { RowPair } from "./score_listed_pairs.ts";

/**
 * Finds the hardest pairs of a list, as `hardestPairs` does of all; of pairs that tie, those listed
 * first.
 *
 * @param scores of the pairs, as `scoreListedPairs` returns them
 * @param count how many of each kind, at most
 */
export function hardestListedPairs(
  pairs: readonly RowPair[],
  scores: PairScores,
  count: number,
): HardestPairs {
  const scored = (kind: readonly RowPair[], similarities: Float32Array): ScoredPair[] =>
    kind.map(({ a, b }, index) => ({
      a: Math.min(a, b),
      b: Math.max(a, b),
      similarity: similarities[index]!,
    }));
  const positives = scored(pairs.filter(({ same }) => same), scores.positives);
  const negatives = scored(pairs.filter(({ same }) => !same), scores.negatives);
  return {
    positives: positives.sort((x, y) => x.similarity - y.similarity).slice(0, count),
    negatives: negatives.sort((x, y) => y.similarity - x.similarity).slice(0, count),
  };
}
