import assert from "node:assert/strict";
import { bestEpoch, isCandidate, meanValidation } from "../../../lib/training/folds/best_epoch.ts";
import type { TrainEvent } from "../../../lib/training/loop/train_event.ts";
import { WholeProgress } from "../../../lib/training/folds/whole_progress.ts";

const curve = (...aucs: number[]) => aucs.map((auc) => ({ auc, eer: 1 - auc }));

Deno.test("the epoch with the best mean counts, not that of a single fold", () => {
  const curves = [curve(0.9, 0.7, 0.6, 0.65), curve(0.5, 0.6, 0.9, 0.8), curve(0.5, 0.8, 0.6, 0.7)];
  assert.equal(bestEpoch(curves, { schedule: "constant" }).epoch, 3);
  assert.deepEqual(
    curves.map((_, fold) => bestEpoch(curves.toSpliced(fold, 1), { schedule: "constant" }).epoch),
    [3, 1, 2],
  );
  assert.ok(Math.abs(meanValidation(curves, 3).auc - 2.15 / 3) < 1e-12);
});

Deno.test("where the schedule lowers the rate, only epochs after that count", () => {
  const curves = [curve(0.9, 0.9, 0.5, 0.6, 0.6, 0.7, 0.7, 0.6)];
  assert.deepEqual(bestEpoch(curves, { schedule: "cosine" }), {
    epoch: 6,
    auc: 0.7,
    annealed: true,
  });
  // The later one of two that tie.
  assert.equal(bestEpoch(curves, { schedule: "constant" }).epoch, 1);
  for (const schedule of ["cosine", "constant"] as const) {
    const candidates = curves[0]!.keys()
      .filter((epoch) => isCandidate(epoch, { schedule, epochs: 8 }));
    assert.deepEqual([...candidates], schedule === "cosine" ? [5, 6, 7] : [0, 1, 2, 3, 4, 5, 6, 7]);
  }
});

Deno.test("the steps of all models are steps of one run", () => {
  const told: { progress: number; secondsLeft: number }[] = [];
  const folds = [{ batchesPerEpoch: 2 }, { batchesPerEpoch: 4 }] as never;
  const whole = new WholeProgress({ folds, batchesPerEpoch: 6 }, (event) => {
    if (event.kind === "step") told.push(event);
  });
  const step = (progress: number, secondsLeft: number) =>
    ({ kind: "step", progress, secondsLeft }) as TrainEvent;
  const [one, two, all] = [whole.of(2), whole.of(4), whole.of(6)];
  // One batch of an epoch takes ten seconds of a model's run.
  one!(step(0.5, 10));
  two!(step(0.5, 20));
  all!(step(0.5, 30));
  assert.deepEqual(told.map(({ secondsLeft }) => secondsLeft), [110, 80, 30]);
  assert.deepEqual(told.map(({ progress }) => progress), [1 / 12, 4 / 12, 9 / 12]);
});
