import assert from "node:assert/strict";
import { detCurve } from "../../../lib/evaluation/curves/det_curve.ts";
import { precisionRecallCurve } from "../../../lib/evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { similarityHistogram } from "../../../lib/evaluation/curves/similarity_histogram.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import { ScoreCounts } from "../../../lib/evaluation/scores/score_counts.ts";
import { countedScoresVisitor, scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { type SortedScores, sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { supportOfScores } from "../../../lib/evaluation/scores/support_of_scores.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { hasManyPairs } from "../../../lib/evaluation/similarities/embeddings.ts";
import { forEachSimilarity } from "../../../lib/evaluation/similarities/for_each_similarity.ts";
import { chooseThreshold } from "../../../lib/evaluation/threshold/calibrate.ts";
import { operatingPoints } from "../../../lib/evaluation/threshold/operating_points.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

/** Counts by a map, straight from the definition. */
function countSlowly(scores: Float32Array): { scores: number[]; counts: number[] } {
  const found = new Map<number, number>();
  for (const score of scores) {
    const rounded = Math.ceil(score * 2 ** 24) / 2 ** 24;
    found.set(rounded, (found.get(rounded) ?? 0) + 1);
  }
  const descending = [...found].sort(([a], [b]) => b - a);
  let sum = 0;
  return {
    scores: descending.map(([score]) => score).reverse(),
    counts: [0, ...descending.map(([, count]) => sum += count)],
  };
}

Deno.test("scores are counted by their value, from -1 to 1", () => {
  const { positives, negatives } = scorePairs(unitEmbeddings(new Array(150).fill(0), 3, 1));
  assert.equal(negatives.length, 0);
  const scores = Float32Array.of(-1, 1, 0, -0, 1, 2 ** -30, -(2 ** -30), 0.75, ...positives);
  const counts = new ScoreCounts();
  counts.add(scores, scores.length);
  // Enough of one score that it does not wait for others of its window.
  counts.add(new Float32Array(9_000).fill(0.25), 9_000);
  const { scores: found, counts: sums } = counts.result();
  const expected = countSlowly(
    Float32Array.of(...scores, ...new Float32Array(9_000).fill(0.25)),
  );
  assert.deepEqual([...found], expected.scores);
  assert.deepEqual([...sums], expected.counts);
  assert.ok(
    Math.max(...scores.map((score) => Math.ceil(score * 2 ** 24) / 2 ** 24 - score)) < 6e-8,
  );
});

Deno.test("a score is counted more often than its 32 bits hold", () => {
  // Carried over at 10,000 in place of 2^31.
  const counts = new ScoreCounts(10_000), half = new Float32Array(7_000).fill(0.5);
  for (let times = 0; times < 5; times++) counts.add(half, half.length);
  counts.add(Float32Array.of(0.25), 1);
  const { scores, counts: sums } = counts.result();
  assert.deepEqual([[...scores], [...sums]], [[0.25, 0.5], [0, 35_000, 35_001]]);
});

/** 900 embeddings of 45 identities, as they are and counted. */
function score(precision: "double" | "single"): [SortedScores, SortedScores] {
  const labels = Array.from({ length: 900 }, (_, row) => row % 45);
  const embeddings = unitEmbeddings(labels, 64, 2);
  const counted = countedScoresVisitor(embeddings);
  forEachSimilarity(embeddings, [counted], precision);
  return [sortScores(scorePairs(embeddings)), counted.result()];
}

for (const precision of ["double", "single"] as const) {
  Deno.test(`metrics of counted scores are off by less than 1e-6 and one pair, in ${precision} precision`, () => {
    const [exact, counted] = score(precision);
    assert.ok(counted.negatives.length < exact.negatives.length);
    assert.deepEqual(counted.positives, exact.positives);
    assertNear(evaluatePairs(counted), evaluatePairs(exact));
    assertNear(supportOfScores(counted), supportOfScores(exact));
    assertNear(similarityHistogram(counted), similarityHistogram(exact));
    for (const curve of [rocCurve, detCurve, precisionRecallCurve]) {
      assertNear(curve(counted, { resolution: 20 }), curve(exact, { resolution: 20 }));
    }
    for (const far of [0.3, 0.01]) {
      const { threshold, smallestFar } = chooseThreshold(counted, far);
      assertNear({ threshold, smallestFar }, chooseThreshold(exact, far));
    }
    assertNear(
      operatingPoints({ validation: counted, heldOut: counted }),
      operatingPoints({ validation: exact, heldOut: exact }),
    );
  });
}

Deno.test("rates are exact at thresholds that counted scores choose", () => {
  const [exact, counted] = score("double");
  for (const far of [0.5, 0.1, 0.01]) {
    const { threshold } = chooseThreshold(counted, far);
    assert.deepEqual(errorRatesAt(counted, threshold), errorRatesAt(exact, threshold));
  }
});

Deno.test("10,000 images are scored as they are, and more are counted", () => {
  assert.equal(hasManyPairs(10_000, 10_000), false);
  assert.equal(hasManyPairs(10_001, 10_001), true);
  assert.equal(hasManyPairs(100_000, 500), false);
});

/**
 * Compares all numbers of the first, of which there may be fewer than of the second. Of the many pairs
 * that are counted one weighs nothing; of these few, it may be on the other side of a threshold.
 */
function assertNear(found: unknown, expected: unknown, where = ""): void {
  if (typeof found === "number" && Number.isFinite(found)) {
    const most = 1e-6 + 1 / 396_000;
    assert.ok(Math.abs(found - (expected as number)) < most, `${where}: ${found}, not ${expected}`);
  } else if (found !== null && typeof found === "object") {
    for (const [key, value] of Object.entries(found)) {
      assertNear(value, (expected as Record<string, unknown>)[key], `${where}.${key}`);
    }
  } else assert.deepEqual(found, expected, where);
}
