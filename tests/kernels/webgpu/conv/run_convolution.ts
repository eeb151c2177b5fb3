import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { ConvolutionGeometry } from "../../../../kernels/reference/conv/for_each_tap.ts";
import {
  type ComputePrecision,
  withComputePrecision,
} from "../../../../kernels/webgpu/matmul/compute_precision.ts";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import type { ConvReference } from "../../../../kernels/checks/conv_references.ts";
import { poison, take } from "../../support/test_on_devices.ts";
import type { ConvCase } from "../../../../kernels/checks/conv_cases.ts";
import { recordLaunches } from "../../support/record_launches.ts";

type Sizes = [number, number, number, number];

/** Numbers from -1 to 1 in no order. */
export function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

/** What a kernel computed, and what it computed it of. */
export interface RunOfConvolution {
  readonly found: number[];
  readonly inputs: readonly [Float32Array, Float32Array];
  readonly geometry: ConvolutionGeometry;
}

/**
 * Runs a kernel on WebGPU into poisoned memory, on numbers from -1 to 1. Asserts that it is our own,
 * that it gives the shape that is wanted, and that it leaves nothing behind.
 *
 * @param gradientScale what the gradient that comes in is multiplied by
 */
export async function runConvolution(
  kernel: ConvReference,
  convolution: ConvCase,
  { gradientScale = 1, precision = "f32" }: {
    gradientScale?: number;
    precision?: ComputePrecision;
  } = {},
): Promise<RunOfConvolution> {
  const { check } = await openWebGpu();
  const { batch, size, filter, strides, pad, channels: [taken, given] } = convolution;
  const inputShape: Sizes = [batch, ...size, taken];
  const filterShape: Sizes = [...filter, taken, kernel.depthwise ? 1 : given];
  const geometry = tf.backend_util
    .computeConv2DInfo(inputShape, filterShape, strides, 1, pad, "floor", kernel.depthwise);
  const shapes = { x: inputShape, dy: geometry.outShape, filter: filterShape };
  const [a, b] = kernel.inputs.map((name, i) =>
    tf.tensor4d(
      numbers(tf.util.sizeFromShape(shapes[name]), i)
        .map((x) => name === "dy" ? gradientScale * x : x),
      shapes[name],
    )
  ) as [tf.Tensor4D, tf.Tensor4D];
  const outputShape = shapes[kernel.output];
  const outputSize = tf.util.sizeFromShape(outputShape);
  await poison([1, 2, 3, 4, 5].map((shares) => shares * outputSize));

  const before = tf.memory();
  const attributes = {
    strides,
    pad,
    dimRoundingMode: "floor",
    ...kernel.depthwise ? { dilations: [1, 1] } : { dataFormat: "NHWC" },
    ...kernel.output === "filter" ? { filterShape } : {},
    ...kernel.output === "x" ? { inputShape } : {},
  };
  const { result: output, programs } = recordLaunches(() =>
    withComputePrecision(precision, () =>
      tf.engine().runKernel(
        kernel.name,
        { [kernel.inputs[0]]: a, [kernel.inputs[1]]: b },
        attributes as unknown as tf.NamedAttrMap,
      )) as tf.Tensor
  );
  assert.deepEqual(output.shape, outputShape);
  assert.ok(
    programs.length > 0 && programs.every((key) => key.startsWith("Futago")),
    `${programs}`,
  );
  const inputs = [await a.data(), await b.data()] as [Float32Array, Float32Array];
  const found = await take(output);
  check();
  const after = tf.memory();
  assert.equal(after.numTensors, before.numTensors, "tensors were left behind");
  assert.equal(after.numDataBuffers, before.numDataBuffers, "buffers were left behind");
  tf.dispose([a, b]);
  return { found, inputs, geometry };
}
