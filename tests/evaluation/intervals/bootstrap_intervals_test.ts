import assert from "node:assert/strict";
import fc from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { smallestSupportedFar } from "../../../lib/dataset/estimate/supported_far.ts";
import { supportOfScores } from "../../../lib/evaluation/scores/support_of_scores.ts";
import { bootstrapIntervals } from "../../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { thresholdAtFar } from "../../../lib/evaluation/threshold/calibrate.ts";
import { thresholdInterval } from "../../../lib/evaluation/intervals/threshold_interval.ts";
import type { Embeddings } from "../../../lib/evaluation/similarities/embeddings.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import { scalarMetrics } from "../../../lib/evaluation/metrics/pair_metrics.ts";
import { labelListedPairs } from "../../../lib/evaluation/scores/score_listed_pairs.ts";
import { labelScores } from "../../../lib/evaluation/scores/label_scores.ts";
import { resampleIdentities } from "../../../lib/evaluation/intervals/resample_identities.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { interpolatedTar } from "../../../lib/evaluation/metrics/tar_at_far.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { gridEmbeddings } from "../similarities/grid_embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const summaryKeys = ["auc", "eer", "averagePrecision", "accuracy", "balancedAccuracy"] as const;

/** The drawn identities as a data set of its own, each copy of one being somebody of its own. */
function copyIdentities({ values, dimension, labels }: Embeddings, times: readonly number[]) {
  const rows: number[] = [], copies: number[] = [], originals: number[] = [];
  [...new Set(labels)].sort((a, b) => a - b).forEach((label, identity) => {
    for (let copy = 0; copy < times[identity]!; copy++) {
      labels.forEach((found, row) => {
        if (found !== label) return;
        rows.push(row);
        copies.push(identity * 1_000 + copy);
        originals.push(label);
      });
    }
  });
  const pairs = rows.flatMap((a, i) =>
    rows.map((b, j) => ({ a, b, i, j })).slice(i + 1)
      .filter(({ j }) => copies[i] === copies[j] || originals[i] !== originals[j])
      .map(({ a, b, j }) => ({ a, b, same: copies[i] === copies[j] }))
  );
  return labelListedPairs({ values, dimension, labels }, pairs);
}

Deno.test("a draw weighs pairs as a data set of copied identities holds them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: 4, maxLength: 25 }),
      fc.nat(),
      fc.boolean(),
      (labels, seed, ties) => {
        const embeddings = ties ? gridEmbeddings(labels, seed) : unitEmbeddings(labels, 3, seed);
        const scores = labelScores(embeddings, { seed });
        fc.pre(scores.positives.length > 0 && scores.negatives.length > 0);
        const drawn = resampleIdentities(scores, xoroshiro128plus(seed)).sample();
        const random = xoroshiro128plus(seed), identities = new Set(labels).size;
        for (let tries = 0; tries < 100; tries++) {
          const times = new Array<number>(identities).fill(0);
          for (let i = 0; i < identities; i++) times[uniformInt(random, 0, identities - 1)]!++;
          const copied = copyIdentities(embeddings, times);
          if (copied.positives.length === 0 || copied.negatives.length === 0) continue;
          assert.ok(drawn);
          const makeUp = identities / (identities - 1);
          const expected = scalarMetrics({
            ...sortScores(copied),
            negativeCounts: Float64Array.from(
              { length: copied.negatives.length + 1 },
              (_, highest) => highest * makeUp,
            ),
          });
          const found = scalarMetrics(drawn);
          for (const key of summaryKeys) {
            assert.ok(Math.abs(found[key] - expected[key]) < 1e-12, key);
          }
          // Not to be met exactly, where rounding would decide.
          for (const far of [0.501, 0.199, 0.0401]) {
            const tar = interpolatedTar(sortScores(copied), far);
            assert.ok(Math.abs(interpolatedTar(drawn, far) - tar) < 1e-12, `TAR at ${far}`);
            assert.equal(thresholdAtFar(far)(drawn), thresholdAtFar(far)(sortScores(copied)));
          }
          return;
        }
        assert.equal(drawn, null);
      },
    ),
    { seed: 1, numRuns: 80 },
  );
});

const labels = Array.from({ length: 240 }, (_, row) => row % 24);
const embeddings = unitEmbeddings(labels, 6, 1);
const options = { seed: 1, replicates: 200 };

Deno.test("intervals hold the figures, and the band is one", () => {
  const figures = evaluatePairs(scorePairs(embeddings));
  const found = bootstrapIntervals(embeddings, options)!;
  assert.deepEqual([found.replicates, found.identities], [200, 24]);
  for (const key of summaryKeys) {
    const [lower, upper] = found[key];
    assert.ok(lower < figures[key] && figures[key] < upper, key);
    assert.ok(upper - lower < 0.2, key);
  }
  for (const far of ["0.1", "0.01", "0.001"] as const) {
    const [lower, upper] = found.tarAtFar[far]!;
    assert.ok(lower < figures.tarAtFar[far]! && figures.tarAtFar[far]! < upper, far);
  }
  assert.equal(found.tarAtFar["0.0001"], null);
  const threshold = thresholdAtFar(0.01)(sortScores(scorePairs(embeddings)));
  const thresholds = thresholdInterval(embeddings, { ...options, far: 0.01 })!;
  assert.ok(thresholds[0] < threshold && threshold < thresholds[1]);
  assert.equal(found.decided, null);
  const { decided } = bootstrapIntervals(embeddings, { ...options, threshold })!;
  for (const [rate, value] of Object.entries(errorRatesAt(scorePairs(embeddings), threshold))) {
    const [lower, upper] = decided![rate as "far" | "frr"];
    assert.ok(lower < value && value < upper && upper - lower < 0.2, rate);
  }
  const { far, lower, upper } = found.band;
  assert.equal(far[0], smallestSupportedFar(supportOfScores(scorePairs(embeddings))));
  assert.deepEqual([far.at(-1), lower.at(-1), upper.at(-1)], [1, 1, 1]);
  far.forEach((rate, i) => {
    assert.ok(lower[i]! <= upper[i]! && rate > (far[i - 1] ?? 0));
    assert.ok(lower[i]! >= (lower[i - 1] ?? 0) - 1e-12);
  });
});

Deno.test("the seed alone decides, and more identities narrow the interval", () => {
  assert.deepEqual(
    bootstrapIntervals(embeddings, options),
    bootstrapIntervals(embeddings, options),
  );
  const other = bootstrapIntervals(embeddings, { ...options, seed: 2 });
  assert.notDeepEqual(other, bootstrapIntervals(embeddings, options));
  const width = (identities: number) => {
    const many = Array.from({ length: identities * 6 }, (_, row) => row % identities);
    const [lower, upper] = bootstrapIntervals(unitEmbeddings(many, 6, 1), options)!.auc;
    return upper - lower;
  };
  assert.ok(width(80) < 0.7 * width(10));
});

Deno.test("fewer than three identities, or hardly ever two kinds of pairs, give no interval", () => {
  assert.equal(bootstrapIntervals(unitEmbeddings([0, 0, 1, 1], 3, 1), options), null);
  const one = labelScores(unitEmbeddings([0, 0, 1, 2], 3, 1), { seed: 1 });
  const never = { ...one, positiveWeights: Float64Array.of(0) };
  assert.equal(bootstrapIntervals(never, options), null);
  assert.throws(() => bootstrapIntervals(unitEmbeddings([0, 1, 2], 3, 1), options), UserError);
});

Deno.test("where all identities are well apart, no figure passes 1 by a rounding", () => {
  for (let identities = 3; identities <= 40; identities += 3) {
    // All pairs, and a sample of them, of which none counts a whole number of times.
    for (const most of [250_000, 50]) {
      const found = bootstrapIntervals(
        labelScores(apart(identities, 4), { seed: 1, most }),
        options,
      )!;
      for (const key of summaryKeys) {
        const [lower, upper] = found[key];
        assert.ok(lower >= 0 && upper <= 1, `${key} of ${identities}: ${lower} to ${upper}`);
      }
    }
  }
});

Deno.test("listed pairs have intervals too", () => {
  const pairs = labels.flatMap((_, row) =>
    row < 200 ? [{ a: row, b: row + 24, same: true }, { a: row, b: row + 25, same: false }] : []
  ).filter(({ b }) => b < labels.length);
  const scores = labelListedPairs(embeddings, pairs);
  scores.positiveLabels.forEach((label, pair) => assert.equal(label, labels[pairs[2 * pair]!.a]));
  const found = bootstrapIntervals(scores, options)!;
  const { auc } = evaluatePairs(scores);
  assert.ok(found.auc[0] < auc && auc < found.auc[1]);
});

Deno.test("few pairs are kept all, with their identities", () => {
  const all = labelScores(embeddings, { seed: 1 }), scores = scorePairs(embeddings);
  assert.deepEqual(all.positives, scores.positives);
  assert.deepEqual(all.negatives, scores.negatives);
  assert.equal(all.negativeWeights, undefined);
  const [a, b] = all.negativeLabels;
  a.forEach((label, pair) => assert.notEqual(label, b[pair]));
});

Deno.test("of many pairs the highest negatives are kept and the rest is sampled", () => {
  const scores = scorePairs(embeddings), most = 4_000;
  const some = labelScores(embeddings, { seed: 1, most });
  const sum = (weights: Float64Array | undefined) => weights!.reduce((a, b) => a + b, 0);
  assert.ok(Math.abs(sum(some.negativeWeights) - scores.negatives.length) < 1e-6);
  assert.equal(some.positiveWeights, undefined);
  const high = some.negativeWeights!.filter((weight) => weight === 1).length;
  assert.ok(high > 1_500 && high < 2_500);
  const highest = scores.negatives.toSorted().slice(-high);
  assert.deepEqual(some.negatives.slice(0, high).toSorted(), highest);
  // The sample stands for all: figures of both are close.
  const whole = bootstrapIntervals(embeddings, options)!;
  const sampled = bootstrapIntervals(some, options)!;
  for (const key of ["auc", "averagePrecision", "accuracy"] as const) {
    assert.ok(Math.abs(sampled[key][0] - whole[key][0]) < 0.02, key);
    assert.ok(Math.abs(sampled[key][1] - whole[key][1]) < 0.02, key);
  }
  const tail = sampled.tarAtFar["0.001"]!, wholeTail = whole.tarAtFar["0.001"]!;
  assert.ok(Math.abs(tail[0] - wholeTail[0]) < 0.01 && Math.abs(tail[1] - wholeTail[1]) < 0.01);
});

Deno.test("drawn positive pairs are pairs of one identity, each as likely", () => {
  const few = unitEmbeddings([0, 0, 0, 1, 1, 2], 3, 1);
  const { positives, positiveLabels, positiveWeights } = labelScores(few, { seed: 3, most: 3 });
  assert.deepEqual([...positiveWeights!], [4 / 3, 4 / 3, 4 / 3]);
  const all = scorePairs(few).positives;
  positives.forEach((score) => assert.ok(all.includes(score)));
  assert.equal(positiveLabels.length, 3);
  const { positives: many } = labelScores(
    unitEmbeddings(new Array(100).fill(0).map((_, i) => i % 2), 3, 1),
    { seed: 1, most: 2_000 },
  );
  assert.ok(new Set(many).size > 1_000);
});

/** Identities that are well apart: all images of one are the same. */
function apart(identities: number, images: number): Embeddings {
  const labels = Int32Array.from({ length: identities * images }, (_, row) => row % identities);
  const values = new Float32Array(labels.length * identities);
  labels.forEach((label, row) => values[row * identities + label] = 1);
  return { values, dimension: identities, labels };
}

Deno.test("where no error was seen, intervals tell what the identities support", () => {
  const ends = [3, 6, 15, 45].map((identities) => {
    const { decided, auc, eer } = bootstrapIntervals(apart(identities, 4), {
      ...options,
      threshold: 0.5,
    })!;
    assert.deepEqual([decided!.far[0], decided!.frr[0], eer[0]], [0, 0, 0]);
    assert.equal(auc[1], 1);
    return [decided!.far[1], decided!.frr[1], eer[1], 1 - auc[0]];
  });
  ends.forEach((here, size) =>
    here.forEach((end, metric) => {
      assert.ok(end > 0, `${size}, ${metric}`);
      // The more identities, the less is open.
      if (size > 0) assert.ok(end < ends[size - 1]![metric]!, `${size}, ${metric}`);
    })
  );
  // Ten people give more than 0.00 to 0.00 %, and less than anything.
  const { decided } = bootstrapIntervals(apart(10, 4), { ...options, threshold: 0.5 })!;
  assert.ok(decided!.far[1] > 0.01 && decided!.far[1] < 0.05, `${decided!.far[1]}`);
});

Deno.test("rates depend on the order of the scores alone, and not on the names of identities", () => {
  const scores = labelScores(embeddings, { seed: 1 });
  const found = bootstrapIntervals(scores, options)!;
  const cubed = (values: Float32Array) => values.map((score) => score ** 3);
  assert.deepEqual(
    bootstrapIntervals(
      { ...scores, positives: cubed(scores.positives), negatives: cubed(scores.negatives) },
      options,
    ),
    found,
  );
  const renamed = (labels: Int32Array) => labels.map((label) => 7 * label - 50);
  const [a, b] = scores.negativeLabels;
  assert.deepEqual(
    bootstrapIntervals(
      {
        ...scores,
        positiveLabels: renamed(scores.positiveLabels),
        negativeLabels: [renamed(b), renamed(a)],
      },
      options,
    ),
    found,
  );
});

Deno.test("better scores move both ends of an interval", () => {
  const scores = labelScores(embeddings, { seed: 1 });
  const at = (shift: number) =>
    bootstrapIntervals(
      { ...scores, positives: scores.positives.map((score) => score + shift) },
      { ...options, threshold: 0.8 },
    )!;
  const worse = at(0), better = at(0.2);
  for (const key of ["auc", "averagePrecision", "balancedAccuracy"] as const) {
    assert.ok(better[key][0] > worse[key][0] && better[key][1] > worse[key][1], key);
  }
  assert.ok(better.decided!.frr[0] < worse.decided!.frr[0]);
  assert.ok(better.decided!.frr[1] < worse.decided!.frr[1]);
  assert.deepEqual(better.decided!.far, worse.decided!.far);
});
