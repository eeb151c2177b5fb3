import * as tf from "@tensorflow/tfjs";
import { squeezeExciteCheck } from "../../kernels/checks/squeeze_excite_checks.ts";
import { compareWithStock, type StockComparison } from "./compare_with_stock.ts";

/** The time of a squeeze-and-excitation, forward and backward. */
export interface SqueezeExciteFigures extends StockComparison {
  readonly shape: readonly number[];
  readonly units: number;
}

/** Of EfficientNetV2-B0 at 224 pixels. */
const cases = [
  { shape: [4, 14, 14, 384], units: 24 },
  { shape: [4, 7, 7, 1152], units: 48 },
] as const;

/** Measures squeeze-and-excitation with SiLU on WebGPU. */
export async function benchSqueezeExcite(): Promise<SqueezeExciteFigures[]> {
  const figures: SqueezeExciteFigures[] = [];
  for (const { shape, units } of cases) {
    const comparison = await compareWithStock(
      // The sums behind the gradients of these layers are longer than those of small checks.
      { ...squeezeExciteCheck({ shape, units }), tolerance: 1e-3 },
      (x, reduce, reduceBias, expand, expandBias) => {
        const dense = (x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor) =>
          tf.add(tf.conv2d(x as tf.Tensor4D, weight as tf.Tensor4D, 1, "same"), bias);
        const reduced = dense(tf.mean(x!, [1, 2], true), reduce!, reduceBias!);
        const activated = tf.mul(reduced, tf.sigmoid(reduced));
        return tf.mul(x!, tf.sigmoid(dense(activated, expand!, expandBias!)));
      },
    );
    figures.push({ shape, units, ...comparison });
  }
  return figures;
}
