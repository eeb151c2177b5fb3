import type * as tf from "@tensorflow/tfjs";
import type { Distance } from "../../reference/distances/distance.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";
import { packRows } from "./pack_rows.ts";

/** Rows of an item: they stay in the cache while they meet all columns. */
const itemRows = 8;

/** The distance from every row of `a` to every row of `b`, as the reference has it to the bit. */
export function pairwiseDistances(
  program: WasmProgram,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  distance: Distance,
): tf.TensorInfo {
  const [rows, dimension] = a.shape as [number, number];
  const columns = b.shape[0]!;
  const panels = packRows(program, b), distances = program.output([rows, columns]);
  program.run("pairwiseDistances", [
    program.address(a),
    rows,
    dimension,
    program.address(panels),
    columns,
    Number(distance === "cosine"),
    Number(distance === "euclidean"),
    itemRows,
    program.address(distances),
  ], Math.ceil(rows / itemRows));
  program.dispose(panels);
  return distances;
}
