import { cosineSimilarity } from "../similarities/cosine_similarity.ts";
import { supportOfPairs } from "../../dataset/estimate/negative_support.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import type { LabeledScores, PairScores } from "./pair_scores.ts";

/** A pair of rows of embeddings, and whether they are said to show one identity. */
export interface RowPair {
  /** The row of the first image. */
  readonly a: number;
  /** The row of the second image. */
  readonly b: number;
  /** True if they are said to show one identity. */
  readonly same: boolean;
}

/** Scores the pairs of a list, in its order, instead of all pairs: a cosine similarity each. */
export function scoreListedPairs(embeddings: Embeddings, pairs: readonly RowPair[]): PairScores {
  const { values, dimension, labels } = embeddings;
  const score = (wanted: boolean) =>
    Float32Array.from(
      pairs.filter(({ same }) => same === wanted),
      ({ a, b }) => cosineSimilarity(values, values, dimension, a * dimension, b * dimension),
    );
  const different = pairs.filter(({ same }) => !same);
  const { identities } = supportOfPairs(different.flatMap(({ a, b }) => [labels[a]!, labels[b]!]));
  return { positives: score(true), negatives: score(false), identities };
}

/** Scores the pairs of a list, as `scoreListedPairs` does, and gives their identities. */
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
