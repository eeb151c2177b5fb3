import assert from "node:assert/strict";
import { learningRateAt } from "../../lib/training/learning_rate_at.ts";

const late = 1_000_000;
const constant = { schedule: "constant", learningRate: 0.5 } as const;
const cosine = { schedule: "cosine", learningRate: 0.5 } as const;

Deno.test("the learning rate rises in equal steps to what is asked for, and stays", () => {
  const rates = Array.from({ length: 2000 }, (_, step) => learningRateAt(step, 0, constant));
  const steps = rates.indexOf(0.5) + 1;
  assert.ok(steps > 1, "there is no warm-up");
  rates.slice(0, steps).forEach((rate, step) => {
    assert.ok(Math.abs(rate - 0.5 * (step + 1) / steps) < 1e-12, `step ${step}: ${rate}`);
  });
  assert.deepEqual(new Set(rates.slice(steps)), new Set([0.5]));
  for (const progress of [0.3, 0.99, 1]) {
    assert.equal(learningRateAt(late, progress, constant), 0.5);
  }
});

Deno.test("a cosine falls from the learning rate to a hundredth of it", () => {
  assert.equal(learningRateAt(late, 0, cosine), 0.5);
  assert.ok(Math.abs(learningRateAt(late, 1, cosine) - 0.005) < 1e-12);
  // Halfway between both ends in the middle, and at a third three quarters of the way up.
  assert.ok(Math.abs(learningRateAt(late, 1 / 2, cosine) - (0.5 + 0.005) / 2) < 1e-12);
  assert.ok(Math.abs(learningRateAt(late, 1 / 3, cosine) - (0.005 + 0.495 * 0.75)) < 1e-12);
  let before = Infinity;
  for (let progress = 0; progress <= 1; progress += 1 / 64) {
    const rate = learningRateAt(late, progress, cosine);
    assert.ok(rate < before);
    before = rate;
  }
  assert.equal(learningRateAt(late, 1.5, cosine), learningRateAt(late, 1, cosine));
});

Deno.test("the first steps of a cosine are a share of it", () => {
  for (const progress of [0, 0.2, 0.7]) {
    const share = learningRateAt(0, progress, constant) / learningRateAt(late, progress, constant);
    const rate = learningRateAt(0, progress, cosine);
    assert.ok(Math.abs(rate - share * learningRateAt(late, progress, cosine)) < 1e-12);
  }
});
