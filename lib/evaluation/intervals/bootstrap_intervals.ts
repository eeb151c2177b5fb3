import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { calibrateThreshold } from "../threshold/calibrate_threshold.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { scalarMetrics } from "../metrics/evaluate_pairs.ts";
import { type FarKey, forEachFar } from "../metrics/far_keys.ts";
import { labelScores } from "../scores/label_scores.ts";
import type { LabeledScores } from "../scores/labeled_scores.ts";
import { percentileInterval } from "./percentile_interval.ts";
import { resampleIdentities } from "./resample_identities.ts";
import { rocPointAt } from "../scores/roc_point_at.ts";
import { smallestSupportedFar } from "../../dataset/estimate/rule_of_three.ts";
import { interpolatedTar } from "../metrics/tar_at_far.ts";

/** From the lower to the upper end. */
export type ConfidenceInterval = readonly [lower: number, upper: number];

/** 95 % confidence intervals of `PairFigures` and of the ROC curve. */
export interface Intervals {
  readonly auc: ConfidenceInterval;
  readonly eer: ConfidenceInterval;
  readonly averagePrecision: ConfidenceInterval;
  readonly accuracy: ConfidenceInterval;
  readonly balancedAccuracy: ConfidenceInterval;
  /** By FAR as text; null where the negative pairs cannot support it. */
  readonly tarAtFar: Readonly<Record<FarKey, ConfidenceInterval | null>>;
  /** Of the threshold calibrated for the FAR asked for; null where none was, or it lacks support. */
  readonly threshold: ConfidenceInterval | null;
  /** Of both errors at the threshold that decides; null where none does. */
  readonly decided: { readonly far: ConfidenceInterval; readonly frr: ConfidenceInterval } | null;
  /** Of TAR along the ROC curve, at rising FARs from the least that can be supported to 1. */
  readonly band: {
    readonly far: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  readonly replicates: number;
  readonly identities: number;
}

/** How to resample. */
export interface BootstrapOptions {
  /** A 32-bit integer, that the draws depend on alone. */
  readonly seed: number;
  /** How many sets of identities are drawn: 1,000. */
  readonly replicates?: number;
  /** The false accept rate that a threshold is calibrated for, above 0 and below 1. */
  readonly far?: number;
  /** A threshold that decides, and that no draw changes. */
  readonly threshold?: number;
  /** Called after each draw with the number of those done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * 95 % confidence intervals by the bootstrap over identities (percentile method, Efron): as many
 * identities as there are, drawn with replacement, over and over, and every figure measured on each
 * draw. Pairs share pictures and identities, so to draw pairs instead would make the intervals far too
 * narrow; for the same reason they are worth most where there are tens of identities or more.
 *
 * Where an identity was drawn m times, each of its positive pairs counts m times, and each negative
 * pair with another that was drawn k times counts m·k times. Two copies of one identity make no pair:
 * as a negative pair it would be wrong, and as a positive one would compare pictures with themselves.
 * So that negative pairs are not fewer for that, on average, each counts n / (n - 1) times more, where
 * there are n identities.
 *
 * Of embeddings with more than 250,000 pairs of a kind, so many stand for all, drawn by `seed` as
 * `labelScores` says, which keeps all those that score highest among the negative ones.
 *
 * @param source embeddings, whose pairs are all taken, or scores of which it is known whose they are
 * @returns null where there are fewer than three identities, or hardly a draw has pairs of both kinds
 * @throws {UserError} when there is no positive pair, no negative pair, a score is not a number, or
 *   `far` is out of range
 */
export function bootstrapIntervals(
  source: Embeddings | LabeledScores,
  { seed, replicates = 1_000, far, threshold, onProgress }: BootstrapOptions,
): Intervals | null {
  const scores = "labels" in source ? labelScores(source, { seed }) : source;
  const resampled = resampleIdentities(scores, randomStream(seed, 1));
  if (resampled.identities < 3) return null;
  const negativePairs = scores.negativeWeights?.reduce((sum, weight) => sum + weight, 0) ??
    scores.negatives.length;
  const smallest = smallestSupportedFar(negativePairs);
  const grid = farGrid(smallest);
  const series = new Map<string, Float64Array>();
  const collect = (name: string, replicate: number, value: number) => {
    if (!series.has(name)) series.set(name, new Float64Array(replicates));
    series.get(name)![replicate] = value;
  };
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = resampled.sample();
    if (drawn === null) return null;
    for (const [name, value] of Object.entries(scalarMetrics(drawn))) {
      collect(name, replicate, value);
    }
    forEachFar((rate) => collect(`TAR ${rate}`, replicate, interpolatedTar(drawn, rate)));
    grid.forEach((rate, i) =>
      collect(`band ${i}`, replicate, rate < 1 ? interpolatedTar(drawn, rate) : 1)
    );
    if (threshold !== undefined) {
      const point = rocPointAt(drawn, threshold);
      collect("decided far", replicate, point.far);
      collect("decided frr", replicate, point.frr);
    }
    if (far !== undefined) collect("threshold", replicate, calibrateThreshold(drawn, far));
    onProgress?.(replicate + 1, replicates);
  }
  const interval = (name: string) => percentileInterval(series.get(name)!, 0.95);
  const band = [...grid.keys()].map((i) => interval(`band ${i}`));
  return {
    auc: interval("auc"),
    eer: interval("eer"),
    averagePrecision: interval("averagePrecision"),
    accuracy: interval("accuracy"),
    balancedAccuracy: interval("balancedAccuracy"),
    tarAtFar: forEachFar((rate) => rate < smallest ? null : interval(`TAR ${rate}`)),
    threshold: far === undefined || far < smallest ? null : interval("threshold"),
    decided: threshold === undefined
      ? null
      : { far: interval("decided far"), frr: interval("decided frr") },
    band: {
      far: grid,
      lower: Float64Array.from(band, ([lower]) => lower),
      upper: Float64Array.from(band, ([, upper]) => upper),
    },
    replicates,
    identities: resampled.identities,
  };
}

/** The least rate and, rising to 1, ten to each power of ten. */
function farGrid(smallest: number): Float64Array {
  const tenths = Array.from(
    { length: Math.ceil(-10 * Math.log10(smallest)) },
    (_, tenth) => 10 ** (-tenth / 10),
  ).filter((far) => far > smallest);
  return Float64Array.of(...smallest < 1 ? [smallest] : [], ...tenths.reverse());
}
