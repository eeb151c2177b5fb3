import type { LabeledScores } from "../scores/pair_scores.ts";

/** How many independent pairs the pairs of scores are worth at most. */
export interface EffectivePairs {
  /** Of one identity: what TAR and FRR are measured on. */
  readonly positives: number;
  /** Of two identities: what FAR is measured on. */
  readonly negatives: number;
  /** What metrics of both kinds are measured on. */
  readonly both: number;
}

/**
 * The most independent pairs that pairs can be worth, where hardly any shows an error and so none tells
 * how errors crowd.
 *
 * The pairs of images of the same identities are alike, so that m of them are worth between one and m.
 * This takes the geometric mean, √m: the design effect is at least that. The mean is a rule of thumb; by
 * `deno task bench intervals`, intervals with it cover the truth, and without it they do not.
 *
 * @returns √(identities · pairs) of positive pairs, √(pairs of identities · pairs) of negative pairs, and
 *   the geometric mean of the two
 */
export function effectivePairs(scores: LabeledScores): EffectivePairs {
  const { positiveLabels, negativeLabels: [a, b] } = scores;
  const seen = new Map<number, Set<number>>();
  let pairsOfIdentities = 0;
  a.forEach((one, pair) => {
    const low = Math.min(one, b[pair]!), high = Math.max(one, b[pair]!);
    const others = seen.get(low) ?? new Set<number>();
    if (others.size === 0) seen.set(low, others);
    if (!others.has(high)) pairsOfIdentities++;
    others.add(high);
  });
  const count = (scores: Float32Array, weights: Float64Array | undefined) =>
    weights ? weights.reduce((sum, weight) => sum + weight, 0) : scores.length;
  const positives = Math.sqrt(
    new Set(positiveLabels).size * count(scores.positives, scores.positiveWeights),
  );
  const negatives = Math.sqrt(pairsOfIdentities * count(scores.negatives, scores.negativeWeights));
  return { positives, negatives, both: Math.sqrt(positives * negatives) };
}
