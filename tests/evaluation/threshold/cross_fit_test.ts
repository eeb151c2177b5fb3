import assert from "node:assert/strict";
import { labelScores } from "../../../lib/evaluation/scores/label_scores.ts";
import type { LabeledScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { thresholdAtFar } from "../../../lib/evaluation/threshold/calibrate.ts";
import { crossFitRates } from "../../../lib/evaluation/threshold/cross_fit.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const policy = thresholdAtFar(0.1);

/** Scores of five images each of so many identities. */
function scoresOf(identities: number, seed = 1): LabeledScores {
  const labels = Array.from({ length: 5 * identities }, (_, row) => Math.floor(row / 5));
  return labelScores(unitEmbeddings(labels, 4, seed), { seed: 0 });
}

/** The pairs of which no identity is one of these. */
function without(scores: LabeledScores, ...out: number[]): LabeledScores {
  const { positiveLabels, negativeLabels: [a, b] } = scores;
  const kept = (label: number) => !out.includes(label);
  const keepPositive = (_: number, pair: number) => kept(positiveLabels[pair]!);
  const keepNegative = (_: number, pair: number) => kept(a[pair]!) && kept(b[pair]!);
  return {
    positives: scores.positives.filter(keepPositive),
    positiveLabels: positiveLabels.filter(keepPositive),
    negatives: scores.negatives.filter(keepNegative),
    negativeLabels: [a.filter(keepNegative), b.filter(keepNegative)],
  };
}

Deno.test("with few identities, each pair is judged without its own two identities", () => {
  const scores = scoresOf(7), { positiveLabels, negativeLabels: [a, b] } = scores;
  const thresholdFor = (...labels: number[]) => policy(sortScores(without(scores, ...labels)));
  const accepted =
    scores.negatives.filter((score, pair) => score >= thresholdFor(a[pair]!, b[pair]!)).length;
  const rejected =
    scores.positives.filter((score, pair) => score < thresholdFor(positiveLabels[pair]!)).length;
  assert.deepEqual(crossFitRates(scores, policy, { seed: 0 }), {
    far: accepted / scores.negatives.length,
    frr: rejected / scores.positives.length,
  });
});

Deno.test("weights count as so many pairs", () => {
  const scores = scoresOf(6);
  const twice = <Scores extends Float32Array | Int32Array>(values: Scores): Scores =>
    new (values.constructor as new (from: number[]) => Scores)([...values, ...values]);
  const weighted = crossFitRates(
    {
      ...scores,
      positiveWeights: new Float64Array(scores.positives.length).fill(2),
      negativeWeights: new Float64Array(scores.negatives.length).fill(2),
    },
    policy,
    { seed: 0 },
  );
  const [a, b] = scores.negativeLabels;
  const doubled = crossFitRates(
    {
      positives: twice(scores.positives),
      positiveLabels: twice(scores.positiveLabels),
      negatives: twice(scores.negatives),
      negativeLabels: [twice(a), twice(b)],
    },
    policy,
    { seed: 0 },
  );
  assert.deepEqual(weighted, doubled);
});

Deno.test("where the measured rate flatters, the cross-fitted one is careful", () => {
  let flattered = 0, fitted = 0, actual = 0;
  for (let draw = 0; draw < 40; draw++) {
    const scores = scoresOf(8, draw);
    flattered += errorRatesAt(scores, policy(sortScores(scores))).far;
    fitted += crossFitRates(scores, policy, { seed: draw })!.far;
    actual += errorRatesAt(scoresOf(60, 1_000 + draw), policy(sortScores(scores))).far;
  }
  assert.ok(flattered < actual && actual < fitted, `${flattered}, ${actual}, ${fitted}`);
});

Deno.test("fewer than four identities tell nothing of others", () => {
  assert.equal(crossFitRates(scoresOf(3), policy, { seed: 0 }), null);
  assert.notEqual(crossFitRates(scoresOf(4), policy, { seed: 0 }), null);
});
