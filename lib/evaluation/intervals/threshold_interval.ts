import { labelScores } from "../scores/label_scores.ts";
import type { LabeledScores } from "../scores/pair_scores.ts";
import type { SortedScores } from "../scores/sort_scores.ts";
import { rocPointAt } from "../scores/threshold_search.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { thresholdAtFar } from "../threshold/calibrate.ts";
import { bootstrap, type ResampleOptions } from "./bootstrap.ts";
import { type ConfidenceInterval, rateInterval } from "./confidence_interval.ts";
import { effectivePairs } from "./effective_pairs.ts";

/**
 * The 95 % confidence interval of the threshold for a false accept rate. A threshold is a quantile of
 * negative pairs, so its interval reaches from the threshold for the upper end of the rate's interval to
 * that for the lower end.
 *
 * Source: Woodruff, "Confidence intervals for medians and other position measures", Journal of the
 * American Statistical Association 47, 1952.
 *
 * @param source embeddings, of which all pairs are taken, or scores with the identities of their pairs
 * @param options.far the false accept rate, above 0 and below 1
 * @returns ends from -1 to 1: 1 if no pair is so similar that it would tell the upper end. Null if there are
 *   fewer than three identities, or hardly a sample has pairs of both kinds
 * @throws {UserError} if `far` is out of range, there is no positive pair, no negative pair, or a score is
 *   not a number
 */
export function thresholdInterval(
  source: Embeddings | LabeledScores,
  { far, ...options }: ResampleOptions & { readonly far: number },
): ConfidenceInterval | null {
  const scores = "labels" in source ? labelScores(source, options) : source;
  let whole: SortedScores | undefined, threshold = 1;
  const result = bootstrap(scores, options, (sample) => {
    if (!whole) {
      whole = sample;
      threshold = thresholdAtFar(far)(whole);
    }
    return [rocPointAt(sample, threshold).far];
  });
  if (!whole || !result) return null;
  // The rate itself lies a little below what was asked for: there are only so many pairs.
  const [lower, upper] = rateInterval(
    { ...result.spreads[0]!, estimate: far },
    effectivePairs(scores).negatives,
  );
  const lowest = upper < 1 ? thresholdAtFar(upper)(whole) : -1;
  const highest = lower > 0 ? thresholdAtFar(lower)(whole) : 1;
  return [lowest, rocPointAt(whole, highest).far > 0 ? highest : Math.max(1, highest)];
}
