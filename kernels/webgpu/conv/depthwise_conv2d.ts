import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { foldWorkgroups, runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./depthwise_conv2d.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";

const threads = 64;
/** Positions that a thread may compute. Sides of 7, 14, 28 ... are whole tiles of 7. */
const tileWidths = [7, 4];
/** Products of a thread. More would not stay in registers. */
const maxProducts = 128;

/**
 * Depthwise convolution on WebGPU.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, 1]`
 * @returns `[n, outHeight, outWidth, channels]`
 */
export function depthwiseConv2d(
  backend: WebGPUBackend,
  x: TensorInfo,
  filter: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, outHeight, outWidth, inChannels } = geometry;
  const tileWidth = tileWidthFor(geometry);
  const tiles = batchSize * outHeight * Math.ceil(outWidth / tileWidth);
  const groups = Math.ceil(tiles * Math.ceil(inChannels / 4) / threads);
  return runPasses(backend, {
    name: "FutagoDepthwiseConv2d",
    // `filter` is a reserved word of WGSL.
    inputs: { x, weights: filter },
    outputShape: [batchSize, outHeight, outWidth, inChannels],
    dtype: "float32",
    passes: [{
      source: [
        readQuad("x", inChannels),
        readQuad("weights", inChannels),
        writeQuad(inChannels),
        wgsl,
      ],
      constants: { ...geometryConstants(geometry), TILE_WIDTH: tileWidth },
      quads: inQuads(inChannels) ? ["x", "weights", "result"] : [],
      threads,
      workgroups: foldWorkgroups(groups),
    }],
  });
}

/** The width of the tiles that cover a row with the fewest reads. */
function tileWidthFor(geometry: ConvolutionGeometry): number {
  const { outWidth, filterHeight, filterWidth, strideWidth } = geometry;
  const reads = (width: number) =>
    Math.ceil(outWidth / width) * ((width - 1) * strideWidth + filterWidth);
  return tileWidths
    .filter((width) => width * filterHeight * filterWidth <= maxProducts)
    .reduce((best, width) => reads(width) < reads(best) ? width : best, 2);
}
