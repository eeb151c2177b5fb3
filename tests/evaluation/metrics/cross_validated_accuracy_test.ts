import assert from "node:assert/strict";
import fc from "fast-check";
import { crossValidatedAccuracy } from "../../../lib/evaluation/metrics/cross_validated_accuracy.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { scoreSets } from "../scores/score_sets.ts";

type Scores = { positives: Float32Array; negatives: Float32Array };

function accuracyAt(folds: readonly Scores[], threshold: number): number {
  const right = folds.map(({ positives, negatives }) =>
    positives.filter((score) => score >= threshold).length +
    negatives.filter((score) => score < threshold).length
  );
  const pairs = folds.map(({ positives, negatives }) => positives.length + negatives.length);
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
  return sum(right) / sum(pairs);
}

Deno.test("each fold is decided by the highest threshold that is best on all others", () => {
  fc.assert(
    fc.property(fc.array(scoreSets, { minLength: 2, maxLength: 6 }), (folds) => {
      const { accuracy, standardError, folds: measured } = crossValidatedAccuracy(folds);
      measured.forEach(({ threshold, accuracy }, index) => {
        const others = folds.toSpliced(index, 1);
        const tried = [
          Infinity,
          ...others.flatMap(({ positives, negatives }) => [...positives, ...negatives]),
        ];
        const best = Math.max(...tried.map((score) => accuracyAt(others, score)));
        const highest = Math.max(...tried.filter((score) => accuracyAt(others, score) === best));
        assert.equal(threshold, highest);
        assert.equal(accuracy, accuracyAt([folds[index]!], threshold));
      });
      const n = measured.length;
      const mean = measured.reduce((sum, fold) => sum + fold.accuracy, 0) / n;
      const variance = measured.reduce((sum, fold) => sum + (fold.accuracy - mean) ** 2, 0) /
        (n - 1);
      assert.ok(Math.abs(accuracy - mean) < 1e-12);
      assert.ok(Math.abs(standardError - Math.sqrt(variance) / Math.sqrt(n)) < 1e-12);
    }),
    { seed: 1, numRuns: 100 },
  );
});

Deno.test("one fold, or an empty one, is refused in one line", () => {
  const fold = { positives: Float32Array.of(0.9), negatives: Float32Array.of(0.1) };
  const empty = { positives: new Float32Array(0), negatives: new Float32Array(0) };
  for (const folds of [[], [fold], [fold, empty, fold]]) {
    assert.throws(() => crossValidatedAccuracy(folds), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^cannot cross-validate: [^\n]+$/);
      return true;
    });
  }
});
