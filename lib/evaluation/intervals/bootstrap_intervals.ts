import { smallestSupportedFar } from "../../dataset/estimate/supported_far.ts";
import { type FarKey, farKeys, forEachFar } from "../metrics/far_keys.ts";
import { type StepPlaces, stepPlaces } from "../metrics/for_each_positive.ts";
import {
  mapPairMetrics,
  type PairMetricKey,
  pairMetricKeys,
  scalarMetrics,
} from "../metrics/pair_metrics.ts";
import { interpolatedTar } from "../metrics/tar_at_far.ts";
import { labelScores } from "../scores/label_scores.ts";
import type { LabeledScores } from "../scores/pair_scores.ts";
import { supportOfScores } from "../scores/support_of_scores.ts";
import { rocPointAt } from "../scores/threshold_search.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { bootstrap, type ResampleOptions } from "./bootstrap.ts";
import { type ConfidenceInterval, rateInterval } from "./confidence_interval.ts";
import { effectivePairs } from "./effective_pairs.ts";

/** 95 % confidence intervals of `PairMetrics` and of the ROC curve. */
export interface Intervals extends Readonly<Record<PairMetricKey, ConfidenceInterval>> {
  /** By FAR as text; null if there are too few negative pairs for it. */
  readonly tarAtFar: Readonly<Record<FarKey, ConfidenceInterval | null>>;
  /** Of both error rates at the threshold that decides; null if there is none. */
  readonly decided: { readonly far: ConfidenceInterval; readonly frr: ConfidenceInterval } | null;
  /** Of TAR along the ROC curve, at rising FARs from the smallest that has support to 1. */
  readonly band: {
    readonly far: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  /** How many samples of identities were taken. */
  readonly replicates: number;
  /** How many identities there are. */
  readonly identities: number;
}

/** How to resample, and the threshold whose error rates get intervals. */
export interface BootstrapOptions extends ResampleOptions {
  /** A threshold that decides. It is the same in all samples. */
  readonly threshold?: number;
}

/**
 * 95 % confidence intervals of all metrics of scored pairs: each metric is a rate, whose standard error
 * comes from `bootstrap` and its interval from `rateInterval`. Of many sets of as many identities, about
 * 95 of 100 give an interval that holds the value of all identities of their kind together, at the same
 * ratio of positive to negative pairs.
 *
 * A study of four sets of images is in `bench/RESULTS.md`: `deno task bench intervals` repeats it.
 *
 * @param source embeddings, of which all pairs are taken, or scores with the identities of their pairs
 * @returns null if there are fewer than three identities, or hardly a sample has pairs of both kinds
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function bootstrapIntervals(
  source: Embeddings | LabeledScores,
  { threshold, ...options }: BootstrapOptions,
): Intervals | null {
  const scores = "labels" in source ? labelScores(source, options) : source;
  const smallest = smallestSupportedFar(supportOfScores(scores));
  const grid = farGrid(smallest);
  let places: StepPlaces[] | undefined;
  const result = bootstrap(scores, options, (sample) => {
    // All samples are the same scores, counted in another way.
    const metrics = scalarMetrics(sample, places ??= [...stepPlaces(sample)]);
    const point = threshold === undefined ? null : rocPointAt(sample, threshold);
    return [
      ...pairMetricKeys.map((key) => metrics[key]),
      ...farKeys.map((far) => interpolatedTar(sample, Number(far))),
      ...Array.from(grid, (far) => far < 1 ? interpolatedTar(sample, far) : 1),
      ...point ? [point.far, point.frr] : [],
    ];
  });
  if (!result) return null;
  // In the order in which they were measured.
  const spreads = result.spreads.values(), most = effectivePairs(scores);
  const next = (pairs: keyof typeof most) => rateInterval(spreads.next().value!, most[pairs]);
  const metrics = mapPairMetrics(() => next("both"));
  const tarAtFar = forEachFar((far) => {
    const interval = next("positives");
    return far < smallest ? null : interval;
  });
  const band = Array.from(grid, (far) => {
    const interval = next("positives");
    return far < 1 ? interval : [1, 1] as const;
  });
  return {
    ...metrics,
    tarAtFar,
    decided: threshold === undefined ? null : { far: next("negatives"), frr: next("positives") },
    band: {
      far: grid,
      // TAR rises with FAR, and so do the ends of its intervals.
      lower: running(band.map(([lower]) => lower), Math.max),
      upper: running(band.map(([, upper]) => upper).reverse(), Math.min).reverse(),
    },
    replicates: result.replicates,
    identities: result.identities,
  };
}

/** The smallest rate and, rising to 1, ten to each power of ten. */
function farGrid(smallest: number): Float64Array {
  const tenths = Array.from(
    { length: Math.ceil(-10 * Math.log10(smallest)) },
    (_, tenth) => 10 ** (-tenth / 10),
  ).filter((far) => far > smallest);
  return Float64Array.of(...smallest < 1 ? [smallest] : [], ...tenths.reverse());
}

function running(
  values: readonly number[],
  choose: (a: number, b: number) => number,
): Float64Array {
  let chosen = values[0]!;
  return Float64Array.from(values, (value) => chosen = choose(chosen, value));
}
