import assert from "node:assert/strict";
import { RunClock } from "../../../lib/training/loop/run_progress.ts";

Deno.test("by epochs, progress counts batches and no time", () => {
  const clock = new RunClock({ epochs: 5, minutes: null }, 8, 1e6);
  assert.equal(clock.epochs, 5);
  assert.deepEqual([0, 10, 40, 41].map((batches) => clock.progress(batches)), [0, 0.25, 1, 1]);
});

Deno.test("by minutes, progress counts time, that before a resume included", () => {
  const clock = new RunClock({ epochs: null, minutes: 10 }, 8, 150);
  assert.equal(clock.epochs, Infinity);
  // The test itself takes milliseconds of the ten minutes.
  for (const batches of [0, 1e6]) {
    const progress = clock.progress(batches);
    assert.ok(progress >= 0.25 && progress < 0.3, `${progress}`);
  }
  assert.ok(clock.seconds >= 150 && clock.seconds < 180);
  assert.equal(new RunClock({ epochs: null, minutes: 10 }, 8, 601).progress(0), 1);
});

Deno.test("by both, whichever is further", () => {
  const clock = new RunClock({ epochs: 2, minutes: 10 }, 8, 150);
  const early = clock.progress(0);
  assert.ok(early >= 0.25 && early < 0.3, `${early}`);
  assert.equal(clock.progress(12), 0.75);
  assert.equal(new RunClock({ epochs: 2, minutes: 10 }, 8, 601).progress(0), 1);
});

Deno.test("with neither, a smaller epoch is shown more often, and every one several times", () => {
  const epochs = (batches: number) =>
    new RunClock({ epochs: null, minutes: null }, batches, 0).epochs;
  const found = [1, 5, 50, 500, 1e6].map(epochs);
  assert.deepEqual(found, found.toSorted((a, b) => b - a));
  assert.ok(found.every((count) => Number.isInteger(count) && count > 1));
  assert.ok(found[0]! > found.at(-1)!);
});
