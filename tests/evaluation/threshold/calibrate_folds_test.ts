import assert from "node:assert/strict";
import { concatenateScores } from "../../../lib/evaluation/scores/concatenate_scores.ts";
import type { PairScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { calibrateFolds } from "../../../lib/evaluation/threshold/calibrate_folds.ts";
import { chooseThreshold, thresholdAtFar } from "../../../lib/evaluation/threshold/calibrate.ts";
import { operatingPointAt } from "../../../lib/evaluation/threshold/operating_point_at.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const labels = Array.from({ length: 60 }, (_, index) => index % 5);
const own = [1, 2, 3, 4].map((seed) => scorePairs(unitEmbeddings(labels, 6, seed)));
const folds = own.map((heldOut) => ({ heldOut, choosing: heldOut }));

/** The definition, pair by pair. */
function plainRates(folds: readonly PairScores[], far: number) {
  let accepted = 0, negatives = 0, rejected = 0, positives = 0;
  for (const fold of folds) {
    const others = concatenateScores(folds.filter((other) => other !== fold));
    const threshold = thresholdAtFar(far)(sortScores(others));
    accepted += fold.negatives.filter((score) => score >= threshold).length;
    rejected += fold.positives.filter((score) => score < threshold).length;
    negatives += fold.negatives.length;
    positives += fold.positives.length;
  }
  return { far: accepted / negatives, frr: rejected / positives };
}

Deno.test("a fold is decided by the threshold of the others, at every operating point", () => {
  const { chosen, calibrated, thresholds } = calibrateFolds(folds, { far: 0.02 });
  const together = chooseThreshold(concatenateScores(own), 0.02);
  assert.equal(chosen.threshold, together.threshold);
  assert.equal(thresholds.length, 4);
  const close = (found: { far: number; frr: number }, far: number) => {
    const wanted = plainRates(own, far);
    assert.ok(Math.abs(found.far - wanted.far) < 1e-12, `${found.far}, ${wanted.far}`);
    assert.ok(Math.abs(found.frr - wanted.frr) < 1e-12, `${found.frr}, ${wanted.frr}`);
  };
  close(calibrated, 0.02);
  for (const far of [0.5, 0.1, 0.05, 0.01]) close(operatingPointAt(calibrated, { far }), far);
  // The pairs that choose a threshold keep to the rate; others need not.
  const point = operatingPointAt(calibrated, { far: 0.02 });
  assert.ok(point.validationFar <= 0.02);
  const { operatingPoints } = calibrated;
  assert.deepEqual(
    operatingPoints.map(({ threshold }) => threshold),
    [...new Set(operatingPoints.map(({ threshold }) => threshold))].sort((a, b) => a - b),
  );
  assert.ok(operatingPoints.length <= 200);
  assert.deepEqual(
    [operatingPoints[0], operatingPoints.at(-1)].map((point) => [point!.far, point!.frr]),
    [[1, 0], [0, 1]],
  );
});

Deno.test("an odd fold out shows in the rates, which the pairs that chose it would hide", () => {
  const shifted = own.map(({ positives, negatives }, fold) =>
    fold > 0 ? { positives, negatives } : {
      positives: positives.map((score) => Math.min(1, score + 0.3)),
      negatives: negatives.map((score) => Math.min(1, score + 0.3)),
    }
  );
  const { calibrated } = calibrateFolds(
    shifted.map((heldOut) => ({ heldOut, choosing: heldOut })),
    { far: 0.01 },
  );
  assert.ok(calibrated.far > 0.015, `${calibrated.far}`);
});

Deno.test("a fold without pairs of a kind is refused", () => {
  const empty = { positives: new Float32Array(0), negatives: Float32Array.of(0.1) };
  assert.throws(
    () => calibrateFolds([folds[0]!, { heldOut: empty, choosing: empty }], { far: 0.1 }),
    UserError,
  );
});

Deno.test("more pairs can choose than measure", () => {
  const choosing = folds.map(({ heldOut }, fold) => ({
    heldOut,
    choosing: { ...heldOut, negatives: own[(fold + 1) % own.length]!.negatives },
  }));
  const { calibrated, chosen } = calibrateFolds(choosing, { far: 0.05 });
  const pairs = own.reduce((sum, { negatives }) => sum + negatives.length, 0);
  assert.equal(calibrated.negativePairs, pairs);
  assert.equal(chosen.threshold, chooseThreshold(concatenateScores(own), 0.05).threshold);
});
