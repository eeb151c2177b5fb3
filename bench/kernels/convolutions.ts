import {
  convCheck,
  convGeometry,
  type ConvKernel,
  convKernels,
} from "../../kernels/checks/conv_checks.ts";
import { convolutionSignatures } from "../../kernels/conv/convolution_signatures.ts";
import { type KernelAgainstStock, kernelAgainstStock } from "./kernel_against_stock.ts";
import { type Layer, layer, layerTitle, productsOf } from "./layers.ts";
import type { Peaks } from "./measure_peaks.ts";

/** The time of a kernel on one layer, and of TensorFlow.js's own in the same run. */
export interface KernelFigures extends KernelAgainstStock {
  readonly kernel: string;
  readonly layer: string;
}

const layers: readonly Layer[] = [
  layer("tiny 16 > 32", [8, 32, 32, 16], 32, 3, 2),
  layer("tiny 64 > 64", [8, 8, 8, 64], 64, 3, 1),
  layer("v2_b0 16 > 64", [1, 112, 112, 16], 64, 3, 2),
  layer("v2_b0 96 > 384", [4, 14, 14, 96], 384, 1, 1),
  layer("v2_b0 1152 > 192", [2, 7, 7, 1152], 192, 1, 1),
  layer("v2_b0 192", [4, 28, 28, 192], null, 3, 2),
  layer("v2_b0 384", [4, 14, 14, 384], null, 3, 1),
  layer("v2_b0 1152", [4, 7, 7, 1152], null, 3, 1),
];

/**
 * Measures the kernels of convolutions on WebGPU against TensorFlow.js's own, on layers of `tiny` and
 * of EfficientNetV2-B0 at 224 pixels, after each agreed with its reference.
 *
 * @param peaks measured in the same run
 */
export async function benchConvolutions(peaks: Peaks): Promise<KernelFigures[]> {
  const figures: KernelFigures[] = [];
  for (const layer of layers) {
    const kernels = convKernels
      .filter((key) => convolutionSignatures[key].depthwise === layer.depthwise);
    for (const key of kernels) figures.push(await benchKernel(key, layer, peaks));
  }
  return figures;
}

async function benchKernel(key: ConvKernel, layer: Layer, peaks: Peaks): Promise<KernelFigures> {
  const found = await kernelAgainstStock({
    check: { ...convCheck(key, layer.convCase), tolerance: 1e-4 },
    products: productsOf(layer, convGeometry(key, layer.convCase)),
    hasFloat16: !layer.depthwise,
  }, peaks);
  return { kernel: convolutionSignatures[key].name, layer: layerTitle(layer), ...found };
}
