import type { PairScores } from "./pair_scores.ts";
import type { RowPair } from "./score_listed_pairs.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";

/** A pair of rows of embeddings and how similar they are. */
export interface ScoredPair {
  /** The row of the first image. */
  readonly a: number;
  /** The row of the second image, after `a`. */
  readonly b: number;
  /** Cosine similarity. */
  readonly similarity: number;
}

/** The pairs that a model gets most wrong, where mislabeled images show up. */
export interface HardestPairs {
  /** Pairs of one identity, the least similar first. */
  readonly positives: readonly ScoredPair[];
  /** Pairs of two identities, the most similar first. */
  readonly negatives: readonly ScoredPair[];
}

/**
 * Finds the positive pairs that are least similar and the negative pairs that are most similar; of pairs
 * that tie, those of earlier rows. O(n² · dimension) in time, O(n + `count`) in memory.
 *
 * @param count how many of each kind, at most
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function hardestPairs(embeddings: Embeddings, count: number): HardestPairs {
  const visitor = hardestPairsVisitor(embeddings, count);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/**
 * Finds the hardest pairs of a list, as `hardestPairs` does of all; of pairs that tie, those listed
 * first.
 *
 * @param scores of the pairs, as `scoreListedPairs` returns them
 * @param count how many of each kind, at most
 */
export function hardestListedPairs(
  pairs: readonly RowPair[],
  scores: PairScores,
  count: number,
): HardestPairs {
  const scored = (kind: readonly RowPair[], similarities: Float32Array): ScoredPair[] =>
    kind.map(({ a, b }, index) => ({
      a: Math.min(a, b),
      b: Math.max(a, b),
      similarity: similarities[index]!,
    }));
  const positives = scored(pairs.filter(({ same }) => same), scores.positives);
  const negatives = scored(pairs.filter(({ same }) => !same), scores.negatives);
  return {
    positives: positives.sort((x, y) => x.similarity - y.similarity).slice(0, count),
    negatives: negatives.sort((x, y) => y.similarity - x.similarity).slice(0, count),
  };
}

/** Keeps the hardest pairs in a pass that computes other metrics too. */
export function hardestPairsVisitor(
  embeddings: Embeddings,
  count: number,
): SimilarityVisitor<HardestPairs> {
  requireFiniteEmbeddings(embeddings);
  const { labels } = embeddings;
  const positives = new LowestPairs(count), negatives = new LowestPairs(count);
  return {
    visit(row, similarities) {
      const label = labels[row];
      let lowest = positives.bound, highest = -negatives.bound;
      for (let k = 0, other = row + 1; k < similarities.length; k++, other++) {
        const similarity = similarities[k]!;
        // Of most pairs, no label needs to be read.
        if (similarity >= lowest && similarity <= highest) continue;
        if (labels[other] === label) {
          if (similarity < lowest) {
            positives.add(row, other, similarity);
            lowest = positives.bound;
          }
        } else if (similarity > highest) {
          negatives.add(row, other, -similarity);
          highest = -negatives.bound;
        }
      }
    },
    result: () => ({
      positives: positives.take(),
      negatives: negatives.take().map(({ a, b, similarity }) => ({
        a,
        b,
        similarity: -similarity,
      })),
    }),
  };
}

/** The lowest of many, of which twice as many as wanted are kept between clearances. */
class LowestPairs {
  /** What is not below need not be added. */
  bound: number;
  readonly #count: number;
  #kept: ScoredPair[] = [];

  constructor(count: number) {
    this.#count = count;
    this.bound = count > 0 ? Infinity : -Infinity;
  }

  add(a: number, b: number, similarity: number): void {
    if (this.#kept.push({ a, b, similarity }) === 2 * this.#count) this.take();
  }

  take(): readonly ScoredPair[] {
    // The sort is stable, so that pairs which tie stay in the order of the pass.
    this.#kept = this.#kept.sort((x, y) => x.similarity - y.similarity).slice(0, this.#count);
    if (this.#kept.length === this.#count) {
      this.bound = this.#kept.at(-1)?.similarity ?? -Infinity;
    }
    return this.#kept;
  }
}
