import assert from "node:assert/strict";
import { evaluate } from "../../lib/evaluation/metrics/evaluate.ts";
import { UserError } from "../../lib/language/user_error.ts";

/** Similarities: 0.8 and 0.6 within the identities; 0, 0.8, 0.6 and 1 between them. */
const embeddings = Float32Array.of(1, 0, 0.8, 0.6, 0, 1, 0.8, 0.6);

Deno.test("embeddings are measured over all pairs, whatever their identities are called", () => {
  const metrics = evaluate(embeddings, ["Anna", "Anna", "Hans", "Hans"]);
  assert.equal(metrics.positivePairs, 2);
  assert.equal(metrics.negativePairs, 4);
  // 0.8 beats two of the four negatives and ties with one, 0.6 beats one and ties with one.
  assert.equal(metrics.auc, 4 / 8);
  assert.deepEqual(evaluate(embeddings, [7, 7, -1, -1]), metrics);
});

Deno.test("embeddings that cannot be measured are refused", () => {
  assert.throws(() => evaluate(embeddings, ["a", "b", "c"]), RangeError);
  assert.throws(() => evaluate(embeddings, ["a", "b", "c", "d"]), UserError);
  assert.throws(() => evaluate(Float32Array.of(1, NaN), ["a", "a"]), UserError);
});
