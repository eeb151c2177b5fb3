import assert from "node:assert/strict";
import { negativesNeededFor } from "../../../lib/dataset/estimate/rule_of_three.ts";
import { smallestSupportedFar } from "../../../lib/dataset/estimate/rule_of_three.ts";

Deno.test("so many negative pairs support a rate, and one fewer does not", () => {
  for (let n = 3; n < 100_000; n += 7) {
    for (const far of [3 / n, 0.99 * 3 / n]) {
      assert.ok(smallestSupportedFar(negativesNeededFor(far)) <= far, `${far}`);
      assert.ok(
        negativesNeededFor(far) === 3 || smallestSupportedFar(negativesNeededFor(far) - 1) > far,
        `${far}`,
      );
    }
  }
  assert.deepEqual([0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6].map(negativesNeededFor), [
    ...[30, 300, 3000, 30_000, 300_000, 3_000_000],
  ]);
});
