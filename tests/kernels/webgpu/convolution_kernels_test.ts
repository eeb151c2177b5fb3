import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { conv2d } from "../../../kernels/reference/conv2d.ts";
import { conv2dBackpropFilter } from "../../../kernels/reference/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../../../kernels/reference/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../../../kernels/reference/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../../../kernels/reference/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../../../kernels/reference/depthwise_conv2d.ts";
import type { ConvolutionGeometry } from "../../../kernels/reference/visit_taps.ts";
import { openWebGpu } from "../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../close_to.ts";
import { poison, take } from "../devices.ts";
import { type Convolution, convolutions, largeConvolutions } from "./convolutions.ts";
import { launchedBy } from "./launched_by.ts";

type Sizes = [number, number, number, number];

interface Kernel {
  readonly name: string;
  readonly depthwise: boolean;
  readonly inputs: readonly ["x" | "dy", "dy" | "filter"];
  readonly output: "x" | "dy" | "filter";
  readonly reference: (
    a: Float32Array,
    b: Float32Array,
    geometry: ConvolutionGeometry,
  ) => ArrayLike<number>;
}

const kernels: Kernel[] = [
  {
    name: tf.Conv2D,
    depthwise: false,
    inputs: ["x", "filter"],
    output: "dy",
    reference: conv2d,
  },
  {
    name: tf.DepthwiseConv2dNative,
    depthwise: true,
    inputs: ["x", "filter"],
    output: "dy",
    reference: depthwiseConv2d,
  },
  {
    name: tf.Conv2DBackpropFilter,
    depthwise: false,
    inputs: ["x", "dy"],
    output: "filter",
    reference: conv2dBackpropFilter,
  },
  {
    name: tf.Conv2DBackpropInput,
    depthwise: false,
    inputs: ["dy", "filter"],
    output: "x",
    reference: conv2dBackpropInput,
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropFilter,
    depthwise: true,
    inputs: ["x", "dy"],
    output: "filter",
    reference: depthwiseBackpropFilter,
  },
  {
    name: tf.DepthwiseConv2dNativeBackpropInput,
    depthwise: true,
    inputs: ["dy", "filter"],
    output: "x",
    reference: depthwiseBackpropInput,
  },
];

/** Numbers from -1 to 1 in no order. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

/** Runs a kernel on WebGPU into poisoned memory; asserts what it gives, and that it is our own. */
async function assertAsReference(kernel: Kernel, convolution: Convolution) {
  const { check } = await openWebGpu();
  const { batch, size, filter, strides, pad, channels: [inputs, outputs] } = convolution;
  const inputShape: Sizes = [batch, ...size, inputs];
  const filterShape: Sizes = [...filter, inputs, kernel.depthwise ? 1 : outputs];
  const geometry = tf.backend_util
    .computeConv2DInfo(inputShape, filterShape, strides, 1, pad, "floor", kernel.depthwise);
  const shapes = { x: inputShape, dy: geometry.outShape, filter: filterShape };
  const [a, b] = kernel.inputs.map((name, i) =>
    tf.tensor4d(numbers(tf.util.sizeFromShape(shapes[name]), i), shapes[name])
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
  const { result: output, programs } = launchedBy(() =>
    tf.engine().runKernel(
      kernel.name,
      { [kernel.inputs[0]]: a, [kernel.inputs[1]]: b },
      attributes as unknown as tf.NamedAttrMap,
    ) as tf.Tensor
  );
  assert.deepEqual(output.shape, outputShape);
  assert.ok(
    programs.length > 0 && programs.every((key) => key.startsWith("Futago")),
    `${programs}`,
  );
  const [first, second] = [await a.data(), await b.data()] as [Float32Array, Float32Array];
  const found = await take(output);
  check();
  assertCloseTo(found, kernel.reference(first, second, geometry), 2e-5);
  const after = tf.memory();
  assert.equal(after.numTensors, before.numTensors, "tensors were left behind");
  assert.equal(after.numDataBuffers, before.numDataBuffers, "buffers were left behind");
  tf.dispose([a, b]);
}

for (const kernel of kernels) {
  for (const [name, list] of Object.entries({ convolutions, largeConvolutions })) {
    Deno.test(`${kernel.name} of ${name} as the reference has it`, async () => {
      for (const convolution of list) {
        try {
          await assertAsReference(kernel, convolution);
        } catch (cause) {
          throw new Error(JSON.stringify(convolution), { cause });
        }
      }
    });
  }
}

Deno.test("what our kernels do not compute is left to TensorFlow.js's", async () => {
  const computed = async (backend: "webgpu" | "cpu") => {
    if (backend === "cpu") await tf.setBackend("cpu");
    else await openWebGpu();
    const { value, grads: [dx, dw] } = tf.tidy(() => {
      const x = tf.tensor4d(numbers(2 * 6 * 5 * 3, 1), [2, 6, 5, 3]);
      const multiplying = tf.tensor4d(numbers(3 * 3 * 3 * 2, 2), [3, 3, 3, 2]);
      return tf.valueAndGrads((x, w) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same")
      )([x, multiplying], tf.ones([2, 6, 5, 6]));
    });
    return [await take(value), await take(dx!), await take(dw!)];
  };
  const expected = await computed("cpu"), found = await computed("webgpu");
  (await openWebGpu()).check();
  expected.forEach((values, i) => assertCloseTo(found[i]!, values, 1e-4));
});
