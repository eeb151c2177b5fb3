import type { LabeledScores } from "../scores/pair_scores.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";

/** Groups of pairs count as units if they are worth at least so many groups of one size. */
const FEWEST_GROUPS = 10;

/** What is resampled. */
export interface ResampledUnits {
  /** How many identities there are, without those that join in: see `JoinedEmbeddings`. */
  readonly identities: number;
  /**
   * The units, which are sampled within each list: identities and those that join in, or groups of
   * pairs that share no identity.
   */
  readonly strata: readonly (readonly number[])[];
  /** How many units there are in all. */
  readonly units: number;
  /** The unit of each positive pair. */
  readonly ofPositives: Int32Array;
  /** The two units of each negative pair. The second is `units` if the first has the whole pair. */
  readonly ofNegatives: readonly [Int32Array, Int32Array];
}

/**
 * Finds what to resample. Pairs of all images link all identities, and the identities are the units. A
 * list may fall into groups that share no identity, such as folds, or single pairs of identities that
 * appear once: then the groups are independent, and they are the units. To resample the identities of
 * such a list would make its intervals up to √3 times too wide, since a pair that is drawn as often as
 * the product of two numbers of mean 1 varies with a variance of 3 instead of 1.
 *
 * Groups of different size are worth (Σ pairs)² / Σ pairs² groups of one size (Kish).
 */
export function resampledUnits(scores: LabeledScores): ResampledUnits {
  const { positiveLabels, negativeLabels: [a, b] } = scores;
  const positives = positiveLabels.length, negatives = a.length;
  const labels = new Int32Array(positives + 2 * negatives);
  labels.set(positiveLabels);
  labels.set(a, positives);
  labels.set(b, positives + negatives);
  const { identities: names, identityOf } = rowsByIdentity(labels);
  const { length: count } = names;
  const joins = names.map((name) => scores.joined?.has(name) ?? false);
  const all = [...names.keys()];
  const strata = [
    all.filter((identity) => !joins[identity]),
    all.filter((identity) => joins[identity]),
  ];
  const { length: identities } = strata[0]!;
  const ofPositives = identityOf.subarray(0, positives);
  const first = identityOf.subarray(positives, positives + negatives);
  const second = identityOf.subarray(positives + negatives);
  const groupOf = linkedGroups(count, first, second);
  const pairs = new Float64Array(count);
  for (const identity of ofPositives) pairs[groupOf[identity]!]!++;
  for (const identity of first) pairs[groupOf[identity]!]!++;
  const squares = pairs.reduce((sum, own) => sum + own ** 2, 0);
  if ((positives + negatives) ** 2 / squares < FEWEST_GROUPS) {
    return { identities, strata, units: count, ofPositives, ofNegatives: [first, second] };
  }
  const group = rowsByIdentity(groupOf), units = group.identities.length;
  const unitOf = (identity: number) => group.identityOf[identity]!;
  return {
    identities,
    strata: [[...group.identities.keys()]],
    units,
    ofPositives: ofPositives.map(unitOf),
    ofNegatives: [first.map(unitOf), new Int32Array(negatives).fill(units)],
  };
}

/** For each identity, one that it is linked with by pairs, the same for all that are linked. */
function linkedGroups(identities: number, first: Int32Array, second: Int32Array): Int32Array {
  const parents = Int32Array.from({ length: identities }, (_, identity) => identity);
  const rootOf = (identity: number) => {
    let root = identity;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  first.forEach((identity, pair) => parents[rootOf(identity)] = rootOf(second[pair]!));
  return parents.map((_, identity) => rootOf(identity));
}
