import {
  type CrossValidatedAccuracy,
  crossValidatedAccuracy,
} from "../../evaluation/metrics/cross_validated_accuracy.ts";
import type { Embeddings } from "../../evaluation/similarities/embeddings.ts";
import type { PairScores } from "../../evaluation/scores/pair_scores.ts";
import { type RowPair, scoreListedPairs } from "../../evaluation/scores/score_listed_pairs.ts";

/**
 * The accuracy of a list of pairs by the protocol of Labeled Faces in the Wild: for each fold, at the
 * threshold that suits all others best.
 *
 * @param pairs fold by fold, all of equal length; null for a pair that is left out
 * @returns null if fewer than two folds have a pair, or the others of one lack pairs of a kind
 */
export function crossValidateList(
  embeddings: Embeddings,
  pairs: readonly (RowPair | null)[],
  folds: number,
): CrossValidatedAccuracy | null {
  const length = pairs.length / folds;
  const scores = Array.from({ length: folds }, (_, fold) =>
    scoreListedPairs(
      embeddings,
      pairs.slice(fold * length, (fold + 1) * length).filter((pair) => pair !== null),
    )).filter(({ positives, negatives }) => positives.length + negatives.length > 0);
  const canDo = (fold: PairScores) => {
    const others = scores.filter((other) => other !== fold);
    return others.some(({ positives }) => positives.length > 0) &&
      others.some(({ negatives }) => negatives.length > 0);
  };
  return scores.every(canDo) && scores.length > 1 ? crossValidatedAccuracy(scores) : null;
}
