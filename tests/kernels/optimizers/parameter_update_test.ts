import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { momentUpdate } from "../../../kernels/optimizers/moment_update.ts";
import * as reference from "../../../kernels/reference/optimizers/moment_update.ts";
import { scheduleFreeUpdate as plainScheduleFree } from "../../../kernels/reference/optimizers/schedule_free_update.ts";
import {
  type SectionUpdate,
  updateGroups,
} from "../../../kernels/reference/optimizers/update_groups.ts";
import type { ParameterUpdate } from "../../../kernels/optimizers/register_parameter_update.ts";
import { scheduleFreeUpdate } from "../../../kernels/optimizers/schedule_free_update.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

/** One, and more than a launch has threads. */
const counts = [1, 300_001];
const sizes = counts.flatMap((count) => [2 * count, 3 * count, 4 * count]);
const secondMoments = { keepSecond: 0.9, addSecond: 0.1, correction: 0.4, epsilon: 1e-3 };

function draw(rows: number, count: number) {
  const wave = (length: number, pace: number) =>
    Float32Array.from({ length }, (_, i) => Math.sin(pace * i + pace));
  // Second moments, in the third row, are above 0.
  const state = wave(rows * count, 0.37).map((x, i) => i >= 2 * count && i < 3 * count ? x * x : x);
  return {
    state,
    gradient: wave(count, 1.3),
    // Sections of each group in turn, the last first.
    groups: Int32Array.from({ length: count }, (_, i) => 3 - Math.floor(i / 777) % 4),
  };
}

/**
 * Asserts that an update does on the device what its reference does, each group by its numbers: to the
 * bit where the device is a processor, whose runs go on as they would have.
 */
async function assertAgrees<Step>(
  update: ParameterUpdate<Step>,
  reference: SectionUpdate<Step>,
  { state, gradient, groups }: ReturnType<typeof draw>,
  steps: Step[],
): Promise<void> {
  const expected = new Float32Array(state.length);
  updateGroups(reference, { state, gradient, groups }, steps, expected);
  const inputs = tf.tidy(() => [
    tf.tensor1d(state),
    tf.tensor1d(gradient),
    tf.tensor1d(groups, "int32"),
  ]) as [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  const tolerance = tf.getBackend() === "webgpu" ? 1e-5 : 0;
  assertCloseTo(await take(update(...inputs, steps)), expected, tolerance);
  tf.dispose(inputs);
}

testOnDevices("updates by moments agree with their reference", sizes, async () => {
  for (const count of counts) {
    for (
      const [rows, adaptive, pull] of [[2, 0, 0], [3, 1, 0], [3, 0, 0], [4, 1, 0.5], [4, 0, 0]]
    ) {
      const steps = [0.2, 0, 0.5, 0.1].map((decay, group): reference.MomentStep => ({
        ...secondMoments,
        coupledDecay: decay,
        keepFirst: 0.7 - group / 10,
        addFirst: 0.3,
        adaptive: adaptive!,
        rate: 0.02 * (1 + group),
        decay: decay / 2,
        pull: group === 1 ? 0 : pull!,
      }));
      await assertAgrees(momentUpdate, reference.momentUpdate, draw(rows!, count), steps);
    }
  }
});

testOnDevices("schedule-free updates agree with their reference", sizes, async () => {
  for (const count of counts) {
    for (const [rows, adaptive] of [[2, 0], [3, 1], [3, 0]]) {
      const steps = [0.2, 0, 0.5, 0.1].map((decay, group) => ({
        ...secondMoments,
        adaptive: adaptive!,
        decay,
        averageWeight: 0.3 + group / 10,
        rate: 0.02,
        baseRate: 0.05 * (1 + group),
      }));
      await assertAgrees(scheduleFreeUpdate, plainScheduleFree, draw(rows!, count), steps);
    }
  }
});

testOnDevices("a parameter's numbers are its group's", [4], async () => {
  const step = {
    ...secondMoments,
    coupledDecay: 0,
    keepFirst: 0,
    addFirst: 1,
    adaptive: 0,
    decay: 0,
    pull: 0,
  };
  const steps = [1, 2, 3, 4].map((rate) => ({ ...step, rate }));
  const inputs = tf.tidy(() => [
    tf.tensor1d([10, 10, 0, 0]),
    tf.tensor1d([1, 0.5]),
    tf.tensor1d([3, 1], "int32"),
  ]) as [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  assertCloseTo(await take(momentUpdate(...inputs, steps)), [6, 9, 1, 0.5]);
  assert.throws(() => momentUpdate(...inputs, [...steps, steps[0]!]), /at most 4 groups, found 5/);
  tf.dispose(inputs);
});
