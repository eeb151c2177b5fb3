import assert from "node:assert/strict";
import { bootstrapIntervals } from "../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { evaluatePairs } from "../../lib/evaluation/metrics/evaluate_pairs.ts";
import { metricsByIdentity } from "../../lib/evaluation/metrics/metrics_by_identity.ts";
import { hardestListedPairs } from "../../lib/evaluation/scores/hardest_pairs.ts";
import { hardestPairs } from "../../lib/evaluation/scores/hardest_pairs.ts";
import { retrievalMetrics } from "../../lib/evaluation/metrics/retrieval_metrics.ts";
import { type RowPair, scoreListedPairs } from "../../lib/evaluation/scores/score_listed_pairs.ts";
import { scorePairs } from "../../lib/evaluation/scores/score_pairs.ts";
import { measureAllPairs } from "../../lib/verification/measure_all_pairs.ts";
import type { MeasureProgress } from "../../lib/verification/measured_pairs.ts";
import { unitEmbeddings } from "../evaluation/similarities/unit_embeddings.ts";

const labels = Array.from({ length: 40 }, (_, row) => row % 7);
const embeddings = unitEmbeddings(labels, 6, 3);

Deno.test("one walk measures what each figure measures by itself", async () => {
  const told: MeasureProgress[] = [];
  const measured = await measureAllPairs(embeddings, {
    threshold: 0.4,
    seed: 5,
    onProgress: (progress) => told.push(progress),
  });
  const scores = scorePairs(embeddings), { positives, negatives } = scores;
  assert.deepEqual(measured.scores.positives, positives.toSorted());
  assert.deepEqual(measured.scores.negatives, negatives.toSorted());
  assert.deepEqual(measured.metrics, evaluatePairs(scores));
  assert.deepEqual(measured.intervals, bootstrapIntervals(embeddings, { seed: 5, threshold: 0.4 }));
  assert.deepEqual(measured.retrieval, retrievalMetrics(embeddings));
  assert.deepEqual(measured.byIdentity, metricsByIdentity(embeddings, 0.4));
  assert.deepEqual(measured.hardest, hardestPairs(embeddings, 1_000));
  const share = (scores: Float32Array, counts: (score: number) => boolean) =>
    scores.filter(counts).length / scores.length;
  assert.deepEqual(measured.operatingPoint, {
    threshold: 0.4,
    far: share(negatives, (score) => score >= 0.4),
    frr: share(positives, (score) => score < 0.4),
  });
  assert.deepEqual(told.at(-1), { stage: "resampling", done: 1_000, total: 1_000 });
});

Deno.test("the hardest of a list of all pairs are the hardest of all", () => {
  const pairs = labels.flatMap((label, a) =>
    labels.slice(a + 1).map((other, k): RowPair => ({ a, b: a + 1 + k, same: label === other }))
  );
  const listed = (list: readonly RowPair[]) =>
    hardestListedPairs(list, scoreListedPairs(embeddings, list), 20);
  assert.deepEqual(listed(pairs), hardestPairs(embeddings, 20));
  assert.deepEqual(listed(pairs.map(({ a, b, same }) => ({ a: b, b: a, same }))), listed(pairs));
});
