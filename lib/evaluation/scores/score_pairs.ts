import {
  comparedRows,
  type Embeddings,
  hasManyPairs,
  type JoinedEmbeddings,
} from "../similarities/embeddings.ts";
import type { PairScores } from "./pair_scores.ts";
import { cosineSimilarity } from "../similarities/cosine_similarity.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { ScoreCounts } from "./score_counts.ts";
import { sortFloats } from "./sort_floats.ts";
import { requirePairs, type SortedScores } from "./sort_scores.ts";
import { countRowPairs } from "./support_of_scores.ts";

/** Of more positive pairs, the scores are counted as those of negative pairs are. */
const MOST_POSITIVES = 2 ** 24;

/**
 * Scores every unordered pair of images once: `n(n-1)/2` cosine similarities, O(n² · dimension) in
 * time. Images that join in are not paired with each other.
 *
 * Up to 50 million pairs, those of 10,000 images, take four bytes each. More are counted in bounded
 * memory: see `countedScoresVisitor`. What comes back is then in order, with counts.
 *
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 * @throws {UserError} if there are more, and none of one identity or of two, or an embedding contains NaN
 *   or infinity
 */
export function scorePairs(embeddings: Embeddings | JoinedEmbeddings): PairScores | SortedScores {
  const visitor = pairScoresVisitor(embeddings);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/** Keeps every score, or counts them, for a pass that computes other metrics too. */
export function pairScoresVisitor(
  embeddings: Embeddings | JoinedEmbeddings,
): SimilarityVisitor<PairScores | SortedScores> {
  return hasManyPairs(embeddings.labels.length, comparedRows(embeddings))
    ? countedScoresVisitor(embeddings)
    : keptScoresVisitor(embeddings);
}

function keptScoresVisitor(
  embeddings: Embeddings | JoinedEmbeddings,
): SimilarityVisitor<PairScores> {
  const { labels } = embeddings;
  const counts = countRowPairs(labels, comparedRows(embeddings));
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

/**
 * Counts scores, however few. Those of negative pairs are rounded as `ScoreCounts` says; up to 16 million
 * positive pairs are scored once more, in double precision, and kept as they are.
 *
 * Metrics and rates are off by less than 1e-6 beside those of all scores as they are, and thresholds by
 * less than 2e-6, most of which comes from products in single precision.
 */
export function countedScoresVisitor(
  embeddings: Embeddings | JoinedEmbeddings,
): SimilarityVisitor<SortedScores> {
  requireFiniteEmbeddings(embeddings);
  const { values, dimension, labels } = embeddings;
  const support = countRowPairs(labels, comparedRows(embeddings));
  const kept = support.positivePairs > MOST_POSITIVES
    ? null
    : new Float32Array(support.positivePairs);
  const positives = new ScoreCounts(), negatives = new ScoreCounts();
  const same = new Float32Array(labels.length), different = same.slice();
  let positive = 0;
  return {
    visit(row, similarities) {
      const label = labels[row], start = row * dimension;
      let samePairs = 0, differentPairs = 0;
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        if (labels[other] !== label) different[differentPairs++] = similarities[k]!;
        else if (!kept) same[samePairs++] = similarities[k]!;
        else {
          kept[positive++] = cosineSimilarity(values, values, dimension, start, other * dimension);
        }
      }
      negatives.add(different, differentPairs);
      positives.add(same, samePairs);
    },
    result() {
      requirePairs(support.positivePairs, "positive");
      requirePairs(support.negatives.pairs, "negative");
      const { scores, counts } = negatives.result(), counted = kept ? null : positives.result();
      return {
        positives: counted?.scores ?? sortFloats(kept!),
        ...counted && { positiveCounts: counted.counts },
        negatives: scores,
        negativeCounts: counts,
        identities: support.negatives.identities,
        order: "ascending",
      };
    },
  };
}
