import * as tf from "@tensorflow/tfjs";
import { batchNormCheck } from "../../kernels/checks/batch_norm_checks.ts";
import type { Activation } from "../../kernels/reference/layers/activation.ts";
import { compareWithStock, type StockComparison } from "./compare_with_stock.ts";

/** The time of batch norm with its activation in training, forward and backward. */
export interface BatchNormFigures extends StockComparison {
  readonly shape: readonly number[];
  readonly activation: Activation;
}

const cases: [shape: number[], activation: Activation][] = [
  [[8, 32, 32, 16], "relu"],
  [[2, 56, 56, 64], "silu"],
  [[4, 14, 14, 384], "silu"],
];

/** Measures batch norm in training on WebGPU. */
export async function benchBatchNorm(): Promise<BatchNormFigures[]> {
  const figures: BatchNormFigures[] = [];
  for (const [shape, activation] of cases) {
    const comparison = await compareWithStock(
      batchNormCheck({ shape, activation }),
      (x, scale, offset) => {
        const { mean, variance } = tf.moments(x!, shape.slice(0, -1).map((_, axis) => axis));
        const [m, v, b, s] = [mean, variance, offset, scale] as tf.Tensor1D[];
        const y = tf.batchNorm(x!, m!, v!, b!, s!, 1e-3);
        return activation === "relu" ? tf.relu(y) : tf.mul(y, tf.sigmoid(y));
      },
    );
    figures.push({ shape, activation, ...comparison });
  }
  return figures;
}
