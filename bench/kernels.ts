import * as tf from "@tensorflow/tfjs";
import { conv2dBackpropFilter } from "../kernels/reference/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../kernels/reference/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../kernels/reference/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../kernels/reference/depthwise_backprop_input.ts";
import { openWebGpu } from "../lib/backends/webgpu.ts";
import { assertCloseTo } from "../tests/kernels/close_to.ts";
import { poison } from "../tests/kernels/devices.ts";
import { median } from "./median.ts";
import { kernelOf, type RunKernel, stockKernels } from "./stock_kernels.ts";

type Sizes = [number, number, number, number];

/** A convolution of a network, "same" padding. */
interface Layer {
  readonly name: string;
  readonly input: Sizes;
  /** Channels that it gives; those that it takes where it is depthwise. */
  readonly outputs: number;
  /** Side of the filter. */
  readonly size: number;
  readonly stride: number;
}

/** What a kernel takes on one layer, and TensorFlow.js's own in the same run. */
export interface KernelFigures {
  readonly kernel: string;
  readonly layer: string;
  /** Median of the rounds, each of several launches and one readback. */
  readonly milliseconds: number;
  readonly stockMilliseconds: number;
  /** How many times faster than TensorFlow.js's own: the median of the rounds' ratios. */
  readonly againstStock: number;
  /** Two operations for each product, those at the padding too. */
  readonly gigaflopsPerSecond: number;
  /** Of inputs and output, each once. */
  readonly gigabytesPerSecond: number;
}

const layers: readonly Layer[] = [
  { name: "tiny 16>32", input: [8, 32, 32, 16], outputs: 32, size: 3, stride: 2 },
  { name: "tiny 64>64", input: [8, 8, 8, 64], outputs: 64, size: 3, stride: 1 },
  { name: "v2_b0 16>64", input: [1, 112, 112, 16], outputs: 64, size: 3, stride: 2 },
  { name: "v2_b0 96>384", input: [4, 14, 14, 96], outputs: 384, size: 1, stride: 1 },
  { name: "v2_b0 1152>192", input: [2, 7, 7, 1152], outputs: 192, size: 1, stride: 1 },
];
const depthwiseLayers: readonly Layer[] = [
  { name: "v2_b0 192", input: [4, 28, 28, 192], outputs: 192, size: 3, stride: 2 },
  { name: "v2_b0 384", input: [4, 14, 14, 384], outputs: 384, size: 3, stride: 1 },
  { name: "v2_b0 1152", input: [4, 7, 7, 1152], outputs: 1152, size: 3, stride: 1 },
];
const rounds = 3;
const launches = 3;

/**
 * Measures the gradient kernels on WebGPU against TensorFlow.js's own, on layers of `tiny` and of
 * EfficientNetV2-B0 at 224 pixels, after each was found to agree with its reference.
 */
export async function benchKernels(): Promise<KernelFigures[]> {
  const figures: KernelFigures[] = [];
  for (const layer of layers) {
    figures.push(
      await benchKernel(tf.Conv2DBackpropFilter, ["x", "dy"], layer, conv2dBackpropFilter),
      await benchKernel(tf.Conv2DBackpropInput, ["dy", "filter"], layer, conv2dBackpropInput),
    );
  }
  const { DepthwiseConv2dNativeBackpropFilter, DepthwiseConv2dNativeBackpropInput } = tf;
  for (const layer of depthwiseLayers) {
    figures.push(
      await benchKernel(
        DepthwiseConv2dNativeBackpropFilter,
        ["x", "dy"],
        layer,
        depthwiseBackpropFilter,
      ),
      await benchKernel(
        DepthwiseConv2dNativeBackpropInput,
        ["dy", "filter"],
        layer,
        depthwiseBackpropInput,
      ),
    );
  }
  return figures;
}

async function benchKernel(
  kernel: string,
  names: readonly ["x" | "dy", "dy" | "filter"],
  { name, input, outputs, size, stride }: Layer,
  reference: typeof conv2dBackpropFilter,
): Promise<KernelFigures> {
  const { check } = await openWebGpu();
  const depthwise = kernel.startsWith("Depthwise");
  const filterShape: Sizes = [size, size, input[3], depthwise ? 1 : outputs];
  const geometry = tf.backend_util
    .computeConv2DInfo(input, filterShape, stride, 1, "same", "floor", depthwise);
  const shapes = { x: input, dy: geometry.outShape, filter: filterShape };
  const [a, b] = names.map((name, i) => tf.randomNormal(shapes[name], 0, 1, "float32", i));
  const inputs = { [names[0]]: a!, [names[1]]: b! };
  const attrs = {
    strides: stride,
    pad: "same",
    dimRoundingMode: "floor",
    inputShape: input,
  } as tf.NamedAttrMap;
  if (names[0] === "x") Object.assign(attrs, { filterShape, inputShape: undefined });
  if (depthwise) attrs.dilations = 1;
  else attrs.dataFormat = "NHWC";
  const call = { inputs, attrs, backend: tf.backend() };

  const outputShape = names[0] === "x" ? filterShape : input;
  const outputSize = tf.util.sizeFromShape(outputShape);
  const run = async (kernel: RunKernel, times: number) => {
    const start = performance.now();
    for (let i = 1; i < times; i++) toTensor(kernel(call)).dispose();
    const last = toTensor(kernel(call));
    const values = await last.data() as Float32Array;
    check();
    last.dispose();
    return { values, milliseconds: (performance.now() - start) / times };
  };
  const own = kernelOf(kernel), stock = stockKernels.get(kernel)!;
  await poison([outputSize]);
  const { values } = await run(own, 1);
  const [first, second] = [await a!.data(), await b!.data()] as [Float32Array, Float32Array];
  assertCloseTo(values, reference(first, second, geometry), 1e-4);
  await run(stock, 1);

  const ownTimes: number[] = [], stockTimes: number[] = [], ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { milliseconds } = await run(own, launches);
    const { milliseconds: stockMilliseconds } = await run(stock, launches);
    ownTimes.push(milliseconds);
    stockTimes.push(stockMilliseconds);
    ratios.push(stockMilliseconds / milliseconds);
  }
  tf.dispose([a!, b!]);
  const milliseconds = median(ownTimes);
  const { outHeight, outWidth, outChannels } = geometry;
  const products = input[0] * outHeight * outWidth * outChannels * size * size *
    (depthwise ? 1 : input[3]);
  return {
    kernel,
    layer: `${name}, ${size} x ${size}${stride > 1 ? `, stride ${stride}` : ""}, [${input}]`,
    milliseconds,
    stockMilliseconds: median(stockTimes),
    againstStock: median(ratios),
    gigaflopsPerSecond: 2 * products / milliseconds / 1e6,
    gigabytesPerSecond: 4 * (a!.size + b!.size + outputSize) / milliseconds / 1e6,
  };
}

function toTensor(info: tf.TensorInfo): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(info);
}
