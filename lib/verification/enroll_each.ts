import type { Catalog } from "../dataset/catalog/catalog.ts";
import type { Embeddings } from "../evaluation/similarities/embeddings.ts";
import { evaluatePairs } from "../evaluation/metrics/evaluate_pairs.ts";
import { packRows } from "../evaluation/similarities/packed_rows.ts";
import type { PairScores } from "../evaluation/scores/pair_scores.ts";
import { scoreEnrolled } from "../evaluation/scores/score_enrolled.ts";
import { type RowPair, scoreListedPairs } from "../evaluation/scores/score_listed_pairs.ts";
import type { EnrolledMetrics } from "./folder_verification.ts";

/** Which pairs to measure, and how to report progress. */
export interface EnrollOptions {
  /** Measures only these pairs of rows, instead of all. */
  readonly pairs?: readonly RowPair[];
  /** Called after each identity with the number of those done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Enrolls each identity in turn against all images: O(n² · dimension) in time for all of them.
 *
 * @returns each identity that has a row, in the catalog's order
 */
export function enrollEach(
  embeddings: Embeddings,
  catalog: Pick<Catalog, "identities">,
  { pairs, onProgress }: EnrollOptions,
): EnrolledMetrics[] {
  const { labels } = embeddings;
  const images = [...Map.groupBy(labels, (label) => label)].sort(([a], [b]) => a - b);
  const scoresOf = pairs
    ? (label: number) =>
      scoreListedPairs(
        embeddings,
        pairs.filter(({ a, b }) => labels[a] === label || labels[b] === label),
      )
    : scoreAll(embeddings);
  return images.map(([label, own], index) => {
    const scores = scoresOf(label);
    const figures = hasBothKinds(scores) ? evaluatePairs(scores) : null;
    onProgress?.(index + 1, images.length);
    return { identity: catalog.identities[label]!, images: own.length, figures };
  });
}

function scoreAll(embeddings: Embeddings): (label: number) => PairScores {
  const packed = packRows(embeddings);
  return (label) => scoreEnrolled(embeddings, label, packed);
}

function hasBothKinds({ positives, negatives }: PairScores): boolean {
  return positives.length > 0 && negatives.length > 0;
}
