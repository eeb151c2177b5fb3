import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../reference/visit_taps.ts";
import { runPasses } from "../run_passes.ts";
import wgsl from "./depthwise_backprop_filter.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { inQuads, readQuad } from "./read_quad.ts";
import { sumShares } from "./sum_shares.ts";

const threads = 128;
/** Quads of channels that a workgroup covers: threads side by side read memory side by side. */
const groupQuads = 8;
const lanes = threads / groupQuads;
/** Enough to keep a large device busy; few channels have too few quads for that. */
const wantedWorkgroups = 512;
/** Places that a thread takes at least, so that the sums at the end cost little beside them. */
const fewestSteps = 16;

/**
 * Gradient of a depthwise convolution with respect to its filter, on WebGPU: workgroups share the
 * places among them, and their shares are summed.
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
  const groups = Math.ceil(inChannels / (4 * groupQuads));
  const allSteps = Math.ceil(batchSize * outHeight * outWidth / lanes);
  const wantedShares = Math.min(
    Math.ceil(wantedWorkgroups / groups),
    Math.ceil(allSteps / fewestSteps),
  );
  const steps = Math.ceil(allSteps / wantedShares);
  const shares = Math.ceil(allSteps / steps);
  const output = runPasses(backend, {
    name: "FutagoDepthwiseBackpropFilter",
    inputs: { x, dy },
    outputShape: [shares, filterHeight * filterWidth * inChannels],
    dtype: "float32",
    passes: [{
      source: [readQuad("x", inChannels), readQuad("dy", inChannels), wgsl],
      constants: { ...geometryConstants(geometry), GROUP_QUADS: groupQuads, STEPS: steps },
      quads: inQuads(inChannels) ? ["x", "dy"] : [],
      threads,
      workgroups: [groups, shares],
    }],
  });
  return sumShares(backend, output, [filterHeight, filterWidth, inChannels, 1]);
}
