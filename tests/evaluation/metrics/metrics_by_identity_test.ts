import assert from "node:assert/strict";
import fc from "fast-check";
import { areaUnderCurve } from "../../../lib/evaluation/metrics/area_under_curve.ts";
import { cosineSimilarity } from "../../../lib/evaluation/similarities/cosine_similarity.ts";
import { errorRatesAt } from "../../../lib/evaluation/scores/threshold_search.ts";
import { metricsByIdentity } from "../../../lib/evaluation/metrics/metrics_by_identity.ts";
import { hardestPairs } from "../../../lib/evaluation/scores/hardest_pairs.ts";
import { scoreEnrolled } from "../../../lib/evaluation/scores/score_enrolled.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { gridEmbeddings } from "../similarities/grid_embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const runs = { seed: 1, numRuns: 60 };
const labels = fc.array(fc.nat(7), { maxLength: 60 });
const embeddings = fc.oneof(
  fc.tuple(labels, fc.nat()).map(([labels, seed]) => gridEmbeddings(labels, seed)),
  fc.tuple(labels, fc.nat()).map(([labels, seed]) => unitEmbeddings(labels, 4, seed)),
);

Deno.test("an identity's figures are those of its pairs, enrolled alone", () => {
  fc.assert(
    fc.property(embeddings, fc.integer({ min: -4, max: 4 }), (embeddings, quarters) => {
      const threshold = quarters / 4;
      const figures = metricsByIdentity(embeddings, threshold);
      assert.equal(figures.length, new Set(embeddings.labels).size);
      for (const found of figures) {
        const scores = scoreEnrolled(embeddings, found.label);
        const { positives, negatives } = scores;
        assert.equal(
          found.images,
          embeddings.labels.filter((label) => label === found.label).length,
        );
        assert.equal(found.positivePairs, positives.length);
        const mean = positives.reduce((sum, score) => sum + score, 0) / positives.length;
        if (positives.length === 0) assert.equal(found.meanPositiveSimilarity, null);
        else assert.ok(Math.abs(found.meanPositiveSimilarity! - mean) < 1e-12);
        const accepted = negatives.filter((score) => score >= threshold).length;
        assert.equal(found.far, negatives.length === 0 ? null : accepted / negatives.length);
        const rejected = positives.filter((score) => score < threshold).length;
        assert.equal(found.frr, positives.length === 0 ? null : rejected / positives.length);
        if (positives.length === 0 || negatives.length === 0) assert.equal(found.auc, null);
        else {
          assert.ok(Math.abs(found.auc! - areaUnderCurve(scores)) < 1e-12);
          assert.equal(found.far, errorRatesAt(scores, threshold).far);
        }
      }
    }),
    runs,
  );
});

Deno.test("the worst identity comes first, what cannot be measured last", () => {
  const labels = Array.from({ length: 90 }, (_, row) => row % 13).concat(20, 21);
  const figures = metricsByIdentity(unitEmbeddings(labels, 3, 2), 0.5);
  const areas = figures.map(({ auc }) => auc ?? Infinity);
  assert.deepEqual(areas, areas.toSorted((a, b) => a - b));
  assert.deepEqual(figures.slice(-2).map(({ label }) => label).sort(), [20, 21]);
});

Deno.test("the hardest pairs are the ends of all pairs in order", () => {
  fc.assert(
    fc.property(embeddings, fc.nat(12), (embeddings, count) => {
      const { values, dimension, labels } = embeddings;
      const pairs = [...labels.keys()].flatMap((a) =>
        [...labels.keys()].slice(a + 1).map((b) => ({
          a,
          b,
          similarity: cosineSimilarity(values, values, dimension, a * dimension, b * dimension),
        }))
      );
      const expected = (same: boolean, sign: number) =>
        pairs.filter(({ a, b }) => (labels[a] === labels[b]) === same)
          .sort((x, y) => sign * (x.similarity - y.similarity) || x.a - y.a || x.b - y.b)
          .slice(0, count);
      const { positives, negatives } = hardestPairs(embeddings, count);
      const plain = (found: typeof positives) => found.map((pair) => ({ ...pair }));
      assert.deepEqual(plain(positives), expected(true, 1));
      // As text, where a similarity of zero has no sign.
      assert.equal(
        JSON.stringify(plain(negatives)),
        JSON.stringify(expected(false, -1)),
      );
    }),
    runs,
  );
});

Deno.test("embeddings that are no numbers are refused", () => {
  const embeddings = unitEmbeddings([0, 0, 1], 2, 1);
  embeddings.values[5] = Infinity;
  assert.throws(() => metricsByIdentity(embeddings, 0.5), UserError);
  assert.throws(() => hardestPairs(embeddings, 3), UserError);
});
