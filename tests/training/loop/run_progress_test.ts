import assert from "node:assert/strict";
import { RunDuration } from "../../../lib/training/loop/run_duration.ts";
import { RunClock, RunProgress } from "../../../lib/training/loop/run_progress.ts";
import { start } from "../../../lib/training/run_folder/position.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";

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

Deno.test("an epoch that ended a short run is not annealed in a longer one", () => {
  const batches = 9;
  const at = (epochs: number | null, best: { epoch: number; annealed: boolean }, changes = {}) => {
    const settings = { ...defaultSettings, data: "", epochs, ...changes };
    const progress = new RunProgress(settings, batches);
    progress.continueFrom({
      ...start,
      ...{ epoch: 4, step: 4 * batches, seconds: 60, length: { epochs: 4, minutes: null } },
      best: { auc: 0.9, ...best },
    });
    return [progress.position.best!.annealed, progress.position.repeatable];
  };
  assert.deepEqual(at(4, { epoch: 3, annealed: true }), [true, true]);
  assert.deepEqual(at(5, { epoch: 3, annealed: true }), [true, false]);
  assert.deepEqual(at(6, { epoch: 3, annealed: true }), [false, false]);
  assert.deepEqual(at(20, { epoch: 3, annealed: true }), [false, false]);
  // It is the epoch that counts, not how far the run is; and none becomes annealed.
  assert.deepEqual(at(5, { epoch: 2, annealed: true }), [false, false]);
  assert.deepEqual(at(4, { epoch: 3, annealed: false }), [false, true]);
  // Of 1.25 minutes, one is over.
  assert.deepEqual(at(null, { epoch: 3, annealed: true }, { minutes: 1.25 }), [true, false]);
  assert.deepEqual(at(null, { epoch: 3, annealed: true }, { minutes: 10 }), [false, false]);
});

Deno.test("how long a run takes is told once, after some steps and seconds", () => {
  const duration = new RunDuration(1000);
  // The first steps compile kernels: 100 seconds that come no more.
  assert.equal(duration.watch(8, 100), null);
  assert.equal(duration.watch(16, 104), null);
  assert.equal(duration.watch(28, 110), 486);
  assert.equal(duration.watch(36, 114), null);
  const fast = new RunDuration(1000);
  assert.deepEqual([[0, 0], [64, 1], [200, 4]].map(([step, at]) => fast.watch(step!, at!)), [
    ...[null, null, 16],
  ]);
  const endless = new RunDuration(Infinity);
  assert.deepEqual([[0, 0], [100, 10]].map(([step, at]) => endless.watch(step!, at!)), [
    null,
    null,
  ]);
});
