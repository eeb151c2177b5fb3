import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./parameters.ts";

/**
 * Makes a linear layer with bias.
 *
 * @returns from `[n, inputs]` to `[n, outputs]`
 */
export function linear(
  parameters: Parameters,
  name: string,
  { inputs, outputs }: { inputs: number; outputs: number },
): (x: tf.Tensor2D) => tf.Tensor2D {
  const std = Math.sqrt(1 / inputs);
  const weight = parameters.create(`${name}.weight`, [inputs, outputs], { std }, {
    kind: "linear",
  }) as tf.Variable<tf.Rank.R2>;
  const bias = parameters.create(`${name}.bias`, [outputs], { constant: 0 }, { kind: "vector" });
  return (x) => tf.add(tf.matMul(x, weight), bias);
}
