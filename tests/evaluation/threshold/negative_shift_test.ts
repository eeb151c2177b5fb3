import assert from "node:assert/strict";
import { labelScores } from "../../../lib/evaluation/scores/label_scores.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { negativeShift } from "../../../lib/evaluation/threshold/negative_shift.ts";
import { operatingPoints } from "../../../lib/evaluation/threshold/operating_points.ts";
import type { Embeddings } from "../../../lib/evaluation/similarities/embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

function embeddingsOf(identities: number, seed: number): Embeddings {
  const labels = Array.from({ length: 4 * identities }, (_, row) => Math.floor(row / 4));
  return unitEmbeddings(labels, 8, seed);
}

/** The same with a part that all images share, as light or a camera gives them. */
function alike({ values, dimension, labels }: Embeddings, part: number): Embeddings {
  const moved = values.slice();
  labels.forEach((_, row) => {
    const own = moved.subarray(row * dimension, (row + 1) * dimension);
    own[0]! += part;
    const length = Math.hypot(...own);
    own.forEach((value, index) => own[index] = value / length);
  });
  return { values: moved, dimension, labels };
}

const known = 15;
const table = (seed: number) => {
  const heldOut = scorePairs(embeddingsOf(known, seed));
  return operatingPoints({ validation: heldOut, heldOut });
};
const scores = (embeddings: Embeddings) => labelScores(embeddings, { seed: 0 });

Deno.test("other identities of the same kind raise no alarm, few or many", () => {
  for (const identities of [4, 15, 60]) {
    for (let draw = 0; draw < 20; draw++) {
      const others = scores(embeddingsOf(identities, 100 + draw));
      assert.equal(negativeShift(others, table(draw), known), null, `${identities}: ${draw}`);
    }
  }
});

Deno.test("images that all look more alike, or less, are of another kind", () => {
  const more = negativeShift(scores(alike(embeddingsOf(20, 100), 1.5)), table(0), known)!;
  assert.ok(more.expected <= 0.1 && more.found > 0.8, JSON.stringify(more));
  const lightTable = (() => {
    const heldOut = scorePairs(alike(embeddingsOf(known, 0), 1.5));
    return operatingPoints({ validation: heldOut, heldOut });
  })();
  const less = negativeShift(scores(embeddingsOf(20, 100)), lightTable, known)!;
  assert.ok(less.found < less.expected / 2, JSON.stringify(less));
});

Deno.test("the fraction is that of the pairs that reach the similarity, weights and all", () => {
  const others = scores(alike(embeddingsOf(20, 100), 1.5));
  const { threshold, found } = negativeShift(others, table(0), known)!;
  const reached = others.negatives.filter((score) => score >= threshold).length;
  assert.equal(found, reached / others.negatives.length);
  const negativeWeights = new Float64Array(others.negatives.length).fill(3);
  assert.equal(negativeShift({ ...others, negativeWeights }, table(0), known)!.found, found);
});

Deno.test("two identities tell nothing of a kind", () => {
  assert.equal(negativeShift(scores(alike(embeddingsOf(2, 1), 1.5)), table(0), known), null);
  assert.equal(negativeShift(scores(alike(embeddingsOf(20, 1), 1.5)), table(0), 2), null);
});
