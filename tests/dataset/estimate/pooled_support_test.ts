import assert from "node:assert/strict";
import { supportOfImages, supportOfPairs } from "../../../lib/dataset/estimate/negative_support.ts";
import { pooledSupport } from "../../../lib/dataset/estimate/pooled_support.ts";

Deno.test("of one model, it is what its images support", () => {
  const images = new Map([[3, 2], [1, 1]]), joined = new Map([[2, 2]]);
  assert.deepEqual(
    pooledSupport([{ labels: [0, 0, 0, 1, 1, 1, 2], joined: [3, 3, 4, 4] }]),
    supportOfImages(images, joined),
  );
});

Deno.test("of several, it is what a list of all their pairs supports", () => {
  const models = [
    { labels: [0, 0, 1], joined: [2, 3] },
    { labels: [2, 3, 3], joined: [0, 1] },
  ];
  const pairs = models.flatMap(({ labels, joined }) => [
    ...labels.flatMap((a, i) => labels.slice(i + 1).filter((b) => b !== a).flatMap((b) => [a, b])),
    ...labels.flatMap((a) => joined.flatMap((b) => [a, b])),
  ]);
  assert.deepEqual(pooledSupport(models), supportOfPairs(pairs));
});
