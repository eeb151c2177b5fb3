import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { ConvolutionGeometry } from "../../reference/conv/for_each_tap.ts";
import { runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./conv2d_backprop_filter.wgsl" with { type: "text" };
import { splitDepth } from "../partial_sums/split_depth.ts";
import { geometryConstants } from "./geometry_constants.ts";
import { gradientScale } from "./gradient_scale.ts";
import { computePrecision } from "../matmul/compute_precision.ts";
import { matMulTile } from "../matmul/mat_mul_tile.ts";
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";
import { sumPartials } from "../partial_sums/sum_partials.ts";

/**
 * Gradient of a convolution with respect to its filter, on WebGPU: an implicit GEMM. Where it has few
 * tiles, workgroups split the positions, and a second launch adds up their partial sums.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @returns `[filterHeight, filterWidth, inChannels, outChannels]`
 */
export function conv2dBackpropFilter(
  backend: WebGPUBackend,
  x: TensorInfo,
  dy: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { batchSize, outHeight, outWidth, filterHeight, filterWidth, inChannels, outChannels } =
    geometry;
  const height = filterHeight * filterWidth * 4 * Math.ceil(inChannels / 4);
  const precision = computePrecision();
  const scale = gradientScale(backend, dy, precision);
  const { source, constants, threads, rowTiles, columnTiles } = matMulTile(
    height,
    outChannels,
    precision,
  );
  const positions = batchSize * outHeight * outWidth;
  const { parts, steps } = splitDepth(positions, constants.DEPTH, rowTiles * columnTiles);
  const output = runPasses(backend, {
    name: "FutagoConv2DBackpropFilter",
    inputs: { x, dy, ...scale.inputs },
    outputShape: [parts, filterHeight * filterWidth * inChannels * outChannels],
    dtype: "float32",
    passes: [{
      source: [
        readQuad("x", inChannels),
        readQuad("dy", outChannels),
        writeQuad(outChannels),
        scale.source,
        source,
        wgsl,
      ],
      constants: {
        ...geometryConstants(geometry),
        ...constants,
        ROW_TILES: rowTiles,
        STEPS: steps,
      },
      quads: [
        ...inQuads(inChannels) ? ["x"] : [],
        ...inQuads(outChannels) ? ["dy", "result"] : [],
      ],
      threads,
      workgroups: [columnTiles, rowTiles * parts],
    }],
  });
  scale.dispose();
  return sumPartials(backend, output, [filterHeight, filterWidth, inChannels, outChannels]);
}
