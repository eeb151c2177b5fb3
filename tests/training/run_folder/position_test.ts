import assert from "node:assert/strict";
import { isBetterEpoch } from "../../../lib/training/run_folder/position.ts";
import { isAnnealed } from "../../../lib/training/loop/phases.ts";

const rated = (epoch: number, auc: number, annealed: boolean) => ({ epoch, auc, annealed });

Deno.test("any epoch is better than none", () => {
  assert.ok(isBetterEpoch(rated(0, 0.1, false), null));
});

Deno.test("of two epochs alike the better AUC wins, and the later where they are equal", () => {
  for (const annealed of [false, true]) {
    assert.ok(isBetterEpoch(rated(1, 0.8, annealed), rated(0, 0.7, annealed)));
    assert.ok(isBetterEpoch(rated(1, 0.7, annealed), rated(0, 0.7, annealed)));
    assert.ok(!isBetterEpoch(rated(1, 0.6, annealed), rated(0, 0.7, annealed)));
  }
});

Deno.test("a annealed epoch wins over a lucky one before, and is not lost to one after", () => {
  assert.ok(isBetterEpoch(rated(1, 0.8, true), rated(0, 0.9, false)));
  assert.ok(!isBetterEpoch(rated(1, 0.9, false), rated(0, 0.8, true)));
});

Deno.test("weights settle in the last quarter of a cosine, and never at a constant rate", () => {
  assert.deepEqual([0, 0.5, 0.74, 0.75, 1].map((at) => isAnnealed(at, "cosine")), [
    false,
    false,
    false,
    true,
    true,
  ]);
  assert.ok(!isAnnealed(1, "constant"));
});
