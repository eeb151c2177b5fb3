import { bootstrapIntervals } from "../evaluation/intervals/bootstrap_intervals.ts";
import type { Embeddings } from "../evaluation/similarities/embeddings.ts";
import { identityVisitor } from "../evaluation/metrics/metrics_by_identity.ts";
import { hardestPairsVisitor } from "../evaluation/scores/hardest_pairs.ts";
import type { LabeledScores } from "../evaluation/scores/pair_scores.ts";
import { labeledScoresVisitor } from "../evaluation/scores/label_scores.ts";
import { retrievalVisitor } from "../evaluation/metrics/retrieval_metrics.ts";
import { pairScoresVisitor } from "../evaluation/scores/score_pairs.ts";
import { type SortedScores, sortScores } from "../evaluation/scores/sort_scores.ts";
import { forEachSimilarityInParallel } from "../evaluation/similarities/for_each_similarity_in_parallel.ts";
import type { MeasureProgress } from "./measured_pairs.ts";
import type { MeasuredPairs } from "./measured_pairs.ts";
import { measureScores } from "./measure_scores.ts";

/** Of each kind of hardest pairs, so many are kept to choose from. */
export const HARDEST_COUNT = 1_000;

/** How all pairs are measured. */
export interface MeasureAllOptions {
  /** The threshold to decide by. */
  readonly threshold: number;
  /** A 32-bit integer that the samples of the bootstrap depend on. */
  readonly seed: number;
  /** Called as the measurement goes on. */
  readonly onProgress?: (progress: MeasureProgress) => void;
}

/**
 * Measures the pairs of all images: scores once, sorts once.
 *
 * @returns what was measured, the scores that it was measured on, and those with their identities, or a
 *   sample of them
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export async function measureAllPairs(
  embeddings: Embeddings,
  { threshold, seed, onProgress }: MeasureAllOptions,
): Promise<MeasuredPairs & { readonly scores: SortedScores; readonly labeled: LabeledScores }> {
  const pairs = pairScoresVisitor(embeddings);
  const labeled = labeledScoresVisitor(embeddings, { seed });
  const retrieval = retrievalVisitor(embeddings);
  const byIdentity = identityVisitor(embeddings, threshold);
  const hardest = hardestPairsVisitor(embeddings, HARDEST_COUNT);
  await forEachSimilarityInParallel(
    embeddings,
    [pairs, labeled, retrieval, byIdentity, hardest],
    { onProgress: (done, total) => onProgress?.({ stage: "comparing", done, total }) },
  );
  const scores = sortScores(pairs.result()), labeledScores = labeled.result();
  return {
    ...measureScores(scores, threshold),
    intervals: bootstrapIntervals(labeledScores, {
      seed,
      threshold,
      onProgress: (done, total) => onProgress?.({ stage: "resampling", done, total }),
    }),
    retrieval: retrieval.result(),
    byIdentity: byIdentity.result(),
    hardest: hardest.result(),
    scores,
    labeled: labeledScores,
  };
}
