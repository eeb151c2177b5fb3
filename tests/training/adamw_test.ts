import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Parameters } from "../../lib/model/parameters.ts";
import { AdamW } from "../../lib/training/adamw.ts";
import { testOnDevices } from "../kernels/devices.ts";
import { GOLDEN, golden } from "../losses/golden.ts";

const start = [1, 1, -1, 0.25];

/** The slope of a wavy bowl: a (w - t) - 3 sin 3w. */
function slopeAt(values: ArrayLike<number>): number[] {
  const a = [1, 10, 0.1, 3], t = [0.5, -0.3, 2, 0];
  return Array.from(values, (w, i) => a[i]! * (w - t[i]!) - 3 * Math.sin(3 * w));
}

/** Two parameters of that start: a matrix [1, 2] that decays, a bias [2] that does not. */
function matrixAndBias() {
  const parameters = new Parameters(0);
  const zero = { constant: 0 };
  const matrix = parameters.create("matrix", [1, 2], zero, { kind: "linear" });
  const bias = parameters.create("bias", [2], zero, { kind: "vector" });
  tf.tidy(() => {
    matrix.assign(tf.tensor2d([start.slice(0, 2)]));
    bias.assign(tf.tensor1d(start.slice(2)));
  });
  return { parameters, matrix, bias };
}

/** Moves both by one step along their slope. */
async function step(
  optimiser: AdamW,
  { matrix, bias }: ReturnType<typeof matrixAndBias>,
  learningRate: number,
): Promise<void> {
  const slope = slopeAt([...await matrix.data(), ...await bias.data()]);
  const gradients = {
    [bias.name]: tf.tensor1d(slope.slice(2)),
    [matrix.name]: tf.tensor2d([slope.slice(0, 2)]),
  };
  optimiser.update(gradients, learningRate);
  tf.dispose(gradients);
}

/** AdamW as Loshchilov and Hutter (2019) write it, in float64, a number at a time. */
function reference(
  { weightDecay, decays, rates, beta1 = 0.9, beta2 = 0.999 }: {
    weightDecay: number;
    decays: readonly boolean[];
    rates: readonly number[];
    beta1?: number;
    beta2?: number;
  },
): number[] {
  let values = start;
  const first = [0, 0, 0, 0], second = [0, 0, 0, 0];
  rates.forEach((rate, t) => {
    const slope = slopeAt(values);
    values = values.map((value, i) => {
      const g = slope[i]!;
      first[i] = beta1 * first[i]! + (1 - beta1) * g;
      second[i] = beta2 * second[i]! + (1 - beta2) * g * g;
      const m = first[i]! / (1 - beta1 ** (t + 1)), v = second[i]! / (1 - beta2 ** (t + 1));
      const decay = decays[i] ? weightDecay * value : 0;
      return value - rate * (m / (Math.sqrt(v) + 1e-8) + decay);
    });
  });
  return values;
}

function assertNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    const off = Math.abs(actual[i]! - value);
    assert.ok(off <= 1e-5 * Math.abs(value), `number ${i}: wanted ${value}, found ${actual[i]}`);
  });
}

testOnDevices("AdamW follows PyTorch's path", [4, 1], async () => {
  const { optim } = await golden();
  const path = optim["AdamW(torch,lr1e-4,wd1e-5)"]!;
  const parameters = new Parameters(0);
  const zero = { constant: 0 };
  const values = parameters.create("values", [1, 4], zero, { kind: "linear" });
  tf.tidy(() => values.assign(tf.tensor2d([start])));
  const optimiser = new AdamW(parameters.trainable(), { weightDecay: 1e-5 });
  for (let k = 1; k <= path.at(-1)!.k; k++) {
    const gradients = { [values.name]: tf.tensor2d([slopeAt(await values.data())]) };
    optimiser.update(gradients, 1e-4);
    tf.dispose(gradients);
    const expected = path.find((place) => place.k === k);
    if (expected) assertNear(await values.data(), expected.y);
  }
  optimiser.dispose();
  parameters.dispose();
}, GOLDEN);

testOnDevices("AdamW decays weights, not biases, at a rate that changes", [4, 2], async () => {
  const rates = Array.from({ length: 30 }, (_, k) => 0.01 * (1 + k % 3));
  const options = { weightDecay: 0.5, beta1: 0.8, beta2: 0.95 };
  const both = matrixAndBias();
  const optimiser = new AdamW(both.parameters.trainable(), options);
  for (const rate of rates) await step(optimiser, both, rate);
  const found = [...await both.matrix.data(), ...await both.bias.data()];
  const decays = [true, true, false, false];
  assertNear(found, reference({ ...options, rates, decays }));
  assert.throws(() =>
    assertNear(found, reference({ ...options, rates, decays: decays.fill(true) }))
  );
  optimiser.dispose();
  both.parameters.dispose();
});

testOnDevices("AdamW goes on from what was read of it", [4, 2], async () => {
  const options = { weightDecay: 0.1 };
  const both = matrixAndBias();
  const path: number[][] = [];
  let optimiser = new AdamW(both.parameters.trainable(), options);
  const walk = async (steps: number) => {
    for (let k = 0; k < steps; k++) await step(optimiser, both, 0.01);
    path.push([...await both.matrix.data(), ...await both.bias.data()]);
  };
  await walk(3);
  const state = await optimiser.read();
  const values = [await both.matrix.data<"float32">(), await both.bias.data<"float32">()] as const;
  await walk(4);
  optimiser.dispose();

  optimiser = new AdamW(both.parameters.trainable(), options);
  tf.tidy(() => {
    both.matrix.assign(tf.tensor2d(values[0], [1, 2]));
    both.bias.assign(tf.tensor1d(values[1]));
  });
  optimiser.restore(state);
  await walk(4);
  assert.deepEqual(path[2], path[1]);
  assert.throws(() => optimiser.restore({ ...state, first: new Float32Array(3) }), {
    name: "UserError",
    message: /moments of 4 parameters, found 3 and 4/,
  });
  optimiser.dispose();
  both.parameters.dispose();
});
