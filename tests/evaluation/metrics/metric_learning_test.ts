import assert from "node:assert/strict";
import { retrievalMetrics } from "../../../lib/evaluation/metrics/retrieval_metrics.ts";
import cases from "./metric_learning.json" with { type: "json" };

for (const golden of cases) {
  Deno.test(`retrieval agrees with PyTorch Metric Learning: ${golden.name}`, () => {
    const figures = retrievalMetrics({
      values: Float32Array.from(golden.values),
      dimension: golden.dimension,
      labels: Int32Array.from(golden.labels),
    })!;
    for (const key of ["precisionAt1", "rPrecision", "mapAtR"] as const) {
      assert.ok(Math.abs(figures[key] - golden[key]) < 1e-12, key);
    }
    // The reciprocal rank alone is averaged in single precision there.
    assert.ok(Math.abs(figures.meanReciprocalRank - golden.meanReciprocalRank) < 1e-7);
  });
}
