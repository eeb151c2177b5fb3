import assert from "node:assert/strict";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { bootstrap } from "../../../lib/evaluation/intervals/bootstrap.ts";
import { effectivePairs } from "../../../lib/evaluation/intervals/effective_pairs.ts";
import { rocPointAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { bootstrapIntervals } from "../../../lib/evaluation/intervals/bootstrap_intervals.ts";
import {
  type ConfidenceInterval,
  rateInterval,
} from "../../../lib/evaluation/intervals/confidence_interval.ts";
import type { LabeledScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { thresholdInterval } from "../../../lib/evaluation/intervals/threshold_interval.ts";
import { fullTest, slow } from "../../slow.ts";

const imagesOfEach = 3, random = xoroshiro128plus(5);

/** Box and Muller's. */
function normal(): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)));
  return radius * Math.cos(2 * Math.PI * uniformFloat64(random));
}

/** By how much positive pairs score more, in standard deviations of either kind. */
const shift = 2.5;

/**
 * Scores of identities that differ from each other. Of the variance of positive pairs, half is between
 * identities. Of that of negative pairs, a sixth is between identities, for each of the two, and a third
 * between pairs of identities.
 */
function scoresOfNewIdentities(identities: number): LabeledScores {
  const ease = Array.from({ length: identities }, normal);
  const likeness = Array.from({ length: identities }, normal);
  const pairsOfEach = imagesOfEach * (imagesOfEach - 1) / 2;
  const positiveLabels = Int32Array.from(
    { length: identities * pairsOfEach },
    (_, pair) => pair % identities,
  );
  const a: number[] = [], b: number[] = [], negatives: number[] = [];
  for (let one = 0; one < identities; one++) {
    for (let other = one + 1; other < identities; other++) {
      const both = likeness[one]! + likeness[other]! + Math.SQRT2 * normal();
      for (let pair = 0; pair < imagesOfEach ** 2; pair++) {
        a.push(one);
        b.push(other);
        negatives.push((both + Math.SQRT2 * normal()) / Math.sqrt(6));
      }
    }
  }
  return {
    positives: Float32Array.from(
      positiveLabels,
      (label) => shift + Math.SQRT1_2 * ease[label]! + Math.SQRT1_2 * normal(),
    ),
    positiveLabels,
    negatives: Float32Array.from(negatives),
    negativeLabels: [Int32Array.from(a), Int32Array.from(b)],
  };
}

// Of a standard normal variable, 0.8, 0.9 and 0.999 lie below these. The area under the curve is that of
// the difference of two, EER is where both kinds are as far from the middle.
const [q80, q90, q999] = [0.8416212, 1.2815516, 3.0902323];
const auc = 0.9614500, eer = 0.1056498, tarAtOneInTen = 0.8884732;

/** In what fraction of measurements each interval holds the truth. */
function coverage(identities: number, sets: number): Record<string, number> {
  const covered: Record<string, number> = {};
  const count = (name: string, truth: number, [lower, upper]: ConfidenceInterval) => {
    covered[name] = (covered[name] ?? 0) + (lower <= truth && truth <= upper ? 1 / sets : 0);
  };
  for (let seed = 0; seed < sets; seed++) {
    const scores = scoresOfNewIdentities(identities), options = { seed, replicates: 200 };
    const found = bootstrapIntervals(scores, { ...options, threshold: q80 })!;
    const { spreads: [strict] } = bootstrap(
      scores,
      options,
      (sample) => [rocPointAt(sample, q999).far],
    )!;
    count("AUC", auc, found.auc);
    count("EER", eer, found.eer);
    count("TAR at FAR 0.1", tarAtOneInTen, found.tarAtFar["0.1"]!);
    count("FAR 0.2", 0.2, found.decided!.far);
    count("FRR", 0.0486205, found.decided!.frr);
    count("FAR 0.001", 0.001, rateInterval(strict!, effectivePairs(scores).negatives));
    count("threshold", q90, thresholdInterval(scores, { ...options, far: 0.1 })!);
  }
  return covered;
}

fullTest({
  name: "a 95 % interval holds the truth in 93 of 100 measurements or more, for few identities too",
  fn() {
    for (const identities of slow ? [6, 15, 45] : [6, 15]) {
      for (const [name, fraction] of Object.entries(coverage(identities, 200))) {
        // 200 measurements tell a fraction of 0.95 to 0.015.
        assert.ok(fraction >= 0.92, `${name} of ${identities} identities: ${fraction}`);
      }
    }
  },
});
