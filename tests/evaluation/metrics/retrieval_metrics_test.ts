import assert from "node:assert/strict";
import fc from "fast-check";
import { cosineSimilarity } from "../../../lib/evaluation/similarities/cosine_similarity.ts";
import type { Embeddings } from "../../../lib/evaluation/similarities/embeddings.ts";
import { retrievalMetrics } from "../../../lib/evaluation/metrics/retrieval_metrics.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { gridEmbeddings } from "../similarities/grid_embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

/** Ranks all others for each query, those of other identities first where they tie. */
function bruteForce({ values, dimension, labels }: Embeddings) {
  const rows = [...labels.keys()];
  const score = (a: number, b: number) =>
    cosineSimilarity(values, values, dimension, a * dimension, b * dimension);
  const queries = rows.flatMap((query) => {
    const hits = rows.filter((row) => row !== query)
      .map((row) => ({ score: score(query, row), right: labels[row] === labels[query] }))
      .sort((a, b) => b.score - a.score || Number(a.right) - Number(b.right))
      .map(({ right }) => right);
    const r = hits.filter(Boolean).length;
    if (r === 0) return [];
    const precisionAt = (rank: number) => hits.slice(0, rank).filter(Boolean).length / rank;
    let mapAtR = 0;
    for (let rank = 1; rank <= r; rank++) if (hits[rank - 1]) mapAtR += precisionAt(rank) / r;
    return [{
      precisionAt1: precisionAt(1),
      rPrecision: precisionAt(r),
      mapAtR,
      first: hits.indexOf(true) + 1,
    }];
  });
  const mean = (of: (query: typeof queries[number]) => number) =>
    queries.reduce((sum, query) => sum + of(query), 0) / queries.length;
  return {
    queries: queries.length,
    precisionAt1: mean((query) => query.precisionAt1),
    rPrecision: mean((query) => query.rPrecision),
    mapAtR: mean((query) => query.mapAtR),
    meanReciprocalRank: mean((query) => 1 / query.first),
    cmc: (rank: number) => mean((query) => query.first <= rank ? 1 : 0),
  };
}

function assertLikeBruteForce(embeddings: Embeddings) {
  const figures = retrievalMetrics(embeddings), expected = bruteForce(embeddings);
  if (expected.queries === 0) return assert.equal(figures, null);
  assert.ok(figures);
  assert.equal(figures.queries, expected.queries);
  for (const key of ["precisionAt1", "rPrecision", "mapAtR", "meanReciprocalRank"] as const) {
    assert.ok(Math.abs(figures[key] - expected[key]) < 1e-12, key);
  }
  assert.equal(figures.cmc.length, Math.min(50, embeddings.labels.length - 1));
  figures.cmc.forEach((share, index) =>
    assert.ok(Math.abs(share - expected.cmc(index + 1)) < 1e-12, `rank ${index + 1}`)
  );
}

const labels = fc.array(fc.nat(6), { minLength: 1, maxLength: 70 });

Deno.test("retrieval is what ranking all others for each query gives", () => {
  fc.assert(
    fc.property(labels, fc.integer({ min: 1, max: 6 }), fc.nat(), (labels, dimension, seed) => {
      assertLikeBruteForce(unitEmbeddings(labels, dimension, seed));
    }),
    { seed: 1, numRuns: 60 },
  );
});

Deno.test("of images that tie, those of other identities come first", () => {
  fc.assert(
    fc.property(labels, fc.nat(), (labels, seed) => {
      assertLikeBruteForce(gridEmbeddings(labels, seed));
    }),
    { seed: 1, numRuns: 60 },
  );
  const same = { values: new Float32Array(6).fill(1), dimension: 1 };
  const collapsed = retrievalMetrics({ ...same, labels: Int32Array.of(0, 0, 0, 1, 1, 1) })!;
  assert.equal(collapsed.precisionAt1, 0);
  assert.equal(collapsed.meanReciprocalRank, 1 / 4);
});

Deno.test("without two images of any identity there is nothing to retrieve", () => {
  assert.equal(retrievalMetrics(unitEmbeddings([0, 1, 2], 3, 1)), null);
  assert.equal(retrievalMetrics(unitEmbeddings([], 3, 1)), null);
});

Deno.test("embeddings that are no numbers are refused in one line", () => {
  const embeddings = unitEmbeddings([0, 0, 1], 2, 1);
  embeddings.values[3] = NaN;
  assert.throws(() => retrievalMetrics(embeddings), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /^cannot measure verification: embedding 1 contains NaN/);
    return true;
  });
});
