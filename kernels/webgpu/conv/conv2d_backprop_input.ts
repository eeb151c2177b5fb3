import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { foldWorkgroups, runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./conv2d_backprop_input.wgsl" with { type: "text" };
import { geometryConstants } from "./geometry_constants.ts";
import { gradientScale } from "./gradient_scale.ts";
import { computePrecision } from "../matmul/compute_precision.ts";
import { matMulTile } from "../matmul/mat_mul_tile.ts";
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";

/**
 * Gradient of a convolution with respect to its input, on WebGPU: implicit GEMMs in one launch.
 *
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, inHeight, inWidth, inChannels]`
 */
export function conv2dBackpropInput(
  backend: WebGPUBackend,
  dy: TensorInfo,
  filter: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, outChannels, strideHeight, strideWidth } =
    geometry;
  const positions = batchSize * Math.ceil(inHeight / strideHeight) *
    Math.ceil(inWidth / strideWidth);
  const precision = computePrecision();
  const scale = gradientScale(backend, dy, precision);
  const { source, constants, threads, rowTiles, columnTiles } = matMulTile(
    positions,
    inChannels,
    precision,
  );
  const output = runPasses(backend, {
    name: "FutagoConv2DBackpropInput",
    // `filter` is a reserved word of WGSL.
    inputs: { dy, weights: filter, ...scale.inputs },
    outputShape: [batchSize, inHeight, inWidth, inChannels],
    dtype: "float32",
    passes: [{
      source: [
        readQuad("dy", outChannels),
        readQuad("weights", outChannels),
        writeQuad(inChannels),
        scale.source,
        source,
        wgsl,
      ],
      constants: {
        ...geometryConstants(geometry),
        ...constants,
        COLUMN_TILES: columnTiles,
      },
      quads: [
        ...inQuads(outChannels) ? ["dy", "weights"] : [],
        ...inQuads(inChannels) ? ["result"] : [],
      ],
      threads,
      workgroups: foldWorkgroups(rowTiles * columnTiles * strideHeight * strideWidth),
    }],
  });
  scale.dispose();
  return output;
}
