import assert from "node:assert/strict";
import fc from "fast-check";
import {
  calibrate,
  chooseThreshold,
  thresholdAtFar,
} from "../../../lib/evaluation/threshold/calibrate.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { operatingPointAt } from "../../../lib/evaluation/threshold/operating_point_at.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { scoreSets } from "../scores/score_sets.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const runs = { seed: 1, numRuns: 200 };
const labels = Array.from({ length: 200 }, (_, index) => index % 20);
const validation = scorePairs(unitEmbeddings(labels, 6, 1));
const heldOut = scorePairs(unitEmbeddings(labels, 6, 2));
const chosen = chooseThreshold(validation, 0.01);
const calibration = calibrate(chosen, { validation, heldOut });

Deno.test("both errors are shares of the pairs at or above and below the threshold", () => {
  fc.assert(
    fc.property(scoreSets, fc.double({ min: -1, max: 1, noNaN: true }), (scores, threshold) => {
      const { far, frr } = errorRatesAt(scores, threshold);
      const accepted = scores.negatives.filter((score) => score >= threshold).length;
      const rejected = scores.positives.filter((score) => score < threshold).length;
      assert.equal(far, accepted / scores.negatives.length);
      assert.equal(frr, rejected / scores.positives.length);
    }),
    runs,
  );
});

Deno.test("as the threshold rises, fewer are accepted and more rejected", () => {
  const threshold = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(scoreSets, threshold, threshold, (scores, one, other) => {
      const low = errorRatesAt(scores, Math.min(one, other));
      const high = errorRatesAt(scores, Math.max(one, other));
      assert.ok(low.far >= high.far && low.frr <= high.frr);
    }),
    runs,
  );
});

Deno.test("a calibrated threshold keeps the FAR, and no lower score would", () => {
  fc.assert(
    fc.property(scoreSets, fc.integer({ min: 1, max: 99 }), (scores, percent) => {
      const far = percent / 100;
      const threshold = thresholdAtFar(far)(sortScores(scores));
      assert.ok(errorRatesAt(scores, threshold).far <= far);
      for (const lower of scores.negatives.filter((score) => score < threshold)) {
        assert.ok(errorRatesAt(scores, lower).far > far);
      }
    }),
    runs,
  );
});

Deno.test("a false accept rate out of range is refused", () => {
  for (const far of [0, 1, -0.1, 1.5, NaN]) {
    assert.throws(() => chooseThreshold(validation, far), UserError);
    assert.throws(() => thresholdAtFar(far)(sortScores(validation)), UserError);
    assert.throws(() => operatingPointAt(calibration, { far }), UserError);
  }
});

Deno.test("the threshold comes from validation, its rates from held-out pairs", () => {
  assert.equal(calibration.threshold, thresholdAtFar(0.01)(sortScores(validation)));
  const rates = errorRatesAt(heldOut, calibration.threshold);
  assert.deepEqual({ far: calibration.far, frr: calibration.frr }, rates);
  assert.notEqual(rates.far, errorRatesAt(validation, calibration.threshold).far);
  assert.equal(calibration.targetFar, 0.01);
  assert.equal(calibration.positivePairs, heldOut.positives.length);
  assert.equal(calibration.negativePairs, heldOut.negatives.length);
});

Deno.test("too few validation pairs raise the rate aimed at, and say so", () => {
  const few = { positives: Float32Array.of(0.9), negatives: Float32Array.of(0.1, 0.2, 0.3, 0.4) };
  const { targetFar, smallestFar, threshold } = chooseThreshold(few, 0.01);
  // Four independent pairs: 1 - 0.05^(1/4) would be exact, 3/4 is the rule of three.
  assert.ok(smallestFar > 0.7 && smallestFar < 0.75);
  assert.equal(targetFar, 0.5);
  assert.equal(errorRatesAt(few, threshold).far, 0.5);
});

Deno.test("the table of operating points is small, ascending and true", () => {
  const points = calibration.operatingPoints;
  assert.ok(points.length > 100 && points.length <= 200);
  points.forEach((point, index) => {
    if (index > 0) assert.ok(point.threshold > points[index - 1]!.threshold);
    assert.equal(point.validationFar, errorRatesAt(validation, point.threshold).far);
    const { far, frr } = errorRatesAt(heldOut, point.threshold);
    assert.deepEqual({ far: point.far, frr: point.frr }, { far, frr });
  });
});

Deno.test("the table has every false accept rate in steps of half a digit, as validation would choose it", () => {
  const { smallestFar } = calibration;
  const rates = [1, 2, 3, 4].flatMap((exponent) =>
    [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5]
      .map((digit) => Number(`${digit}e-${exponent}`))
  ).filter((far) => far >= smallestFar);
  assert.ok(rates.length > 50);
  for (const far of [...rates, smallestFar]) {
    const { threshold } = chooseThreshold(validation, far);
    assert.equal(operatingPointAt(calibration, { far }).threshold, threshold, `${far}`);
  }
});

Deno.test("the table cuts off each hundredth of the positive pairs, and ends beyond all scores", () => {
  const points = calibration.operatingPoints, ascending = validation.positives.toSorted();
  const thresholds = new Set(points.map(({ threshold }) => threshold));
  for (let percent = 0; percent < 100; percent++) {
    const cut = ascending[Math.floor(ascending.length * percent / 100)]!;
    assert.ok(thresholds.has(cut), `${percent} %`);
  }
  assert.deepEqual([points[0]!.threshold, points[0]!.far, points[0]!.frr], [-1, 1, 0]);
  const last = points.at(-1)!;
  assert.ok(last.threshold > 1 && last.far === 0 && last.frr === 1);
});

Deno.test("the calibrated rate and threshold look up the calibrated point", () => {
  const { threshold, far, frr } = calibration;
  const byFar = operatingPointAt(calibration, { far: 0.01 });
  const byThreshold = operatingPointAt(calibration, { threshold });
  assert.deepEqual([byFar.threshold, byFar.far, byFar.frr], [threshold, far, frr]);
  assert.deepEqual(byThreshold, byFar);
});

Deno.test("a wider FAR lowers the threshold, and validation keeps to it", () => {
  let last = Infinity;
  for (const far of [0.01, 0.015, 0.0333, 0.1, 0.5, 0.99]) {
    const point = operatingPointAt(calibration, { far });
    assert.ok(point.validationFar <= far);
    assert.ok(point.threshold < last);
    last = point.threshold;
  }
});

Deno.test("rates at any threshold are close to those measured there", () => {
  for (let threshold = -1; threshold <= 1; threshold += 0.01) {
    const point = operatingPointAt(calibration, { threshold });
    const measured = errorRatesAt(heldOut, threshold);
    assert.equal(point.threshold, threshold);
    assert.ok(Math.abs(point.far - measured.far) < 0.03, `FAR at ${threshold}`);
    assert.ok(Math.abs(point.frr - measured.frr) < 0.03, `FRR at ${threshold}`);
  }
});

Deno.test("a FAR that validation cannot support, or no cosine for a threshold, is refused", () => {
  assert.throws(() => operatingPointAt(calibration, { far: 0.0001 }), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /too few for a rate below 0\.0008;/);
    return true;
  });
  const empty = { ...calibration, operatingPoints: [] };
  assert.throws(() => operatingPointAt(empty, { far: 0.1 }), /is damaged/);
  assert.throws(() => operatingPointAt(empty, { threshold: 0.1 }), /is damaged/);
  for (const threshold of [-1.1, 1.2, NaN]) {
    assert.throws(() => operatingPointAt(calibration, { threshold }), UserError);
  }
});
