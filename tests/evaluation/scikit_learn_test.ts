import assert from "node:assert/strict";
import { areaUnderCurve } from "../../lib/evaluation/area_under_curve.ts";
import { averagePrecision } from "../../lib/evaluation/average_precision.ts";
import { bestAccuracy } from "../../lib/evaluation/best_accuracy.ts";
import { equalErrorRate } from "../../lib/evaluation/equal_error_rate.ts";
import { evaluatePairs } from "../../lib/evaluation/evaluate_pairs.ts";
import { rocCurve } from "../../lib/evaluation/roc_curve.ts";
import { tarAtFar } from "../../lib/evaluation/tar_at_far.ts";
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
    for (const far of [0.1, 0.01] as const) {
      if (scores.negatives.length < 3 / far) assert.equal(tarAtFar(scores, far), null);
      else close(tarAtFar(scores, far)!, golden.tarAtFar[`${far}`], `TAR at FAR ${far}`);
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
