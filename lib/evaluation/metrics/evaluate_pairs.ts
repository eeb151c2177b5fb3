import type { PairScores } from "../scores/pair_scores.ts";
import { countScores, sortScores } from "../scores/sort_scores.ts";
import { type FarKey, forEachFar } from "./far_keys.ts";
import { type ScalarMetrics, scalarMetrics } from "./pair_metrics.ts";
import { tarAtFar } from "./tar_at_far.ts";

/** How well scores separate positive pairs from negative pairs; rates are 0 to 1. */
export interface PairMetrics extends ScalarMetrics {
  /** Pairs of one identity. */
  readonly positivePairs: number;
  /** Pairs of two identities. */
  readonly negativePairs: number;
  /** TAR by FAR, with the FAR as text; null if there are too few negative pairs for it. */
  readonly tarAtFar: Readonly<Record<FarKey, number | null>>;
}

/**
 * All metrics of scored pairs. The scores are sorted once.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function evaluatePairs(scores: PairScores): PairMetrics {
  const sorted = sortScores(scores);
  return {
    ...countScores(sorted),
    ...scalarMetrics(sorted),
    tarAtFar: forEachFar((far) => tarAtFar(sorted, far)),
  };
}
