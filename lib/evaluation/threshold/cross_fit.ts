import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { shuffle } from "../../dataset/sampling/shuffle.ts";
import type { LabeledScores } from "../scores/pair_scores.ts";
import { argsort } from "../scores/sort_floats.ts";
import { sortScores } from "../scores/sort_scores.ts";
import type { ThresholdPolicy } from "./calibrate.ts";

/** Identities are left out in so many parts, so that a threshold still comes from most of the others. */
const mostFolds = 10;

/** With fewer, nothing is left to choose by once the two identities of a pair are out. */
export const fewestToCrossFit = 4;

/** How to deal identities into parts. */
export interface CrossFitOptions {
  /** A 32-bit integer. The parts depend on it alone. */
  readonly seed: number;
}

/**
 * Estimates the error rates that a threshold has on other identities, where the same pairs have to
 * choose it and to measure it. Rates at a threshold on the pairs that chose it flatter it.
 *
 * Identities are dealt into ten parts. Each pair is judged by the threshold that the policy chooses
 * without the parts of its two identities, so that neither had a say in it. Such a threshold comes from
 * fewer identities than the one that all choose, so that the estimate is on the careful side.
 *
 * @returns rates from 0 to 1; null if there are fewer than four identities, or some choice or rate has
 *   no pairs
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function crossFitRates(
  scores: LabeledScores,
  policy: ThresholdPolicy,
  { seed }: CrossFitOptions,
): { readonly far: number; readonly frr: number } | null {
  const { positiveLabels, negativeLabels: [a, b] } = scores;
  const identities = [...new Set([...positiveLabels, ...a, ...b])].sort((one, other) =>
    one - other
  );
  if (identities.length < fewestToCrossFit) return null;
  const folds = Math.min(mostFolds, identities.length);
  const dealt = shuffle(identities, randomStream(seed, 2));
  const foldOf = new Map(dealt.map((label, place) => [label, place % folds]));
  const sorted = sortScores(scores);
  const positives = inOrder(scores.positives, scores.positiveWeights, (pair) => {
    const fold = foldOf.get(positiveLabels[pair]!)!;
    return [fold, fold];
  });
  const negatives = inOrder(
    scores.negatives,
    scores.negativeWeights,
    (pair) => [foldOf.get(a[pair]!)!, foldOf.get(b[pair]!)!],
  );
  const far = new Share(), frr = new Share();
  for (let one = 0; one < folds; one++) {
    for (let other = one; other < folds; other++) {
      const positiveCounts = positives.countsWithout(one, other);
      const negativeCounts = negatives.countsWithout(one, other);
      if (positiveCounts.at(-1) === 0 || negativeCounts.at(-1) === 0) return null;
      const threshold = policy({ ...sorted, positiveCounts, negativeCounts });
      negatives.forEachOf(one, other, (score, weight) => far.add(score >= threshold, weight));
      if (one === other) {
        positives.forEachOf(one, one, (score, weight) => frr.add(score < threshold, weight));
      }
    }
  }
  return far.value === null || frr.value === null ? null : { far: far.value, frr: frr.value };
}

/** The part of a weight that counts. */
class Share {
  #part = 0;
  #all = 0;

  add(counts: boolean, weight: number): void {
    if (counts) this.#part += weight;
    this.#all += weight;
  }

  get value(): number | null {
    return this.#all === 0 ? null : this.#part / this.#all;
  }
}

/** Pairs from the highest score down, each with the parts of its two identities. */
function inOrder(
  scores: Float32Array,
  weights: Float64Array | undefined,
  foldsOf: (pair: number) => readonly [number, number],
) {
  const order = argsort(scores).reverse();
  const weight = Float64Array.from(order, (pair) => weights?.[pair] ?? 1);
  const first = Uint8Array.from(order, (pair) => foldsOf(pair)[0]);
  const second = Uint8Array.from(order, (pair) => foldsOf(pair)[1]);
  return {
    /** What the 0, 1, 2 ... highest pairs count for, where those of two parts do not count. */
    countsWithout(one: number, other: number): Float64Array {
      const counts = new Float64Array(order.length + 1);
      let sum = 0;
      for (let i = 0; i < order.length; i++) {
        const [x, y] = [first[i], second[i]];
        if (x !== one && x !== other && y !== one && y !== other) sum += weight[i]!;
        counts[i + 1] = sum;
      }
      return counts;
    },
    /** Visits the pairs of one identity of each part. */
    forEachOf(one: number, other: number, visit: (score: number, weight: number) => void): void {
      for (let i = 0; i < order.length; i++) {
        const [x, y] = [first[i], second[i]];
        if (x === one && y === other || x === other && y === one) {
          visit(scores[order[i]!]!, weight[i]!);
        }
      }
    },
  };
}
