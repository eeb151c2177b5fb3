import * as tf from "@tensorflow/tfjs";
import * as reference from "../../kernels/reference/layers/squeeze_excite.ts";
import { squeezeExcite } from "../../kernels/webgpu/squeeze_excite/squeeze_excite.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { compareWithStock, type StockComparison } from "./compare_with_stock.ts";

/** What a squeeze-and-excitation takes, forward and backward. */
export interface SqueezeExciteFigures extends StockComparison {
  readonly shape: readonly number[];
  readonly units: number;
}

type Shape = [n: number, height: number, width: number, channels: number];

/** Of EfficientNetV2-B0 at 224 pixels. */
const cases: [shape: Shape, units: number][] = [[[4, 14, 14, 384], 24], [[4, 7, 7, 1152], 48]];

/** Measures squeeze-and-excitation with SiLU on WebGPU. */
export async function benchSqueezeExcite(): Promise<SqueezeExciteFigures[]> {
  await openWebGpu();
  const figures: SqueezeExciteFigures[] = [];
  for (const [shape, units] of cases) {
    const [n, height, width, channels] = shape;
    const random = (shape: number[], std: number, seed: number) =>
      tf.randomNormal(shape, 0, std, "float32", seed);
    const inputs = [
      random(shape, 1, 1),
      random([1, 1, channels, units], Math.sqrt(2 / units), 2),
      random([units], 1, 3),
      random([1, 1, units, channels], Math.sqrt(2 / channels), 4),
      random([channels], 1, 5),
    ];
    const upstream = random(shape, 1, 6);
    const comparison = await compareWithStock({
      inputs,
      upstream,
      own: (x, reduce, reduceBias, expand, expandBias) =>
        squeezeExcite(x as tf.Tensor4D, {
          reduce: reduce!,
          reduceBias: reduceBias!,
          expand: expand!,
          expandBias: expandBias!,
        }, "silu"),
      stock(x, reduce, reduceBias, expand, expandBias) {
        const dense = (x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor) =>
          tf.add(tf.conv2d(x as tf.Tensor4D, weight as tf.Tensor4D, 1, "same"), bias);
        const taken = dense(tf.mean(x!, [1, 2], true), reduce!, reduceBias!);
        return tf.mul(
          x!,
          tf.sigmoid(dense(tf.mul(taken, tf.sigmoid(taken)), expand!, expandBias!)),
        );
      },
      async expected() {
        const [x, reduce, reduceBias, expand, expandBias] = await Promise.all(
          inputs.map((input) => input.data()),
        );
        return reference.squeezeExciteGradient({
          shape: [n, height * width, channels],
          x: x!,
          reduce: reduce!,
          reduceBias: reduceBias!,
          expand: expand!,
          expandBias: expandBias!,
          activation: "silu",
        }, await upstream.data()).x;
      },
    });
    tf.dispose([...inputs, upstream]);
    figures.push({ shape, units, ...comparison });
  }
  return figures;
}
