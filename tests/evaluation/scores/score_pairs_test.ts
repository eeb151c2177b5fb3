import assert from "node:assert/strict";
import fc from "fast-check";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

/** Every unordered pair, straight from the definition of the cosine. */
function bruteForce(values: Float32Array, dimension: number, labels: Int32Array) {
  const positives: number[] = [], negatives: number[] = [];
  labels.forEach((a, i) =>
    labels.forEach((b, j) => {
      if (j <= i) return;
      let dot = 0;
      for (let k = 0; k < dimension; k++) {
        dot += values[i * dimension + k]! * values[j * dimension + k]!;
      }
      (a === b ? positives : negatives).push(dot);
    })
  );
  return { positives, negatives };
}

function assertSame(actual: Float32Array, expected: number[]) {
  assert.equal(actual.length, expected.length);
  expected.sort((a, b) => a - b);
  actual.toSorted().forEach((score, index) =>
    assert.ok(Math.abs(score - expected[index]!) < 1e-6, `${score}, wanted ${expected[index]}`)
  );
}

Deno.test("every unordered pair is scored once, as brute force does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { maxLength: 150 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (labels, dimension, seed) => {
        const embeddings = unitEmbeddings(labels, dimension, seed);
        const { positives, negatives } = scorePairs(embeddings);
        const expected = bruteForce(embeddings.values, dimension, embeddings.labels);
        assertSame(positives, expected.positives);
        assertSame(negatives, expected.negatives);
      },
    ),
    { seed: 1, numRuns: 40 },
  );
});

Deno.test("identical embeddings score one and never more", () => {
  const { values } = unitEmbeddings([0], 7, 3);
  const twice = new Float32Array([...values, ...values]);
  const { positives } = scorePairs({
    values: twice,
    dimension: 7,
    labels: Int32Array.of(0, 0),
  });
  assert.ok(positives[0]! <= 1 && positives[0]! > 0.999999);
});

Deno.test("NaN in an embedding stays NaN in its scores", () => {
  const { positives } = scorePairs({
    values: Float32Array.of(NaN, 1),
    dimension: 1,
    labels: Int32Array.of(0, 0),
  });
  assert.deepEqual([...positives], [NaN]);
});

Deno.test("values that do not match the labels are refused", () => {
  assert.throws(
    () => scorePairs({ values: new Float32Array(5), dimension: 2, labels: new Int32Array(3) }),
    /wanted 3 x 2 values, found 5/,
  );
});
