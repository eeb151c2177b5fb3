import type { Embeddings } from "../similarities/embeddings.ts";
import type { LabeledScores } from "./labeled_scores.ts";
import { type RowPair, scoreListedPairs } from "./score_listed_pairs.ts";

/** Scores the pairs of a list, as `scoreListedPairs` does, and says whose they are. */
export function labelListedPairs(
  embeddings: Embeddings,
  pairs: readonly RowPair[],
): LabeledScores {
  const { labels } = embeddings;
  const same = pairs.filter((pair) => pair.same), different = pairs.filter((pair) => !pair.same);
  return {
    ...scoreListedPairs(embeddings, pairs),
    positiveLabels: Int32Array.from(same, ({ a }) => labels[a]!),
    negativeLabels: [
      Int32Array.from(different, ({ a }) => labels[a]!),
      Int32Array.from(different, ({ b }) => labels[b]!),
    ],
  };
}
