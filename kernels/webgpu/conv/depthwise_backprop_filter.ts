import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./depthwise_backprop_filter.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { inQuads, readQuad } from "../../runtime/quads.ts";
import { splitRows } from "../partial_sums/split_rows.ts";
import { sumPartials } from "../partial_sums/sum_partials.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter, on WebGPU: workgroups split the
 * positions, and a second launch adds up their partial sums.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param dy `[n, outHeight, outWidth, channels]`
 * @returns `[filterHeight, filterWidth, channels, 1]`
 */
export function depthwiseBackpropFilter(
  backend: WebGPUBackend,
  x: TensorInfo,
  dy: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, outHeight, outWidth, filterHeight, filterWidth, inChannels } = geometry;
  const { parts, constants, threads, workgroups } = splitRows(
    batchSize * outHeight * outWidth,
    inChannels,
  );
  const output = runPasses(backend, {
    name: "FutagoDepthwiseBackpropFilter",
    inputs: { x, dy },
    outputShape: [parts, filterHeight * filterWidth * inChannels],
    dtype: "float32",
    passes: [{
      source: [readQuad("x", inChannels), readQuad("dy", inChannels), wgsl],
      constants: { ...geometryConstants(geometry), ...constants },
      quads: inQuads(inChannels) ? ["x", "dy"] : [],
      threads,
      workgroups,
    }],
  });
  return sumPartials(backend, output, [filterHeight, filterWidth, inChannels, 1]);
}
