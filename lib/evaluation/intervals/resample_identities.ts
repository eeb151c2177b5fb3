import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { LabeledScores } from "../scores/pair_scores.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";
import { argsort } from "../scores/sort_floats.ts";
import { type SortedScores, sortScores } from "../scores/sort_scores.ts";

/** Samples in a row that may lack pairs of a kind before it gives up. */
const MOST_TRIES = 100;

/** Sets of identities sampled from those of scores. */
export interface ResampledIdentities {
  /**
   * How many there are, and how many are sampled with replacement. Those that join in are sampled on
   * their own, and do not count.
   */
  readonly identities: number;
  /**
   * Samples a set in which there are pairs of both kinds.
   *
   * @returns the scores, each counting its weight as often as its identity was sampled, or as the
   *   product for the two of a negative pair, times n / (n - 1), so that on average all count as many
   *   as they are; valid until the next sample. Null if there is no such set.
   */
  readonly sample: () => SortedScores | null;
}

/**
 * Sorts scores once, to be counted again for each set of identities that is sampled.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function resampleIdentities(
  scores: LabeledScores,
  random: RandomGenerator,
): ResampledIdentities {
  const sorted = sortScores(scores);
  const positives = scores.positives.length, negatives = scores.negatives.length;
  const labels = new Int32Array(positives + 2 * negatives);
  labels.set(scores.positiveLabels);
  labels.set(scores.negativeLabels[0], positives);
  labels.set(scores.negativeLabels[1], positives + negatives);
  const { identities, identityOf } = rowsByIdentity(labels);
  const positiveOrder = argsort(scores.positives).reverse();
  const negativeOrder = argsort(scores.negatives).reverse();
  const own = positiveOrder.map((pair) => identityOf[pair]!);
  const a = negativeOrder.map((pair) => identityOf[positives + pair]!);
  const b = negativeOrder.map((pair) => identityOf[positives + negatives + pair]!);
  const positiveWeights = weightsIn(positiveOrder, scores.positiveWeights);
  const joins = identities.map((label) => scores.joined?.has(label) ?? false);
  const indices = [...identities.keys()];
  const groups = [
    indices.filter((index) => !joins[index]),
    indices.filter((index) => joins[index]),
  ];
  // A sample holds two different identities of a group a little less often than each of them: 1 - 1 / n
  // times on average. Without this, negative pairs would be fewer in all samples than they are.
  const makeUp = groups[0]!.length / (groups[0]!.length - 1);
  const negativeWeights = weightsIn(negativeOrder, scores.negativeWeights)
    .map((weight, pair) => joins[a[pair]!] || joins[b[pair]!] ? weight / makeUp : weight);
  const times = new Int32Array(identities.length);
  const positiveCounts = new Float64Array(positives + 1);
  const negativeCounts = new Float64Array(negatives + 1);
  const count = () => {
    let sum = 0;
    for (let pair = 0; pair < positives; pair++) {
      sum += positiveWeights[pair]! * times[own[pair]!]!;
      positiveCounts[pair + 1] = sum;
    }
    sum = 0;
    for (let pair = 0; pair < negatives; pair++) {
      sum += negativeWeights[pair]! * times[a[pair]!]! * times[b[pair]!]!;
      negativeCounts[pair + 1] = makeUp * sum;
    }
    return positiveCounts[positives]! > 0 && sum > 0;
  };
  return {
    identities: groups[0]!.length,
    sample() {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        times.fill(0);
        for (const group of groups) {
          for (let i = 0; i < group.length; i++) {
            times[group[uniformInt(random, 0, group.length - 1)]!]!++;
          }
        }
        if (!count()) continue;
        return { ...sorted, positiveCounts, negativeCounts };
      }
      return null;
    },
  };
}

function weightsIn(order: Uint32Array, weights: Float64Array | undefined): Float64Array {
  return Float64Array.from(order, (pair) => weights?.[pair] ?? 1);
}
