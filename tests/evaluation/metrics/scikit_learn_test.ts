import assert from "node:assert/strict";
import { areaUnderCurve } from "../../../lib/evaluation/metrics/area_under_curve.ts";
import { averagePrecision } from "../../../lib/evaluation/metrics/average_precision.ts";
import { bestAccuracy } from "../../../lib/evaluation/metrics/best_accuracy.ts";
import { detCurve } from "../../../lib/evaluation/curves/det_curve.ts";
import { equalErrorRate } from "../../../lib/evaluation/metrics/equal_error_rate.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import { precisionRecallCurve } from "../../../lib/evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { interpolatedTar, tarAtFar } from "../../../lib/evaluation/metrics/tar_at_far.ts";
import cases from "./scikit_learn.json" with { type: "json" };

function close(actual: number, expected: number, what: string) {
  assert.ok(Math.abs(actual - expected) <= 1e-12, `${what}: ${actual}, wanted ${expected}`);
}

for (const golden of cases) {
  const scores = {
    positives: Float32Array.from(golden.positives),
    negatives: Float32Array.from(golden.negatives),
  };

  Deno.test(`figures agree with scikit-learn: ${golden.name}`, () => {
    close(areaUnderCurve(scores), golden.auc, "AUC");
    close(averagePrecision(scores), golden.averagePrecision, "average precision");
    close(equalErrorRate(scores).rate, golden.eer, "EER");
    close(bestAccuracy(scores).accuracy, golden.accuracy, "accuracy");
    close(
      bestAccuracy(scores, { balanced: true }).accuracy,
      golden.balancedAccuracy,
      "balanced accuracy",
    );
  });

  Deno.test(`TAR is interpolated as numpy does: ${golden.name}`, () => {
    for (const [far, expected] of Object.entries(golden.tarAtFar)) {
      const rate = Number(far);
      close(interpolatedTar(sortScores(scores), rate), expected, `TAR at FAR ${far}`);
      const supported = scores.negatives.length >= 3 / rate;
      assert.equal(tarAtFar(scores, rate) !== null, supported);
    }
  });

  Deno.test(`the ROC curve agrees with scikit-learn: ${golden.name}`, () => {
    const { far, tar, thresholds } = rocCurve(scores);
    assert.equal(thresholds[0], Infinity);
    assert.equal(thresholds.length, golden.far.length);
    thresholds.slice(1).forEach((value, index) =>
      close(value, golden.thresholds[index]!, `threshold ${index}`)
    );
    far.forEach((value, index) => close(value, golden.far[index]!, `FAR ${index}`));
    tar.forEach((value, index) => close(value, golden.tar[index]!, `TAR ${index}`));
  });

  Deno.test(`precision and recall agree with scikit-learn: ${golden.name}`, () => {
    const { precision, recall, thresholds } = precisionRecallCurve(scores);
    assert.deepEqual(thresholds, rocCurve(scores).thresholds);
    assert.equal(precision.length, golden.precision.length);
    golden.precision.forEach((value, index) =>
      close(precision.at(-1 - index)!, value, "precision")
    );
    golden.recall.forEach((value, index) => close(recall.at(-1 - index)!, value, "recall"));
  });

  Deno.test(`the DET curve has all points of scikit-learn's: ${golden.name}`, () => {
    const { far, frr, thresholds } = detCurve(scores);
    const noFar = far.lastIndexOf(0), noFrr = frr.indexOf(0);
    // There, thresholds rise from the first without a false reject to the last without an accept.
    const points = { far: far, frr, thresholds };
    for (const key of ["far", "frr", "thresholds"] as const) {
      const ours = points[key].subarray(noFar, noFrr + 1).toReversed();
      assert.equal(ours.length, golden.det[key].length, key);
      golden.det[key].forEach((value, index) =>
        value === null
          ? assert.equal(ours[index], Infinity)
          : close(ours[index]!, value, `${key} ${index}`)
      );
    }
  });

  Deno.test(`all figures together are those taken singly: ${golden.name}`, () => {
    const figures = evaluatePairs(scores);
    assert.equal(figures.positivePairs, golden.positives.length);
    assert.equal(figures.negativePairs, golden.negatives.length);
    close(figures.auc, golden.auc, "AUC");
    close(figures.eer, golden.eer, "EER");
    close(figures.averagePrecision, golden.averagePrecision, "average precision");
    close(figures.accuracy, golden.accuracy, "accuracy");
    close(figures.balancedAccuracy, golden.balancedAccuracy, "balanced accuracy");
    assert.equal(figures.tarAtFar["0.001"], null);
  });
}
