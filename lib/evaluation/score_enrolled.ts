import { cosineSimilarity } from "./cosine_similarity.ts";
import type { Embeddings } from "./embeddings.ts";
import type { PairScores } from "./pair_scores.ts";

/**
 * Scores one enrolled identity against all pictures: every unordered pair of its own pictures, and
 * each of its pictures with every picture of every other identity.
 *
 * @param label the identity that is enrolled
 */
export function scoreEnrolled(embeddings: Embeddings, label: number): PairScores {
  const { values, dimension, labels } = embeddings;
  const own: number[] = [], others: number[] = [];
  labels.forEach((found, row) => (found === label ? own : others).push(row));
  const score = (a: number, b: number) =>
    cosineSimilarity(values, values, dimension, a * dimension, b * dimension);
  const positives = new Float32Array(own.length * (own.length - 1) / 2);
  const negatives = new Float32Array(own.length * others.length);
  let positive = 0, negative = 0;
  own.forEach((a, index) => {
    for (let next = index + 1; next < own.length; next++) {
      positives[positive++] = score(a, own[next]!);
    }
    for (const b of others) negatives[negative++] = score(a, b);
  });
  return { positives, negatives };
}
