import assert from "node:assert/strict";
import { bootstrap } from "../../../lib/evaluation/intervals/bootstrap.ts";
import { effectivePairs } from "../../../lib/evaluation/intervals/effective_pairs.ts";
import { resampledUnits } from "../../../lib/evaluation/intervals/resampled_units.ts";
import type { LabeledScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { rocPointAt } from "../../../lib/evaluation/scores/threshold_search.ts";

/** Scores of pairs of identities, from 0 to 1 in a fixed order that looks random. */
function listed(
  positives: readonly number[],
  negatives: readonly [number, number][],
): LabeledScores {
  const scores = (count: number) =>
    Float32Array.from({ length: count }, (_, pair) => (pair * 0.6180339887) % 1);
  return {
    positives: scores(positives.length),
    positiveLabels: Int32Array.from(positives),
    negatives: scores(negatives.length),
    negativeLabels: [
      Int32Array.from(negatives, ([a]) => a),
      Int32Array.from(negatives, ([, b]) => b),
    ],
  };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** All pairs of `size` identities from `start` on, and one positive pair of each. */
function complete(start: number, size: number): [number[], [number, number][]] {
  const identities = range(size).map((index) => start + index);
  return [
    identities,
    identities.flatMap((a) => identities.filter((b) => a < b).map((b): [number, number] => [a, b])),
  ];
}

Deno.test("of a list with identities that appear once, pairs are resampled as they are", () => {
  const pairs = 400;
  const scores = listed(
    range(pairs),
    range(pairs).map((pair) => [pairs + 2 * pair, pairs + 2 * pair + 1]),
  );
  const { units, identities } = resampledUnits(scores);
  assert.deepEqual([units, identities], [2 * pairs, 3 * pairs]);
  const { spreads: [far, frr] } = bootstrap(scores, { seed: 1 }, (sample) => {
    const point = rocPointAt(sample, 0.8);
    return [point.far, point.frr];
  })!;
  for (const { estimate, standardError } of [far!, frr!]) {
    const binomial = Math.sqrt(estimate * (1 - estimate) / pairs);
    assert.ok(Math.abs(standardError / binomial - 1) < 0.08, `${standardError}, not ${binomial}`);
  }
  const { positives, negatives } = effectivePairs(scores);
  assert.ok(Math.abs(positives - pairs) < 1e-9 && Math.abs(negatives - pairs) < 1e-9);
});

Deno.test("folds that share no identity are resampled whole", () => {
  const folds = range(10).map((fold) => complete(100 * fold, 8));
  const scores = listed(folds.flatMap(([own]) => own), folds.flatMap(([, pairs]) => pairs));
  const { units, ofPositives, ofNegatives: [first, second] } = resampledUnits(scores);
  assert.equal(units, 10);
  scores.positiveLabels.forEach((label, pair) =>
    assert.equal(ofPositives[pair], ofPositives[8 * Math.floor(label / 100)])
  );
  assert.equal(first[0], ofPositives[0]);
  assert.ok(second.every((unit) => unit === units));
});

Deno.test("where pairs link the identities, identities are resampled", () => {
  for (
    const scores of [
      listed(...complete(0, 30)),
      listed(range(30), range(29).map((a) => [a, a + 1])),
    ]
  ) {
    const { units, ofNegatives: [first, second] } = resampledUnits(scores);
    assert.equal(units, 30);
    assert.deepEqual([first, second], [...scores.negativeLabels]);
  }
  // Fewer than ten folds tell too little, as do many of which one has nearly all pairs.
  const few = range(9).map((fold) => complete(100 * fold, 8));
  const [own, pairs] = complete(0, 40), lone = range(50).map((index) => 1_000 + index);
  for (
    const [scores, identities] of [
      [listed(few.flatMap(([own]) => own), few.flatMap(([, pairs]) => pairs)), 72],
      [listed([...own, ...lone], pairs), 90],
    ] as const
  ) assert.equal(resampledUnits(scores).units, identities);
});

Deno.test("pairs of the same identities are worth their root at most", () => {
  const [own, pairs] = complete(0, 5);
  const five = range(5);
  const scores = listed(
    own.flatMap((label) => five.map(() => label)),
    // Some the other way round.
    pairs.flatMap(([a, b]) => five.map((copy): [number, number] => copy % 2 ? [a, b] : [b, a])),
  );
  const { positives, negatives, both } = effectivePairs(scores);
  assert.ok(Math.abs(positives - Math.sqrt(5 * 25)) < 1e-9);
  assert.ok(Math.abs(negatives - Math.sqrt(10 * 50)) < 1e-9);
  assert.ok(Math.abs(both ** 2 - positives * negatives) < 1e-9);
  // A pair that stands for many counts as many.
  const weights = new Float64Array(50).fill(4);
  assert.ok(
    Math.abs(effectivePairs({ ...scores, negativeWeights: weights }).negatives - 2 * negatives) <
      1e-9,
  );
});
