import * as tf from "@tensorflow/tfjs";
import type { ConvCase } from "../../../../kernels/checks/conv_cases.ts";
import {
  convCheck,
  convGeometry,
  type ConvKernel,
  convReferences,
} from "../../../../kernels/checks/conv_checks.ts";
import { toTensors } from "../../../../kernels/checks/kernel_check.ts";
import { poison } from "../../../../kernels/checks/poison.ts";
import { withComputePrecision } from "../../../../kernels/webgpu/matmul/compute_precision.ts";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { take } from "../../support/test_on_devices.ts";

/** A kernel's output in float16, what it should be, and the sum of the magnitudes that it adds up. */
export interface Float16Run {
  readonly found: number[];
  readonly expected: ArrayLike<number>;
  readonly magnitude: ArrayLike<number>;
}

/**
 * Runs a convolution, or a gradient of one, in float16 on WebGPU, into poisoned memory.
 *
 * @param gradientScale multiplies the gradient that comes in
 */
export async function runInFloat16(
  key: ConvKernel,
  convCase: ConvCase,
  gradientScale = 1,
): Promise<Float16Run> {
  const { check } = await openWebGpu();
  const conv = convCheck(key, convCase, gradientScale);
  const inputs = conv.inputs();
  const [expected] = conv.expected(inputs) as [ArrayLike<number>];
  await poison([1, 2, 3, 4, 5].map((parts) => parts * expected.length));
  const [output] = tf.tidy(() => withComputePrecision("f16", () => conv.run(toTensors(inputs))));
  const found = await take(output!);
  check();
  const [a, b] = Object.values(inputs).map(({ values }) => (values as Float32Array).map(Math.abs));
  const magnitude = convReferences[key](a!, b!, convGeometry(key, convCase));
  return { found, expected, magnitude };
}
