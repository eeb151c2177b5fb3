import assert from "node:assert/strict";
import fc from "fast-check";
import { areaUnderCurve } from "../../../lib/evaluation/metrics/area_under_curve.ts";
import { averagePrecision } from "../../../lib/evaluation/metrics/average_precision.ts";
import { bestAccuracy } from "../../../lib/evaluation/metrics/best_accuracy.ts";
import { equalErrorRate } from "../../../lib/evaluation/metrics/equal_error_rate.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import type { PairScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { tarAtFar } from "../../../lib/evaluation/metrics/tar_at_far.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { scoreSets } from "../scores/score_sets.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const runs = { seed: 1, numRuns: 200 };
const few = { positives: Float32Array.of(0.9, 0.8), negatives: Float32Array.of(0.1) };

Deno.test("AUC is the share of pairs of pairs in the right order, ties counting half", () => {
  fc.assert(
    fc.property(scoreSets, ({ positives, negatives }) => {
      let right = 0;
      for (const positive of positives) {
        for (const negative of negatives) {
          right += positive > negative ? 1 : positive === negative ? 0.5 : 0;
        }
      }
      const expected = right / positives.length / negatives.length;
      assert.ok(Math.abs(areaUnderCurve({ positives, negatives }) - expected) < 1e-12);
    }),
    runs,
  );
});

/** All figures that go by the order of scores alone. */
function figuresByOrder(scores: PairScores) {
  return [
    areaUnderCurve(scores),
    averagePrecision(scores),
    equalErrorRate(scores).rate,
    bestAccuracy(scores).accuracy,
    bestAccuracy(scores, { balanced: true }).accuracy,
    tarAtFar(scores, 0.3),
    tarAtFar(scores, 0.9),
  ];
}

Deno.test("no figure changes when scores are mapped by a strictly rising function", () => {
  // Neither is a line, and both are exact in single precision.
  const rising = [
    (score: number) => score < 0 ? score * 2 - 1 : score * 8,
    (score: number) => Math.sign(score) * (score === 0 ? 0 : 3 + score * 4 * Math.sign(score)),
  ];
  fc.assert(
    fc.property(scoreSets, fc.constantFrom(...rising), ({ positives, negatives }, map) => {
      assert.deepEqual(
        figuresByOrder({ positives: positives.map(map), negatives: negatives.map(map) }),
        figuresByOrder({ positives, negatives }),
      );
    }),
    runs,
  );
});

Deno.test("average precision is the precision at each positive pair's score, ties and all", () => {
  fc.assert(
    fc.property(scoreSets, ({ positives, negatives }) => {
      // A tie is one step: each of its positives has the precision after all of it.
      const precisions = Array.from(positives, (threshold) => {
        const right = positives.filter((score) => score >= threshold).length;
        return right / (right + negatives.filter((score) => score >= threshold).length);
      });
      const mean = precisions.reduce((sum, precision) => sum + precision, 0) / positives.length;
      assert.ok(Math.abs(averagePrecision({ positives, negatives }) - mean) < 1e-12);
    }),
    runs,
  );
});

Deno.test("AUC of swapped scores is what is missing to one", () => {
  fc.assert(
    fc.property(scoreSets, ({ positives, negatives }) => {
      const swapped = areaUnderCurve({ positives: negatives, negatives: positives });
      assert.ok(Math.abs(areaUnderCurve({ positives, negatives }) + swapped - 1) < 1e-12);
    }),
    runs,
  );
});

Deno.test("EER is a rate that some point of the curve bounds from either side", () => {
  fc.assert(
    fc.property(scoreSets, (scores) => {
      const { rate } = equalErrorRate(scores);
      const { far, tar } = rocCurve(scores);
      const worst = far.map((value, index) => Math.max(value, 1 - tar[index]!));
      const best = far.map((value, index) => Math.min(value, 1 - tar[index]!));
      assert.ok(rate >= 0 && rate <= 1);
      assert.ok(rate <= Math.min(...worst) + 1e-12);
      assert.ok(rate >= Math.max(...best) - 1e-12);
    }),
    runs,
  );
});

Deno.test("the best accuracy is what its threshold gives, and no other gives more", () => {
  fc.assert(
    fc.property(scoreSets, ({ positives, negatives }) => {
      const { accuracy, threshold } = bestAccuracy({ positives, negatives });
      const right = positives.filter((score) => score >= threshold).length +
        negatives.filter((score) => score < threshold).length;
      assert.ok(Math.abs(accuracy - right / (positives.length + negatives.length)) < 1e-12);
      for (const other of [...positives, ...negatives, Infinity]) {
        const { far, frr } = errorRatesAt({ positives, negatives }, other);
        const wrong = far * negatives.length + frr * positives.length;
        assert.ok(accuracy >= 1 - wrong / (positives.length + negatives.length) - 1e-12);
        const { accuracy: balanced } = bestAccuracy({ positives, negatives }, { balanced: true });
        assert.ok(balanced >= 1 - (far + frr) / 2 - 1e-12);
      }
    }),
    runs,
  );
});

Deno.test("balanced accuracy is not flattered by many negatives", () => {
  const scores = {
    positives: Float32Array.of(0, 1),
    negatives: new Float32Array(98).fill(0.5),
  };
  assert.equal(bestAccuracy(scores).accuracy, 0.99);
  assert.equal(bestAccuracy(scores, { balanced: true }).accuracy, 0.75);
});

Deno.test("TAR at a FAR is null where the negative pairs do not support it", () => {
  const negatives = Float32Array.from({ length: 300 }, (_, index) => index / 1000);
  const scores = { positives: Float32Array.of(0.2, 0.297, 0.5, 0.6), negatives };
  // Three false accepts of 300 are allowed: 0.299, 0.298, 0.297; so the threshold is above 0.296.
  assert.equal(tarAtFar(scores, 0.01), 0.75);
  assert.equal(tarAtFar(scores, 0.009), null);
  assert.equal(evaluatePairs(scores).tarAtFar["0.01"], 0.75);
  assert.equal(evaluatePairs(scores).tarAtFar["0.001"], null);
  // Pairs of a few identities support less than independent ones.
  assert.equal(tarAtFar({ ...scores, identities: 5 }, 0.01), null);
  assert.equal(tarAtFar({ ...scores, identities: 5 }, 0.1), 0.75);
});

Deno.test("a curve to be drawn keeps its ends and steps no further than the resolution", () => {
  const labels = Array.from({ length: 300 }, (_, index) => index % 30);
  const scores = scorePairs(unitEmbeddings(labels, 8, 5));
  const whole = rocCurve(scores), drawn = rocCurve(scores, { resolution: 50 });
  assert.ok(drawn.far.length < 105 && whole.far.length > 10_000);
  assert.deepEqual([drawn.far[0], drawn.tar[0]], [0, 0]);
  assert.deepEqual([drawn.far.at(-1), drawn.tar.at(-1)], [1, 1]);
  for (let i = 1; i < drawn.tar.length; i++) {
    assert.ok(drawn.tar[i]! - drawn.tar[i - 1]! < 0.03);
    assert.ok(whole.thresholds.includes(drawn.thresholds[i]!));
  }
});

Deno.test("scores without positives, without negatives or with NaN are refused in one line", () => {
  const none = new Float32Array(0);
  const refused = (scores: typeof few, message: RegExp) => {
    assert.throws(() => evaluatePairs(scores), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, message);
      assert.ok(!error.message.includes("\n"));
      return true;
    });
  };
  refused({ ...few, positives: none }, /at least one positive pair .* got none/);
  refused({ ...few, negatives: none }, /at least one negative pair .* got none/);
  refused({ ...few, positives: Float32Array.of(NaN, 1, NaN) }, /2 of 3 positive pairs .* NaN/);
  refused({ ...few, negatives: Float32Array.of(NaN) }, /1 of 1 negative pairs .* NaN/);
});

Deno.test("scores are left in the order they came in", () => {
  const scores = { positives: Float32Array.of(0.3, 0.1), negatives: Float32Array.of(0.5, 0.2) };
  evaluatePairs(scores);
  assert.deepEqual([...scores.positives], [...Float32Array.of(0.3, 0.1)]);
  assert.deepEqual([...scores.negatives], [...Float32Array.of(0.5, 0.2)]);
});
