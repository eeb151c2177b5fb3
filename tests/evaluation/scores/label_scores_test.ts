import assert from "node:assert/strict";
import { labelScores } from "../../../lib/evaluation/scores/label_scores.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { joinEmbeddings } from "../../../lib/evaluation/similarities/embeddings.ts";
import { gridEmbeddings } from "../similarities/grid_embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const labels = Array.from({ length: 200 }, (_, row) => row % 20);

/** How many pairs have each score, by their weights. */
function histogram(scores: Float32Array, weights?: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  // -0 and 0 are the same key.
  scores.forEach((score, pair) =>
    counts.set(score, (counts.get(score) ?? 0) + (weights?.[pair] ?? 1))
  );
  return counts;
}

for (const seed of [1, 2, 3]) {
  Deno.test(`pairs that tie at the cutoff count as often as they are, seed ${seed}`, () => {
    // Quarters of quarters: thousands of pairs share each of a few scores, the cutoff among them.
    const embeddings = gridEmbeddings(labels, seed), most = 6_000;
    const all = scorePairs(embeddings);
    const some = labelScores(embeddings, { seed, most });
    const weights = some.negativeWeights!;
    const isHigh = (_: unknown, pair: number) => weights[pair] === 1;
    const high = histogram(some.negatives.filter(isHigh));
    const low = histogram(
      some.negatives.filter((_, pair) => !isHigh(_, pair)),
      weights.filter((weight) => weight !== 1),
    );
    const exact = histogram(all.negatives);
    const cutoff = Math.max(...low.keys());
    for (const [score, count] of exact) {
      if (score > cutoff) assert.equal(high.get(score), count, `${score}`);
      else {
        // No score is both kept and sampled, or it would count twice; and none is lost.
        assert.equal(high.get(score), undefined, `${score}`);
        const deviation = Math.sqrt(count * all.negatives.length / (most / 2));
        const found = low.get(score) ?? 0;
        assert.ok(Math.abs(found - count) < 4.5 * deviation, `${score}: ${found}, not ${count}`);
      }
    }
    assert.ok(exact.get(cutoff)! > 500, "no tie at the cutoff");
  });
}

Deno.test("about half of what is kept are the highest scores, and the rest is a sample", () => {
  const embeddings = unitEmbeddings(labels, 6, 1), most = 3_000;
  const { negatives, negativeWeights, negativeLabels } = labelScores(embeddings, { seed: 1, most });
  const high = negativeWeights!.filter((weight) => weight === 1).length;
  assert.ok(Math.abs(high - most / 2) < 200, `${high} are kept`);
  assert.ok(Math.abs(negatives.length - most) < 300, `${negatives.length} in all`);
  // Labels go with their scores: no negative pair is of one identity.
  const [a, b] = negativeLabels;
  assert.deepEqual([a.length, b.length], [negatives.length, negatives.length]);
  a.forEach((label, pair) => assert.notEqual(label, b[pair]));
});

Deno.test("sampled pairs carry the identities of their own images", () => {
  // Each identity lies on an axis of its own, so that a score tells which two identities it is of.
  const identities = 12,
    embeddings = {
      values: new Float32Array(120 * identities),
      dimension: identities,
      labels: Int32Array.from({ length: 120 }, (_, row) => row % identities),
    };
  embeddings.labels.forEach((label, row) => {
    embeddings.values[row * identities + label] = Math.sqrt(0.5 + label / 32);
  });
  const { positives, positiveLabels } = labelScores(embeddings, { seed: 4, most: 300 });
  assert.equal(positives.length, 300);
  positives.forEach((score, pair) => {
    assert.ok(Math.abs(score - (0.5 + positiveLabels[pair]! / 32)) < 1e-6);
  });
});

Deno.test("identities that join in are paired with the others, never with each other", () => {
  const embeddings = joinEmbeddings(
    unitEmbeddings(labels.slice(0, 60), 6, 1),
    unitEmbeddings(labels.map((label) => label + 100), 6, 2),
  );
  for (const most of [1_000, 100_000]) {
    const all = scorePairs(embeddings), some = labelScores(embeddings, { seed: 1, most });
    const [a, b] = some.negativeLabels;
    a.forEach((label, pair) => assert.ok(Math.min(label, b[pair]!) < 100 && label !== b[pair]));
    assert.ok(some.positiveLabels.every((label) => label < 100));
    const total = some.negativeWeights?.reduce((sum, weight) => sum + weight, 0) ?? a.length;
    assert.ok(Math.abs(total - all.negatives.length) < 1e-6);
    assert.equal(some.identities, all.identities);
    assert.deepEqual(some.joined, new Set(labels.map((label) => label + 100)));
  }
});
