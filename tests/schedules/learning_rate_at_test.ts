import assert from "node:assert/strict";
import { cosine } from "../../lib/schedules/cosine.ts";
import { learningRateAt, type ScheduleSettings } from "../../lib/schedules/learning_rate_at.ts";
import { noPlateau, type Plateau, watchPlateau } from "../../lib/schedules/plateau.ts";
import { scheduleNames } from "../../lib/schedules/registry.ts";
// Made by tests/reference/optimizers.py.
import torch from "./torch.json" with { type: "json" };

const usual: ScheduleSettings = {
  schedule: "constant",
  learningRate: 0.5,
  warmUp: 20,
  gamma: null,
  stepSize: null,
  minimumRate: null,
};
/** A place past every warm-up. */
const late = { step: 1_000_000, epoch: 0, progress: 0, drops: 0 };
const epochs = [...torch.figures.keys(), torch.figures.length];

function assertRates(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  expected.forEach((rate, i) => {
    assert.ok(
      Math.abs(found[i]! / rate - 1) < 1e-12,
      `rate ${i}: wanted ${rate}, found ${found[i]}`,
    );
  });
}

Deno.test("before any schedule, the learning rate rises in equal steps", () => {
  for (const schedule of scheduleNames) {
    for (const [warmUp, progress] of [[20, 0], [7, 0.4], [1, 0.9]] as const) {
      const settings = { ...usual, schedule, warmUp };
      const top = learningRateAt({ ...late, progress }, settings);
      for (let step = 0; step < 30; step++) {
        const expected = top * Math.min(1, (step + 1) / warmUp);
        const rate = learningRateAt({ ...late, step, progress }, settings);
        assert.ok(Math.abs(rate - expected) < 1e-15, `${schedule}, step ${step}`);
      }
    }
    const first = learningRateAt({ ...late, step: 0 }, { ...usual, schedule, warmUp: 0 });
    assert.equal(first, 0.5);
  }
});

Deno.test("a constant rate stays", () => {
  const rates = [0, 0.3, 1].map((progress) => learningRateAt({ ...late, progress }, usual));
  assert.deepEqual(rates, [0.5, 0.5, 0.5]);
});

Deno.test("a cosine falls as PyTorch's, and stays down", () => {
  const settings = { ...usual, schedule: "cosine" } as const;
  const found = epochs.map((epoch) =>
    learningRateAt({ ...late, epoch, progress: epoch / (epochs.length - 1) }, settings)
  );
  assertRates(found, torch.cosine);
  assert.equal(learningRateAt({ ...late, progress: 1.5 }, settings), found.at(-1));
  const article = { ...settings, learningRate: 1e-4, minimumRate: 1e-6 };
  const rates = [0, 0.5, 1].map((progress) => learningRateAt({ ...late, progress }, article));
  assertRates(rates, [1e-4, (1e-4 + 1e-6) / 2, 1e-6]);
  assert.equal(learningRateAt({ ...late, progress: 1 }, { ...article, minimumRate: 0 }), 0);
});

Deno.test("the cosine is PyTorch's, its climb after the end included", () => {
  const found = [0, 25, 50, 75, 100].map((epoch) =>
    0.5 * cosine.fractionAt({ ...late, epoch, progress: epoch / 50 }, usual)
  );
  assertRates(found, torch.climbing);
});

Deno.test("steps are PyTorch's, or thirds of the run", () => {
  const settings = { ...usual, schedule: "step" } as const;
  const found = epochs.map((epoch) =>
    learningRateAt({ ...late, epoch }, { ...settings, gamma: 0.3, stepSize: 4 })
  );
  assertRates(found, torch.step);
  const thirds = [0, 0.33, 0.34, 0.66, 0.67, 1].map((progress) =>
    learningRateAt({ ...late, epoch: 77, progress }, settings)
  );
  assertRates(thirds, [0.5, 0.5, 0.05, 0.05, 0.005, 0.005]);
});

Deno.test("an exponential is PyTorch's, or ends at a hundredth", () => {
  const settings = { ...usual, schedule: "exponential" } as const;
  const found = epochs.map((epoch) =>
    learningRateAt({ ...late, epoch }, { ...settings, gamma: 0.9 })
  );
  assertRates(found, torch.exponential);
  const whole = [0, 0.5, 1].map((progress) =>
    learningRateAt({ ...late, epoch: 5, progress }, settings)
  );
  assertRates(whole, [0.5, 0.05, 0.005]);
});

Deno.test("a plateau lowers the rate where PyTorch does", () => {
  const settings = { ...usual, schedule: "plateau" } as const;
  let plateau: Plateau = noPlateau;
  const found = [learningRateAt({ ...late, drops: 0 }, settings)];
  for (const figure of torch.figures) {
    plateau = watchPlateau(plateau, figure, 2);
    found.push(learningRateAt({ ...late, drops: plateau.drops }, settings));
  }
  assertRates(found, torch.plateau);
  assert.equal(learningRateAt({ ...late, drops: 2 }, { ...settings, gamma: 0.5 }), 0.125);
});
