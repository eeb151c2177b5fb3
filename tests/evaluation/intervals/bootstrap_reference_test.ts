import assert from "node:assert/strict";
import { thresholdInterval } from "../../../lib/evaluation/intervals/threshold_interval.ts";
import { bootstrapIntervals } from "../../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { areaUnderCurve } from "../../../lib/evaluation/metrics/area_under_curve.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { chooseThreshold } from "../../../lib/evaluation/threshold/calibrate.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const identities = 20, images = 4, replicates = 3_000, far = 0.05;
const labels = Array.from({ length: identities * images }, (_, row) => row % identities);
const embeddings = unitEmbeddings(labels, 5, 3);
const chosen = chooseThreshold(scorePairs(embeddings), far);

/** Pairs with the identities of their images, straight from the definition of the cosine. */
function scoredPairs() {
  const { values, dimension } = embeddings;
  const positives: { own: number; score: number }[] = [];
  const negatives: { a: number; b: number; score: number }[] = [];
  labels.forEach((a, i) =>
    labels.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset;
      let score = 0;
      for (let k = 0; k < dimension; k++) {
        score += values[i * dimension + k]! * values[j * dimension + k]!;
      }
      score = Math.fround(score);
      if (a === b) positives.push({ own: a, score });
      else negatives.push({ a, b, score });
    })
  );
  return { positives, negatives };
}

/** A generator of its own (Lehmer's), so that nothing is shared with the library. */
function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state * 48_271 % 2_147_483_647;
    return Math.floor(state / 2_147_483_647 * below);
  };
}

/** Measures FAR, FRR and AUC on each sample, pair by pair. */
function plainBootstrap() {
  const { positives, negatives } = scoredPairs();
  const { threshold } = chosen;
  // For AUC: of each positive pair, which negative pairs score lower, as a count by two identities.
  const wins = positives.map(({ score }) => negatives.filter((pair) => pair.score < score));
  const random = lehmer(12_345);
  const measured = { far: [], frr: [], auc: [] } as Record<string, number[]>;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const times = new Array<number>(identities).fill(0);
    for (let i = 0; i < identities; i++) times[random(identities)]!++;
    const weightOf = ({ a, b }: { a: number; b: number }) => times[a]! * times[b]!;
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    const all = sum(negatives.map(weightOf)), same = sum(positives.map(({ own }) => times[own]!));
    measured.far!.push(
      sum(negatives.filter(({ score }) => score >= threshold).map(weightOf)) / all,
    );
    measured.frr!.push(
      sum(positives.filter(({ score }) => score < threshold).map(({ own }) => times[own]!)) / same,
    );
    if (replicate < 500) {
      const won = positives.map(({ own }, pair) =>
        times[own] === 0 ? 0 : times[own]! * sum(wins[pair]!.map(weightOf))
      );
      measured.auc!.push(sum(won) / all / same);
    }
  }
  return measured;
}

/** The standard deviation, made up for samples that scatter less than new identities would. */
function standardError(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) * identities / (identities - 1));
}

/** The 97.5 % quantile of Student's t with 19 degrees of freedom, and the normal one, from tables. */
const student = 2.093024, normal = 1.959964;

/** Clopper and Pearson's interval for a number of trials that is not whole, from the beta densities. */
function plainRateInterval(rate: number, error: number, most: number): [number, number] {
  const trials = Math.min(most, rate * (1 - rate) / error ** 2) * (normal / student) ** 2;
  const quantile = (share: number, a: number, b: number) => {
    const steps = 20_000;
    const density = Array.from({ length: steps }, (_, step) => {
      const x = (step + 0.5) / steps;
      return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x));
    });
    const total = density.reduce((sum, value) => sum + value, 0);
    let sum = 0;
    return density.findIndex((value) => (sum += value) >= share * total) / steps;
  };
  const hits = rate * trials;
  return [
    quantile(0.025, hits, trials - hits + 1),
    quantile(0.975, hits + 1, trials - hits),
  ];
}

Deno.test("intervals are those of a plain bootstrap with another generator", () => {
  const measured = plainBootstrap(), { threshold } = chosen;
  const found = bootstrapIntervals(embeddings, { seed: 7, replicates, threshold })!;
  const thresholds = thresholdInterval(embeddings, { seed: 7, replicates, far })!;
  const scores = scorePairs(embeddings);
  const { far: accepted, frr } = errorRatesAt(scores, threshold), auc = areaUnderCurve(scores);
  // The pairs of images of one identity, and of two, are worth their root at most.
  const most = {
    frr: identities * Math.sqrt(6),
    far: identities * (identities - 1) / 2 * 4,
  };
  // Woodruff's: the scores that the ends of the rate's interval refuse first.
  const descending = scores.negatives.toSorted().reverse();
  const [strict, lax] = plainRateInterval(far, standardError(measured.far!), most.far)
    .map((rate) => descending[Math.floor(rate * descending.length)]!);
  const intervals: [string, readonly [number, number], readonly [number, number]][] = [
    [
      "far",
      found.decided!.far,
      plainRateInterval(accepted, standardError(measured.far!), most.far),
    ],
    ["frr", found.decided!.frr, plainRateInterval(frr, standardError(measured.frr!), most.frr)],
    [
      "auc",
      found.auc,
      plainRateInterval(auc, standardError(measured.auc!), Math.sqrt(most.frr * most.far)),
    ],
    ["threshold", thresholds, [lax!, strict!]],
  ];
  // A standard error is known to about 2 % (3 % for the few samples of AUC). A level of 90 % would bring
  // each end in by 8 % of the width.
  for (const [name, [lower, upper], [low, high]] of intervals) {
    const allowed = 0.045 * (high - low);
    assert.ok(Math.abs(lower - low) < allowed, `${name}: ${lower}, not ${low}`);
    assert.ok(Math.abs(upper - high) < allowed, `${name}: ${upper}, not ${high}`);
  }
});
