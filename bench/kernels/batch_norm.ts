import * as tf from "@tensorflow/tfjs";
import type { Activation } from "../../kernels/reference/layers/activation.ts";
import * as reference from "../../kernels/reference/layers/batch_norm.ts";
import { batchNorm } from "../../kernels/batch_norm/batch_norm.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { compareWithStock, type StockComparison } from "./compare_with_stock.ts";

/** What BatchNorm with its activation takes in training, forward and backward. */
export interface BatchNormFigures extends StockComparison {
  readonly shape: readonly number[];
  readonly activation: Activation;
}

const cases: [shape: number[], activation: Activation][] = [
  [[8, 32, 32, 16], "relu"],
  [[2, 56, 56, 64], "silu"],
  [[4, 14, 14, 384], "silu"],
];
const epsilon = 1e-3;

/** Measures BatchNorm in training on WebGPU. */
export async function benchBatchNorm(): Promise<BatchNormFigures[]> {
  await openWebGpu();
  const figures: BatchNormFigures[] = [];
  for (const [shape, activation] of cases) {
    const channels = shape[shape.length - 1]!;
    const inputs = [
      tf.randomNormal(shape, 0, 1, "float32", 1),
      tf.randomNormal([channels], 1, 0.1, "float32", 2),
      tf.randomNormal([channels], 0, 1, "float32", 3),
    ];
    const upstream = tf.randomNormal(shape, 0, 1, "float32", 4);
    const comparison = await compareWithStock({
      inputs,
      upstream,
      own: (x, scale, offset) => batchNorm(x!, scale!, offset!, { epsilon, activation }, () => {}),
      stock(x, scale, offset) {
        const { mean, variance } = tf.moments(x!, shape.slice(0, -1).map((_, axis) => axis));
        const y = tf.batchNorm(
          x!,
          as1D(mean),
          as1D(variance),
          as1D(offset!),
          as1D(scale!),
          epsilon,
        );
        return activation === "relu" ? tf.relu(y) : tf.mul(y, tf.sigmoid(y));
      },
      async expected() {
        const [x, scale, offset] = await Promise.all(inputs.map((input) => input.data()));
        const given = { x: x!, scale: scale!, offset: offset!, epsilon, activation };
        return reference.batchNormGradient(given, await upstream.data()).dx;
      },
    });
    tf.dispose([...inputs, upstream]);
    figures.push({ shape, activation, ...comparison });
  }
  return figures;
}

function as1D(x: tf.Tensor): tf.Tensor1D {
  return x as tf.Tensor1D;
}
