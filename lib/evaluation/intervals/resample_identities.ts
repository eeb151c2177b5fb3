import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { LabeledScores } from "../scores/pair_scores.ts";
import { argsort } from "../scores/sort_floats.ts";
import { type SortedScores, sortScores } from "../scores/sort_scores.ts";
import { type ResampledUnits, resampledUnits } from "./resampled_units.ts";

/** Samples in a row that may lack pairs of a kind before it gives up. */
const MOST_TRIES = 100;

/** Sets of units sampled from those of scores. */
export interface ResampledIdentities extends Pick<ResampledUnits, "identities"> {
  /** How many units are sampled, without those that join in. */
  readonly units: number;
  /** The scores as they are, each counting its weight. */
  readonly whole: SortedScores;
  /**
   * Samples a set in which there are pairs of both kinds: as many units as there are, with replacement.
   *
   * @returns the scores, each counting its weight as often as its unit was sampled, or as the product for
   *   the two of a negative pair, times n / (n - 1), so that on average all count as many as they are;
   *   valid until the next sample. Null if there is no such set.
   */
  readonly sample: () => SortedScores | null;
}

/**
 * Sorts scores once, to be counted again for each set of identities that is sampled. What is sampled may
 * be groups of identities instead: see `resampledUnits`.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function resampleIdentities(
  scores: LabeledScores,
  random: RandomGenerator,
): ResampledIdentities {
  const sorted = sortScores(scores);
  const { identities, strata, units, ofPositives, ofNegatives } = resampledUnits(scores);
  const positiveOrder = argsort(scores.positives).reverse();
  const negativeOrder = argsort(scores.negatives).reverse();
  const ofOne = inOrder(positiveOrder, ofPositives);
  const a = inOrder(negativeOrder, ofNegatives[0]), b = inOrder(negativeOrder, ofNegatives[1]);
  const positiveWeights = weightsIn(positiveOrder, scores.positiveWeights);
  const negativeWeights = weightsIn(negativeOrder, scores.negativeWeights);
  // A sample holds two different units of a list a little less often than each of them: 1 - 1 / n times on
  // average. Without this, negative pairs would be fewer in all samples than they are.
  const { length: own } = strata[0]!, inFirst = new Set(strata[0]);
  const madeUp = negativeWeights.map((weight, pair) =>
    inFirst.has(a[pair]!) && inFirst.has(b[pair]!) ? own / (own - 1) * weight : weight
  );
  // The last one is no unit, and counts once in every sample.
  const times = new Int32Array(units + 1).fill(1);
  const count = (weights: Float64Array, counted: Required<Counts>) => {
    let sum = 0;
    for (let pair = 0; pair < ofOne.length; pair++) {
      sum += positiveWeights[pair]! * times[ofOne[pair]!]!;
      counted.positiveCounts[pair + 1] = sum;
    }
    const positives = sum;
    sum = 0;
    for (let pair = 0; pair < a.length; pair++) {
      sum += weights[pair]! * times[a[pair]!]! * times[b[pair]!]!;
      counted.negativeCounts[pair + 1] = sum;
    }
    return positives > 0 && sum > 0;
  };
  const emptyCounts = () => ({
    positiveCounts: new Float64Array(ofOne.length + 1),
    negativeCounts: new Float64Array(a.length + 1),
  });
  const whole = emptyCounts(), sampled = emptyCounts();
  count(negativeWeights, whole);
  return {
    identities,
    units: own,
    whole: { ...sorted, ...whole },
    sample() {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        times.fill(0, 0, units);
        for (const stratum of strata) {
          for (let i = 0; i < stratum.length; i++) {
            times[stratum[uniformInt(random, 0, stratum.length - 1)]!]!++;
          }
        }
        if (count(madeUp, sampled)) return { ...sorted, ...sampled };
      }
      return null;
    },
  };
}

type Counts = Pick<SortedScores, "positiveCounts" | "negativeCounts">;

function inOrder(order: Uint32Array, units: Int32Array): Int32Array {
  return Int32Array.from(order, (pair) => units[pair]!);
}

function weightsIn(order: Uint32Array, weights: Float64Array | undefined): Float64Array {
  return Float64Array.from(order, (pair) => weights?.[pair] ?? 1);
}
