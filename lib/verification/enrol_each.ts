import type { Catalog } from "../dataset/catalog.ts";
import type { Embeddings } from "../evaluation/embeddings.ts";
import { evaluatePairs } from "../evaluation/evaluate_pairs.ts";
import type { PairScores } from "../evaluation/pair_scores.ts";
import { scoreEnrolled } from "../evaluation/score_enrolled.ts";
import { type RowPair, scoreListedPairs } from "../evaluation/score_listed_pairs.ts";
import type { EnrolledFigures } from "./folder_verification.ts";

/**
 * Enrols each identity in turn against all pictures.
 *
 * @param pairs counts these rows alone, instead of all
 * @returns each identity that has a row, in the catalog's order
 */
export function enrolEach(
  embeddings: Embeddings,
  catalog: Pick<Catalog, "identities">,
  pairs: readonly RowPair[] | undefined,
): EnrolledFigures[] {
  const { labels } = embeddings;
  const images = Map.groupBy(labels, (label) => label);
  return [...images].sort(([a], [b]) => a - b).map(([label, own]) => {
    const scores = pairs
      ? scoreListedPairs(
        embeddings,
        pairs.filter(({ a, b }) => labels[a] === label || labels[b] === label),
      )
      : scoreEnrolled(embeddings, label);
    return {
      identity: catalog.identities[label]!,
      images: own.length,
      figures: hasBothKinds(scores) ? evaluatePairs(scores) : null,
    };
  });
}

function hasBothKinds({ positives, negatives }: PairScores): boolean {
  return positives.length > 0 && negatives.length > 0;
}
