import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { foldWorkgroups, runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./depthwise_backprop_input.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { inQuads, readQuad } from "../../runtime/quads.ts";

const threads = 64;

/**
 * Gradient of a depthwise convolution with respect to its input, on WebGPU.
 *
 * @param dy `[n, outHeight, outWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, inHeight, inWidth, channels]`
 */
export function depthwiseBackpropInput(
  backend: WebGPUBackend,
  dy: TensorInfo,
  filter: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels } = geometry;
  const quads = batchSize * inHeight * inWidth * Math.ceil(inChannels / 4);
  return runPasses(backend, {
    name: "FutagoDepthwiseBackpropInput",
    // `filter` is a reserved word of WGSL.
    inputs: { dy, weights: filter },
    outputShape: [batchSize, inHeight, inWidth, inChannels],
    dtype: "float32",
    passes: [{
      source: [readQuad("dy", inChannels), readQuad("weights", inChannels), wgsl],
      constants: geometryConstants(geometry),
      quads: inQuads(inChannels) ? ["dy", "weights"] : [],
      threads,
      workgroups: foldWorkgroups(Math.ceil(quads / threads)),
    }],
  });
}
