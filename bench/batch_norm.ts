import * as tf from "@tensorflow/tfjs";
import * as reference from "../kernels/reference/batch_norm.ts";
import { batchNorm } from "../kernels/webgpu/batch_norm.ts";
import { openWebGpu } from "../lib/backends/webgpu.ts";
import { assertCloseTo } from "../tests/kernels/close_to.ts";
import { poison } from "../tests/kernels/devices.ts";
import { countLaunches } from "./count_launches.ts";
import { median } from "./median.ts";

/** What BatchNorm with its activation takes in training, forward and backward. */
export interface BatchNormFigures {
  readonly shape: readonly number[];
  readonly activation: reference.BatchNormActivation;
  /** Median of the rounds, each with one readback. */
  readonly milliseconds: number;
  /** How many times faster than TensorFlow.js's ops and their tape: the median of the rounds' ratios. */
  readonly againstStock: number;
  readonly launches: number;
  readonly stockLaunches: number;
}

const cases: [shape: number[], activation: reference.BatchNormActivation][] = [
  [[8, 32, 32, 16], "relu"],
  [[2, 56, 56, 64], "silu"],
  [[4, 14, 14, 384], "silu"],
];
const rounds = 5;
const epsilon = 1e-3;

/** Measures BatchNorm in training on WebGPU, after it was found to agree with its reference. */
export async function benchBatchNorm(): Promise<BatchNormFigures[]> {
  const { check } = await openWebGpu();
  const figures: BatchNormFigures[] = [];
  for (const [shape, activation] of cases) {
    const channels = shape[shape.length - 1]!;
    const inputs = [
      tf.randomNormal(shape, 0, 1, "float32", 1),
      tf.randomNormal([channels], 1, 0.1, "float32", 2),
      tf.randomNormal([channels], 0, 1, "float32", 3),
    ];
    const upstream = tf.randomNormal(shape, 0, 1, "float32", 4);
    const own = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor) =>
      batchNorm(x, scale, offset, { epsilon, activation }, () => {});
    const run = async (normalise: typeof own) => {
      const start = performance.now();
      const gradients = tf.tidy(() =>
        tf.grads((x, scale, offset) => normalise(x!, scale!, offset!))(inputs, upstream)
      );
      const dx = await gradients[0]!.data() as Float32Array;
      check();
      tf.dispose(gradients);
      return { dx, milliseconds: performance.now() - start };
    };
    const stock = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor) => {
      const { mean, variance } = tf.moments(x, shape.slice(0, -1).map((_, axis) => axis));
      const y = tf.batchNorm(x, as1D(mean), as1D(variance), as1D(offset), as1D(scale), epsilon);
      return activation === "relu" ? tf.relu(y) : tf.mul(y, tf.sigmoid(y));
    };

    await poison([inputs[0]!.size]);
    const { dx } = await run(own);
    const [x, scale, offset] = await Promise.all(inputs.map((input) => input.data()));
    const given = { x: x!, scale: scale!, offset: offset!, epsilon, activation };
    assertCloseTo(dx, reference.batchNormGradient(given, await upstream.data()).dx, 1e-4);
    const count = async (normalise: typeof own) =>
      (await countLaunches(async () => void await run(normalise)))!.programs;
    const [launches, stockLaunches] = [await count(own), await count(stock)];
    const times: number[] = [], ratios: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { milliseconds } = await run(own);
      times.push(milliseconds);
      ratios.push((await run(stock)).milliseconds / milliseconds);
    }
    tf.dispose([...inputs, upstream]);
    figures.push({
      shape,
      activation,
      milliseconds: median(times),
      againstStock: median(ratios),
      launches,
      stockLaunches,
    });
  }
  return figures;
}

function as1D(x: tf.Tensor): tf.Tensor1D {
  return x as tf.Tensor1D;
}
