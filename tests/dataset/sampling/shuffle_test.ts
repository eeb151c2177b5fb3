import assert from "node:assert/strict";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { shuffle } from "../../../lib/dataset/sampling/shuffle.ts";

Deno.test("every order of four things is as likely as any other", () => {
  const random = xoroshiro128plus(1), runs = 24_000;
  const counts = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const order = shuffle(["a", "b", "c", "d"], random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 24);
  // Chi squared with 23 degrees of freedom: beyond 49.7 by a chance of 0.001.
  const expected = runs / 24;
  const chi = counts.values().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  assert.ok(chi < 49.7, `chi squared ${chi}`);
});

Deno.test("shuffling leaves its input as it is, and keeps every item once", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = shuffle(items, xoroshiro128plus(2));
  assert.deepEqual(items, Array.from({ length: 50 }, (_, index) => index));
  assert.deepEqual(shuffled.toSorted((a, b) => a - b), items);
});
