import * as tf from "@tensorflow/tfjs";
import type { Activation } from "../reference/layers/activation.ts";
import * as reference from "../reference/layers/squeeze_excite.ts";
import { squeezeExcite } from "../webgpu/squeeze_excite/squeeze_excite.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor } from "./sample_values.ts";

/** Squeeze-and-excitation of images, with its gradients. */
export function squeezeExciteCheck(
  { shape, units, activation = "silu" }: {
    shape: readonly [n: number, height: number, width: number, channels: number];
    units: number;
    activation?: Activation;
  },
): KernelCheck {
  const [n, height, width, channels] = shape;
  return defineCheck({
    kernel: `squeeze-and-excitation, ${activation}, [${shape}], ${units} units`,
    backend: "webgpu",
    tolerance: 5e-5,
    inputs() {
      const x = sampleTensor(shape, 1);
      return {
        x: { ...x, values: x.values.map((value) => 2 * value + 0.5) },
        reduce: sampleTensor([1, 1, channels, units], 2),
        reduceBias: sampleTensor([units], 3),
        expand: sampleTensor([1, 1, units, channels], 4),
        expandBias: sampleTensor([channels], 5),
        dy: sampleTensor(shape, 6),
      };
    },
    run({ dy, ...inputs }) {
      const { value, grads } = tf.valueAndGrads((x, reduce, reduceBias, expand, expandBias) =>
        squeezeExcite(x as tf.Tensor4D, {
          reduce: reduce!,
          reduceBias: reduceBias!,
          expand: expand!,
          expandBias: expandBias!,
        }, activation)
      )(Object.values(inputs), dy as tf.Tensor4D);
      return [value, ...grads];
    },
    expected({ x, reduce, reduceBias, expand, expandBias, dy }) {
      const inputs = {
        shape: [n, height * width, channels] as const,
        x: x.values,
        reduce: reduce.values,
        reduceBias: reduceBias.values,
        expand: expand.values,
        expandBias: expandBias.values,
        activation,
      };
      return [
        reference.squeezeExcite(inputs),
        ...Object.values(reference.squeezeExciteGradient(inputs, dy.values)),
      ];
    },
  });
}

/** Squeeze-and-excitation, channels in quads and not. */
export const squeezeExciteChecks: readonly KernelCheck[] = [
  squeezeExciteCheck({ shape: [3, 5, 4, 8], units: 4 }),
  squeezeExciteCheck({ shape: [3, 5, 4, 7], units: 3 }),
];
