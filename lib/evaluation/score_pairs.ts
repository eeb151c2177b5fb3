import { cosineSimilarity } from "./cosine_similarity.ts";
import type { Embeddings } from "./embeddings.ts";
import type { PairScores } from "./pair_scores.ts";

/** Rows a tile: two tiles of 512-dimensional embeddings stay in the second-level cache. */
const TILE = 64;

/**
 * Scores every unordered pair of pictures once: `n(n-1)/2` cosine similarities, O(n² · dimension) in
 * time, four bytes a pair in memory.
 *
 * @throws {RangeError} when the embeddings' values do not match their labels and dimension
 */
export function scorePairs(embeddings: Embeddings): PairScores {
  const { values, dimension, labels } = embeddings;
  const n = labels.length;
  if (values.length !== n * dimension) {
    throw new RangeError(
      `cannot score pairs: wanted ${n} x ${dimension} values, found ${values.length}`,
    );
  }
  const positives = new Float32Array(countPositivePairs(labels));
  const negatives = new Float32Array(n * (n - 1) / 2 - positives.length);
  let positive = 0, negative = 0;
  for (let rows = 0; rows < n; rows += TILE) {
    for (let columns = rows; columns < n; columns += TILE) {
      for (let i = rows; i < Math.min(rows + TILE, n); i++) {
        for (let j = Math.max(columns, i + 1); j < Math.min(columns + TILE, n); j++) {
          const score = cosineSimilarity(values, values, dimension, i * dimension, j * dimension);
          if (labels[i] === labels[j]) positives[positive++] = score;
          else negatives[negative++] = score;
        }
      }
    }
  }
  return { positives, negatives };
}

function countPositivePairs(labels: Int32Array): number {
  const images = new Map<number, number>();
  let pairs = 0;
  for (const label of labels) {
    const before = images.get(label) ?? 0;
    pairs += before;
    images.set(label, before + 1);
  }
  return pairs;
}
