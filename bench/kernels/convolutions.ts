import * as tf from "@tensorflow/tfjs";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { type ConvReference, convReferences } from "../../kernels/checks/conv_references.ts";
import type { Peaks } from "./measure_peaks.ts";
import { type KernelAgainstStock, kernelAgainstStock } from "./kernel_against_stock.ts";

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
export interface KernelFigures extends KernelAgainstStock {
  readonly kernel: string;
  readonly layer: string;
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

/**
 * Measures the kernels of convolutions on WebGPU against TensorFlow.js's own, on layers of `tiny` and
 * of EfficientNetV2-B0 at 224 pixels, after each was found to agree with its reference.
 *
 * @param ceilings measured in the same run
 */
export async function benchConvolutions(ceilings: Peaks): Promise<KernelFigures[]> {
  const figures: KernelFigures[] = [];
  for (const [layersOfKind, ofDepth] of [[layers, false], [depthwiseLayers, true]] as const) {
    const kernels = convReferences.filter(({ depthwise }) => depthwise === ofDepth);
    for (const layer of layersOfKind) {
      for (const kernel of kernels) figures.push(await benchKernel(kernel, layer, ceilings));
    }
  }
  return figures;
}

async function benchKernel(
  { name: kernel, depthwise, inputs: names, output, reference }: ConvReference,
  { name, input, outputs, size, stride }: Layer,
  ceilings: Peaks,
): Promise<KernelFigures> {
  await openWebGpu();
  const filterShape: Sizes = [size, size, input[3], depthwise ? 1 : outputs];
  const geometry = tf.backend_util
    .computeConv2DInfo(input, filterShape, stride, 1, "same", "floor", depthwise);
  const shapes = { x: input, dy: geometry.outShape, filter: filterShape };
  const [a, b] = names
    .map((name, i) => tf.randomNormal(shapes[name], 0, 1, "float32", i)) as [tf.Tensor, tf.Tensor];
  const found = await kernelAgainstStock({
    name: kernel,
    inputs: { [names[0]]: a, [names[1]]: b },
    attributes: {
      strides: stride,
      pad: "same",
      dimRoundingMode: "floor",
      ...output === "x" ? { inputShape: input } : {},
      ...output === "filter" ? { filterShape } : {},
      dataFormat: "NHWC",
      dilations: 1,
    },
    outputSize: tf.util.sizeFromShape(shapes[output]),
    products: tf.util.sizeFromShape(geometry.outShape) * size * size * (depthwise ? 1 : input[3]),
    float16: !depthwise,
    expected: async () => reference(await a.data<"float32">(), await b.data<"float32">(), geometry),
  }, ceilings);
  tf.dispose([a, b]);
  const layer = `${name}, ${size} x ${size}${stride > 1 ? `, stride ${stride}` : ""}, [${input}]`;
  return { kernel, layer, ...found };
}
