import { scorePairs } from "../../lib/evaluation/scores/score_pairs.ts";
import { sortScores } from "../../lib/evaluation/scores/sort_scores.ts";
import type { Embeddings } from "../../lib/evaluation/similarities/embeddings.ts";
import { forEachSimilarityInParallel } from "../../lib/evaluation/similarities/for_each_similarity_in_parallel.ts";

/** Thresholds of a table: their true rates are 3 % apart. */
const POINTS = 400;

/** For negative pairs, how many are accepted at each threshold of a table, and how many there are. */
export interface Accepted {
  readonly counts: Float64Array;
  readonly pairs: number;
}

/** How many pairs of any two identities are accepted, at thresholds of true rates from 0.5 down. */
export class AcceptTable {
  readonly #counts: Uint16Array;
  readonly #images: Float64Array;
  readonly #identities: number;
  readonly #thresholds: Float32Array;

  private constructor(thresholds: Float32Array, images: Float64Array) {
    this.#thresholds = thresholds;
    this.#images = images;
    this.#identities = images.length;
    this.#counts = new Uint16Array(images.length ** 2 * thresholds.length);
  }

  /**
   * Counts the pairs of embeddings.
   *
   * @param embeddings with labels from 0 on
   * @param judged the identities whose pairs say what the true rate of a threshold is
   */
  static async of(embeddings: Embeddings, judged: ReadonlySet<number>): Promise<AcceptTable> {
    const { values, dimension, labels } = embeddings;
    const rows = [...labels.keys()].filter((row) => judged.has(labels[row]!));
    const own = {
      values: Float32Array.from(
        rows.flatMap((row) => [...values.subarray(row * dimension, (row + 1) * dimension)]),
      ),
      dimension,
      labels: Int32Array.from(rows, (row) => labels[row]!),
    };
    const { negatives } = sortScores(scorePairs(own)), n = negatives.length;
    const thresholds = new Set(Array.from({ length: POINTS }, (_, point) => {
      const far = 0.5 * (6 / n) ** (point / (POINTS - 1));
      return negatives[n - Math.max(1, Math.round(far * n))]!;
    }));
    const images = new Float64Array(Math.max(...labels) + 1);
    for (const label of labels) images[label]!++;
    const table = new AcceptTable(Float32Array.from(thresholds), images);
    await forEachSimilarityInParallel(embeddings, [{
      visit: (row, similarities) =>
        similarities.forEach((similarity, k) =>
          table.#add(labels[row]!, labels[row + 1 + k]!, similarity)
        ),
      result: () => table,
    }]);
    table.#cumulate();
    return table;
  }

  get points(): number {
    return this.#thresholds.length;
  }

  /**
   * Sums the pairs of some identities with each other, or with others.
   *
   * @param alike true to let each two identities count the same, whatever number of images they have
   */
  accepted(own: readonly number[], others?: readonly number[], alike = false): Accepted {
    const counts = new Float64Array(this.points);
    let pairs = 0;
    own.forEach((a, index) => {
      for (const b of others ?? own.slice(index + 1)) {
        const here = this.#images[a]! * this.#images[b]!, weight = alike ? 1 / here : 1;
        const start = (a * this.#identities + b) * this.points;
        for (let point = 0; point < this.points; point++) {
          counts[point]! += weight * this.#counts[start + point]!;
        }
        pairs += weight * here;
      }
    });
    return { counts, pairs };
  }

  #add(a: number, b: number, similarity: number): void {
    let low = 0, high = this.points;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#thresholds[middle]! <= similarity) low = middle + 1;
      else high = middle;
    }
    // It is accepted at the thresholds before `low`, which are counted from the last one on.
    if (low === 0 || a === b) return;
    this.#counts[(a * this.#identities + b) * this.points + low - 1]!++;
    this.#counts[(b * this.#identities + a) * this.points + low - 1]!++;
  }

  #cumulate(): void {
    for (let start = 0; start < this.#counts.length; start += this.points) {
      for (let point = start + this.points - 2; point >= start; point--) {
        this.#counts[point]! += this.#counts[point + 1]!;
      }
    }
  }
}
