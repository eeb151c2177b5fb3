import assert from "node:assert/strict";
import { dropPathSeed } from "../../../lib/training/loop/drop_path_seed.ts";

Deno.test("a step's number is its seed's and its own alone, unlike its neighbours'", () => {
  const draws = new Set<number>();
  for (const seed of [0, 1, 2, 2 ** 31 - 1]) {
    for (let step = 0; step < 500; step++) {
      const draw = dropPathSeed(seed, step);
      assert.ok(Number.isInteger(draw) && draw >= 1 && draw <= 2 ** 32, `${draw}`);
      assert.equal(dropPathSeed(seed, step), draw);
      draws.add(draw);
    }
  }
  assert.equal(draws.size, 2000);
});
