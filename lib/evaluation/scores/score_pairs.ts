import {
  comparedRows,
  type Embeddings,
  hasManyPairs,
  type JoinedEmbeddings,
} from "../similarities/embeddings.ts";
import type { PairScores } from "./pair_scores.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";
import { ScoreCounts, stepOf } from "./score_counts.ts";
import { requirePairs, type SortedScores } from "./sort_scores.ts";
import { countRowPairs } from "./support_of_scores.ts";

/**
 * Scores every unordered pair of images once: `n(n-1)/2` cosine similarities, O(n² · dimension) in
 * time. Images that join in are not paired with each other.
 *
 * Up to 50 million pairs, those of 10,000 images, take four bytes each. More are counted by their score,
 * which is rounded to less than 1e-6, see `ScoreCounts`: what comes back has counts, as `SortedScores`
 * has.
 *
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 * @throws {UserError} if there are so many pairs, but none of one identity or of two
 */
export function scorePairs(embeddings: Embeddings | JoinedEmbeddings): PairScores | SortedScores {
  const visitor = pairScoresVisitor(embeddings.labels, comparedRows(embeddings));
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/**
 * Keeps every score, or counts them, for a pass that computes other metrics too.
 *
 * @param compared rows from this one on join in: see `JoinedEmbeddings`
 */
export function pairScoresVisitor(
  labels: Int32Array,
  compared: number = labels.length,
): SimilarityVisitor<PairScores | SortedScores> {
  return hasManyPairs(labels.length, compared)
    ? countedScoresVisitor(labels, compared)
    : keptScoresVisitor(labels, compared);
}

function keptScoresVisitor(labels: Int32Array, compared: number): SimilarityVisitor<PairScores> {
  const counts = countRowPairs(labels, compared);
  const positives = new Float32Array(counts.positivePairs);
  const negatives = new Float32Array(counts.negatives.pairs);
  let positive = 0, negative = 0;
  return {
    visit(row, similarities) {
      const label = labels[row];
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        if (labels[other] === label) positives[positive++] = similarities[k]!;
        else negatives[negative++] = similarities[k]!;
      }
    },
    result: () => ({ positives, negatives, identities: counts.negatives.identities }),
  };
}

/** Counts scores, however few. */
export function countedScoresVisitor(
  labels: Int32Array,
  compared: number = labels.length,
): SimilarityVisitor<SortedScores> {
  const positives = new ScoreCounts(), negatives = new ScoreCounts();
  return {
    visit(row, similarities) {
      const label = labels[row];
      const same = positives.reserve(similarities.length);
      const different = negatives.reserve(similarities.length);
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        const step = stepOf(similarities[k]!);
        if (labels[other] === label) same[step]!++;
        else different[step]!++;
      }
    },
    result() {
      const same = positives.result(), different = negatives.result();
      requirePairs(same.scores.length, "positive");
      requirePairs(different.scores.length, "negative");
      return {
        positives: same.scores,
        positiveCounts: same.counts,
        negatives: different.scores,
        negativeCounts: different.counts,
        identities: countRowPairs(labels, compared).negatives.identities,
        order: "ascending",
      };
    },
  };
}
