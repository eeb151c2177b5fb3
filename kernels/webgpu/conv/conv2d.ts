import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { foldWorkgroups, runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./conv2d.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { computePrecision } from "../matmul/compute_precision.ts";
import { matMulTile } from "../matmul/mat_mul_tile.ts";
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";

/**
 * Convolution on WebGPU: an implicit GEMM in one launch.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, outHeight, outWidth, outChannels]`
 */
export function conv2d(
  backend: WebGPUBackend,
  x: TensorInfo,
  filter: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, outHeight, outWidth, inChannels, outChannels } = geometry;
  const positions = batchSize * outHeight * outWidth;
  const { source, constants, threads, rowTiles, columnTiles } = matMulTile(
    positions,
    outChannels,
    computePrecision(),
  );
  return runPasses(backend, {
    name: "FutagoConv2D",
    // `filter` is a reserved word of WGSL.
    inputs: { x, weights: filter },
    outputShape: [batchSize, outHeight, outWidth, outChannels],
    dtype: "float32",
    passes: [{
      source: [
        readQuad("x", inChannels),
        readQuad("weights", outChannels),
        writeQuad(outChannels),
        source,
        wgsl,
      ],
      constants: { ...geometryConstants(geometry), ...constants, COLUMN_TILES: columnTiles },
      quads: [
        ...inQuads(inChannels) ? ["x"] : [],
        ...inQuads(outChannels) ? ["weights", "result"] : [],
      ],
      threads,
      workgroups: foldWorkgroups(rowTiles * columnTiles),
    }],
  });
}
