import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { runPasses } from "../../runtime/run_passes.ts";
import { splitDepth } from "../partial_sums/split_depth.ts";
import wgsl from "./mat_mul.wgsl" with { type: "text" };
import { matMulTile } from "./mat_mul_tile.ts";
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";
import { sumPartials } from "../partial_sums/sum_partials.ts";

/** The most workgroups of a device in x and in y. */
const maxWorkgroups = 65_535;

/** Which of the matrices are transposed. */
export interface Transposed {
  readonly a: boolean;
  readonly b: boolean;
}

/**
 * Product of two matrices on WebGPU, by tiles. Results are the same to the bit in every run, because no
 * two workgroups add to one element.
 *
 * @param a `[rows, depth]`, or `[depth, rows]` where it is transposed
 * @param b `[depth, columns]`, or `[columns, depth]` where it is transposed
 * @returns `[rows, columns]`; null where there are more tiles than a device takes
 */
export function matMul(
  backend: WebGPUBackend,
  a: TensorInfo,
  b: TensorInfo,
  transposed: Transposed,
): TensorInfo | null {
  const [aWidth, bWidth] = [a.shape[1]!, b.shape[1]!];
  const rows = transposed.a ? aWidth : a.shape[0]!, columns = b.shape[transposed.b ? 0 : 1]!;
  const depth = b.shape[transposed.b ? 1 : 0]!;
  const { source, constants, threads, rowTiles, columnTiles } = matMulTile(rows, columns, "f32");
  const { parts } = splitDepth(depth, constants.DEPTH, rowTiles * columnTiles);
  if (columnTiles > maxWorkgroups || rowTiles * parts > maxWorkgroups) return null;
  const output = runPasses(backend, {
    name: "FutagoMatMul",
    inputs: { a, b },
    outputShape: [parts, rows, columns],
    dtype: "float32",
    passes: [{
      source: [
        readQuad("a", aWidth, "uniforms.aShape.y"),
        readQuad("b", bWidth, "uniforms.bShape.y"),
        writeQuad(columns, "uniforms.outShape.z"),
        source,
        wgsl,
      ],
      constants: {
        ...constants,
        TRANSPOSED_A: Number(transposed.a),
        TRANSPOSED_B: Number(transposed.b),
      },
      quads: [
        ...inQuads(aWidth) ? ["a"] : [],
        ...inQuads(bWidth) ? ["b"] : [],
        ...inQuads(columns) ? ["result"] : [],
      ],
      threads,
      workgroups: [columnTiles, rowTiles * parts],
    }],
  });
  return sumPartials(backend, { ...output, shape: [parts, rows * columns] }, [rows, columns]);
}
