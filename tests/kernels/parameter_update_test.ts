import * as tf from "@tensorflow/tfjs";
import { momentUpdate } from "../../kernels/moment_update.ts";
import * as reference from "../../kernels/reference/moment_update.ts";
import { scheduleFreeUpdate as plainScheduleFree } from "../../kernels/reference/schedule_free_update.ts";
import { scheduleFreeUpdate } from "../../kernels/schedule_free_update.ts";
import { assertCloseTo } from "./close_to.ts";
import { take, testOnDevices } from "./devices.ts";

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
    decays: Float32Array.from({ length: count }, (_, i) => i % 2),
  };
}

async function onDevice<Step>(
  update: (a: tf.Tensor1D, b: tf.Tensor1D, c: tf.Tensor1D, step: Step) => tf.Tensor1D,
  { state, gradient, decays }: ReturnType<typeof draw>,
  step: Step,
): Promise<number[]> {
  const [a, b, c] = [state, gradient, decays].map((values) => tf.tensor1d(values));
  const found = await take(update(a!, b!, c!, step));
  tf.dispose([a!, b!, c!]);
  return found;
}

testOnDevices("updates by moments agree with their reference", sizes, async () => {
  for (const count of counts) {
    for (
      const [rows, adaptive, pull] of [[2, 0, 0], [3, 1, 0], [3, 0, 0], [4, 1, 0.5], [4, 0, 0]]
    ) {
      const inputs = draw(rows!, count);
      const step: reference.MomentStep = {
        ...secondMoments,
        coupledDecay: 0.2,
        keepFirst: 0.7,
        addFirst: 0.3,
        adaptive: adaptive!,
        rate: 0.02,
        decay: 0.1,
        pull: pull!,
      };
      const expected = new Float32Array(rows! * count);
      reference.momentUpdate(inputs, step, expected);
      assertCloseTo(await onDevice(momentUpdate, inputs, step), expected);
    }
  }
});

testOnDevices("schedule-free updates agree with their reference", sizes, async () => {
  for (const count of counts) {
    for (const [rows, adaptive] of [[2, 0], [3, 1], [3, 0]]) {
      const inputs = draw(rows!, count);
      const step = {
        ...secondMoments,
        adaptive: adaptive!,
        decay: 0.2,
        share: 0.3,
        rate: 0.02,
        baseRate: 0.05,
      };
      const expected = new Float32Array(rows! * count);
      plainScheduleFree(inputs, step, expected);
      assertCloseTo(await onDevice(scheduleFreeUpdate, inputs, step), expected);
    }
  }
});
