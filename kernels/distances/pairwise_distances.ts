import type * as tf from "@tensorflow/tfjs";
import { distanceTile } from "./distance_tile.ts";
import wgsl from "./pairwise_distances.wgsl" with { type: "text" };
import type { Distance } from "../reference/distances/distance.ts";
import * as reference from "../reference/distances/pairwise_distances.ts";
import { registerOp } from "../runtime/register_op.ts";
import { toRows } from "./to_rows.ts";
import { inQuads, readQuad, writeQuad } from "../runtime/quads.ts";
import * as onWasm from "../wasm/ops/pairwise_distances.ts";

const run = registerOp<"a" | "b", { distance: Distance }>({
  name: "FutagoPairwiseDistances",
  inputs: ["a", "b"],
  dtype: "float32",
  outputShape: ({ a, b }) => [a[0]!, b[0]!],
  passes: ({ a, b }, { distance }) => {
    const [rows, columns, dimension] = [a[0]!, b[0]!, a[1]!];
    const tile = distanceTile({ rows, columns, dimension, distance });
    return [{
      source: [
        readQuad("a", dimension),
        readQuad("b", dimension),
        writeQuad(columns, "uniforms.outShape.y"),
        tile.wgsl,
        wgsl,
      ],
      constants: tile.constants,
      quads: [...inQuads(dimension) ? ["a", "b"] : [], ...inQuads(columns) ? ["result"] : []],
      threads: tile.threads,
      workgroups: [Math.ceil(columns / tile.size), Math.ceil(rows / tile.size)],
    }];
  },
  reference: ({ a, b }, { distance }) =>
    reference.pairwiseDistances(toRows(a), toRows(b), distance),
  wasm: (program, { a, b }, { distance }) => onWasm.pairwiseDistances(program, a, b, distance),
});

/**
 * The distance from every row of `a` to every row of `b`. No gradient is defined.
 *
 * @param a `[n, d]`; of unit length where the distance is "cosine"
 * @param b `[m, d]`; likewise
 * @returns `[n, m]`
 * @throws {Error} if the rows of `a` and `b` differ in length
 */
export function pairwiseDistances(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  distance: Distance,
): tf.Tensor2D {
  if (a.shape[1] !== b.shape[1]) {
    throw new Error(
      `Pairwise distances: expected rows of one length, got [${a.shape}] and [${b.shape}]`,
    );
  }
  return run({ a, b }, { distance }) as tf.Tensor2D;
}
