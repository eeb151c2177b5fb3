import assert from "node:assert/strict";
import { similarityHistogram } from "../../../lib/evaluation/curves/similarity_histogram.ts";
import fc from "fast-check";
import { detCurve } from "../../../lib/evaluation/curves/det_curve.ts";
import { precisionRecallCurve } from "../../../lib/evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { interpolatedTar } from "../../../lib/evaluation/metrics/tar_at_far.ts";
import { sortScores } from "../../../lib/evaluation/scores/sort_scores.ts";
import { scoreSets } from "../scores/score_sets.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const runs = { seed: 1, numRuns: 150 };
const resolutions = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });

function assertRising(values: Float64Array) {
  for (let i = 1; i < values.length; i++) assert.ok(values[i]! >= values[i - 1]!);
}

Deno.test("curves run from end to end and never turn back, however finely they are drawn", () => {
  fc.assert(
    fc.property(scoreSets, resolutions, (scores, resolution) => {
      const roc = rocCurve(scores, { resolution });
      const det = detCurve(scores, { resolution });
      const { recall, precision, thresholds } = precisionRecallCurve(scores, { resolution });
      for (const { far } of [roc, det]) {
        assertRising(far);
        assert.deepEqual([far[0], far.at(-1)], [0, 1]);
      }
      assertRising(roc.tar);
      assertRising(det.frr.toReversed());
      assertRising(recall);
      assert.deepEqual([roc.tar[0], roc.tar.at(-1)], [0, 1]);
      assert.deepEqual([det.frr[0], det.frr.at(-1)], [1, 0]);
      assert.deepEqual([recall[0], precision[0], recall.at(-1)], [0, 1, 1]);
      for (const list of [roc.thresholds, det.thresholds, thresholds]) {
        assertRising(list.toReversed());
        assert.equal(new Set(list).size, list.length);
        if (resolution) assert.ok(list.length <= 2 * resolution + 4);
      }
    }),
    runs,
  );
});

const labels = Array.from({ length: 300 }, (_, index) => index % 30);
const scores = scorePairs(unitEmbeddings(labels, 8, 5));

Deno.test("a drawn curve has points of the whole one, with their rates", () => {
  const whole = detCurve(scores), drawn = detCurve(scores, { resolution: 40 });
  assert.ok(drawn.far.length < 90 && whole.far.length > 10_000);
  drawn.thresholds.forEach((threshold, index) => {
    const place = whole.thresholds.indexOf(threshold);
    assert.deepEqual([drawn.far[index], drawn.frr[index]], [whole.far[place], whole.frr[place]]);
  });
  const steps = precisionRecallCurve(scores, { resolution: 40 });
  steps.recall.forEach((recall, index) =>
    assert.ok(recall - (steps.recall[index - 1] ?? 0) < 0.04)
  );
});

Deno.test("TAR rises with FAR, between the points of the curve", () => {
  fc.assert(
    fc.property(
      scoreSets,
      fc.array(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), { minLength: 2 }),
      (scores, rates) => {
        const sorted = sortScores(scores), { far, tar } = rocCurve(scores);
        let last = 0;
        for (const rate of rates.sort((a, b) => a - b)) {
          const found = interpolatedTar(sorted, rate);
          const before = far.findLastIndex((value) => value <= rate);
          assert.ok(found >= last - 1e-12);
          assert.ok(found >= tar[before]! - 1e-12 && found <= tar[before + 1]! + 1e-12);
          if (far[before] === 0) assert.equal(found, tar[before]);
          last = found;
        }
      },
    ),
    runs,
  );
});

Deno.test("a histogram counts each score in the bin that holds it, the highest in the last", () => {
  fc.assert(
    fc.property(scoreSets, fc.integer({ min: 1, max: 12 }), (scores, bins) => {
      const { start, width, positives, negatives } = similarityHistogram(scores, bins);
      const all = [...scores.positives, ...scores.negatives];
      assert.equal(start, Math.min(...all));
      assert.ok(Math.abs(width * bins - Math.max(1e-6, Math.max(...all) - start)) < 1e-12);
      for (const [found, kind] of [[positives, scores.positives], [negatives, scores.negatives]]) {
        const expected = new Float64Array(bins);
        for (const score of kind!) {
          expected[Math.min(bins - 1, Math.floor((score - start) / width))]! += 1 / kind!.length;
        }
        found!.forEach((fraction, bin) => assert.ok(Math.abs(fraction - expected[bin]!) < 1e-9));
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});
