import * as tf from "@tensorflow/tfjs";
import { batchNorm } from "../batch_norm/batch_norm.ts";
import { lerp } from "../batch_norm/lerp.ts";
import type { Activation } from "../reference/layers/activation.ts";
import * as reference from "../reference/layers/batch_norm.ts";
import * as interpolating from "../reference/layers/lerp.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor, sampleValues } from "./sample_values.ts";

const epsilon = 1e-3;

/**
 * Batch norm with its activation, over the last axis: the output, the gradients by x, scale and
 * offset, and the statistics.
 */
export function batchNormCheck(
  { shape, activation }: { shape: readonly number[]; activation: Activation },
): KernelCheck {
  const channels = shape[shape.length - 1]!;
  return defineCheck({
    kernel: `batch norm, ${activation}, [${shape}]`,
    tolerance: 1e-4,
    inputs() {
      const x = sampleTensor(shape, 1), scale = sampleTensor([channels], 2);
      return {
        x: { ...x, values: x.values.map((value) => 3 * value + 0.5) },
        scale: { ...scale, values: scale.values.map((value) => 2 * value) },
        offset: sampleTensor([channels], 3),
        dy: sampleTensor(shape, 4),
      };
    },
    run({ x, scale, offset, dy }) {
      let statistics!: tf.Tensor;
      const { value, grads } = tf.valueAndGrads((x, scale, offset) =>
        batchNorm(x!, scale!, offset!, { epsilon, activation }, (found) => {
          statistics = tf.keep(tf.clone(found));
        })
      )([x, scale, offset], dy);
      return [value, ...grads, statistics];
    },
    expected({ x, scale, offset, dy }) {
      const inputs = {
        x: x.values,
        scale: scale.values,
        offset: offset.values,
        epsilon,
        activation,
      };
      const { y, statistics } = reference.batchNorm(inputs);
      const { dx, sums } = reference.batchNormGradient(inputs, dy.values);
      return [y, dx, sums.slice(channels), sums.slice(0, channels), statistics];
    },
  });
}

/** Linear interpolation towards a row. */
export function lerpCheck({ length, ...move }: interpolating.LerpOptions & { length: number }) {
  return defineCheck({
    kernel: `lerp, ${length} values`,
    tolerance: 1e-5,
    inputs: () => ({
      from: { values: sampleValues(length, 2), shape: [length] },
      target: sampleTensor([2, length], 1),
    }),
    run: ({ from, target }) => [lerp(from as tf.Tensor1D, target, move)],
    expected: ({ from, target }) => [interpolating.lerp(from.values, target.values, move)],
  });
}

/** Batch norm, and the update of its running statistics. */
export const batchNormChecks: readonly KernelCheck[] = [
  batchNormCheck({ shape: [301, 8], activation: "none" }),
  batchNormCheck({ shape: [301, 7], activation: "silu" }),
  lerpCheck({ length: 5_003, row: 1, factor: 1.1, weight: 0.3 }),
];
