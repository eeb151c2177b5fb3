import assert from "node:assert/strict";
import fc from "fast-check";
import { unorderedPair } from "../../../lib/verification/pair_lists/sample_pair_list.ts";

Deno.test("pairs are numbered in order, each once, also those of a million things", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(unorderedPair), [
    ...[[0, 1], [0, 2], [1, 2], [0, 3], [1, 3], [2, 3]],
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (b, at) => {
        for (const a of [0, Math.floor(at * (b - 1)), b - 1]) {
          if (a < b) assert.deepEqual(unorderedPair(b * (b - 1) / 2 + a), [a, b]);
        }
      },
    ),
    { seed: 1 },
  );
});
