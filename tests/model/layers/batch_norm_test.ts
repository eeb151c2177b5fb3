import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { Activation } from "../../../lib/model/layers/activation.ts";
import { batchNorm } from "../../../lib/model/layers/batch_norm.ts";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../../kernels/support/test_on_devices.ts";
import { numericGradient } from "../../kernels/support/numeric_gradient.ts";

const shape: [number, number, number, number] = [3, 2, 5, 4];
const channels = shape[3], size = 120, count = size / channels;
const epsilon = 1e-3, momentum = 0.1;
const wave = (length: number, by: number) =>
  Array.from({ length }, (_, i) => Math.sin(by * i + by) + (i % channels));
/** Input, scale, offset, and the slope that comes from above. */
const [x, scale, offset, above] = [wave(size, 1.7), wave(4, 0.9), wave(4, 2.3), wave(size, 0.7)];

/** Mean and biased variance of each channel. */
function moments(values: ArrayLike<number>): { mean: number[]; variance: number[] } {
  const mean = new Array<number>(channels).fill(0), variance = new Array<number>(channels).fill(0);
  for (let i = 0; i < size; i++) mean[i % channels]! += values[i]! / count;
  for (let i = 0; i < size; i++) {
    variance[i % channels]! += (values[i]! - mean[i % channels]!) ** 2 / count;
  }
  return { mean, variance };
}

function normalise(
  values: ArrayLike<number>,
  scale: ArrayLike<number>,
  offset: ArrayLike<number>,
  { mean, variance } = moments(values),
): number[] {
  return Array.from(values, (value, i) => {
    const c = i % channels;
    return (value - mean[c]!) / Math.sqrt(variance[c]! + epsilon) * scale[c]! + offset[c]!;
  });
}

const weighed = (values: number[]) => values.reduce((sum, y, i) => sum + y * above[i]!, 0);

/** A layer with that scale and offset. */
function layer() {
  const parameters = new Parameters(0);
  const apply = batchNorm(parameters, "bn", { channels, epsilon, activation: "none" });
  const [weight, bias, runningMean, runningVariance] = parameters.all().map(({ value }) => value);
  tf.tidy(() => {
    weight!.assign(tf.tensor1d(scale));
    bias!.assign(tf.tensor1d(offset));
  });
  return {
    parameters,
    apply,
    weight: weight!,
    bias: bias!,
    runningMean: runningMean!,
    runningVariance: runningVariance!,
  };
}

testOnDevices("BatchNorm in training: output and gradients of the batch", [size, 4], async () => {
  const { parameters, apply, weight, bias } = layer();
  const input = tf.tidy(() => tf.variable(tf.tensor4d(x, shape)));
  let output!: tf.Tensor;
  const { value, grads } = tf.variableGrads(() => {
    output = tf.keep(apply(input, true));
    return tf.sum(tf.mul(output, tf.tensor4d(above, shape))).asScalar();
  }, [input, weight, bias]);
  assert.deepEqual(output.shape, shape);
  assertCloseTo(await output.data(), normalise(x, scale, offset));
  const expected = {
    [input.name]: numericGradient((x) => weighed(normalise(x, scale, offset)), x),
    [weight.name]: numericGradient((scale) => weighed(normalise(x, scale, offset)), scale),
    [bias.name]: numericGradient((offset) => weighed(normalise(x, scale, offset)), offset),
  };
  for (const [name, gradient] of Object.entries(grads)) {
    assertCloseTo(await gradient.data(), expected[name]!, 1e-4);
  }
  tf.dispose([input, output, value, grads]);
  parameters.dispose();
});

testOnDevices("BatchNorm's running statistics move as PyTorch's", [size, 4], async () => {
  const { parameters, apply, runningMean, runningVariance } = layer();
  const mean = [0, 0, 0, 0], variance = [1, 1, 1, 1];
  for (const factor of [1, 3]) {
    const values = x.map((value) => factor * value);
    tf.dispose(tf.tidy(() => apply(tf.tensor4d(values, shape), true)));
    const batch = moments(values);
    for (let c = 0; c < channels; c++) {
      mean[c] = (1 - momentum) * mean[c]! + momentum * batch.mean[c]!;
      const unbiased = batch.variance[c]! * count / (count - 1);
      variance[c] = (1 - momentum) * variance[c]! + momentum * unbiased;
    }
    assertCloseTo(await runningMean.data(), mean);
    assertCloseTo(await runningVariance.data(), variance);
  }
  const output = tf.tidy(() => apply(tf.tensor4d(x, shape), false));
  assertCloseTo(await output.data(), normalise(x, scale, offset, { mean, variance }));
  assertCloseTo(await runningMean.data(), mean);
  output.dispose();
  parameters.dispose();
});

testOnDevices("BatchNorm of one value a channel keeps its numbers finite", [4], async () => {
  const { parameters, apply, runningMean, runningVariance } = layer();
  const output = tf.tidy(() => apply(tf.tensor2d([[1, 2, 3, 4]]), true));
  assertCloseTo(await output.data(), offset);
  assertCloseTo(await runningMean.data(), [0.1, 0.2, 0.3, 0.4]);
  assertCloseTo(await runningVariance.data(), [0.9, 0.9, 0.9, 0.9]);
  output.dispose();
  parameters.dispose();
});

const derivatives: Record<Activation, (z: number) => number> = {
  none: () => 1,
  relu: (z) => z > 0 ? 1 : 0,
  relu6: (z) => z > 0 && z < 6 ? 1 : 0,
  silu(z) {
    const gate = 1 / (1 + Math.exp(-z));
    return gate * (1 + z * (1 - gate));
  },
};

testOnDevices(
  "a frozen BatchNorm trains what is below it, and is as in evaluation",
  [size, 4],
  async () => {
    for (const activation of ["none", "relu", "relu6", "silu"] as const) {
      const parameters = new Parameters(0, { freezeBatchNorm: true });
      const apply = batchNorm(parameters, "bn", { channels, epsilon, activation });
      assert.deepEqual(parameters.trainable(), []);
      // Scale, offset, mean and variance; a scale that takes some numbers above 6.
      const set = [[3, 2, -1, 4], [0.5, -1, 2, 0], [0.1, 1, 2, 3], [0.5, 1, 2, 0.25]];
      tf.tidy(() => parameters.all().forEach(({ value }, i) => value.assign(tf.tensor1d(set[i]!))));
      const input = tf.tidy(() => tf.variable(tf.tensor4d(x, shape)));
      let output!: tf.Tensor;
      const { value, grads } = tf.variableGrads(() => {
        output = tf.keep(apply(input, true));
        return tf.sum(tf.mul(output, tf.tensor4d(above, shape))).asScalar();
      }, [input]);
      const evaluated = tf.tidy(() => apply(input, false));
      assert.deepEqual(await output.data(), await evaluated.data());
      const expected = x.map((value, i) => {
        const [scale, offset, mean, variance] = set.map((numbers) => numbers[i % channels]!);
        const factor = scale! / Math.sqrt(variance! + epsilon);
        return above[i]! * factor * derivatives[activation]((value - mean!) * factor + offset!);
      });
      assertCloseTo(await grads[input.name]!.data(), expected, 1e-4);
      for (const [i, { value }] of parameters.all().entries()) {
        assertCloseTo(await value.data(), set[i]!);
      }
      tf.dispose([input, output, value, grads, evaluated]);
      parameters.dispose();
    }
  },
);
