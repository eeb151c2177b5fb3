import type * as tf from "@tensorflow/tfjs";
import { implicitGemm } from "./implicit_gemm.ts";
import type { GridView } from "./grid_view.ts";
import { filterGradientGemm } from "./filter_gradient_gemm.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** A factor of a matrix product. */
export interface Matrix {
  readonly tensor: tf.TensorInfo;
  /** As stored, before any transposition. */
  readonly rows: number;
  readonly columns: number;
}

/** a b: `[m, k]` times `[k, n]`, or, where `transposed`, `[n, k]` transposed. Into `output`, `[m, n]`. */
export function matMul(
  program: WasmProgram,
  a: Matrix,
  b: Matrix & { readonly transposed: boolean },
  output: tf.TensorInfo,
): void {
  const columns = b.transposed ? b.rows : b.columns;
  implicitGemm(program, {
    images: program.address(a.tensor),
    view: rowView(a),
    right: {
      tensor: b.tensor,
      columns,
      rowStep: b.transposed ? 1 : b.columns,
      columnStep: b.transposed ? b.columns : 1,
    },
    to: { address: program.address(output), image: 0, row: 0, position: columns },
  });
}

/** The transposed a times b: `[k, m]` and `[k, n]` into `output`, `[m, n]`. */
export function transposedMatMul(
  program: WasmProgram,
  a: Matrix,
  b: Matrix,
  output: tf.TensorInfo,
): void {
  filterGradientGemm(program, {
    images: program.address(a.tensor),
    view: rowView(a),
    dy: program.address(b.tensor),
    columns: b.columns,
    to: program.address(output),
  });
}

/** A matrix as an image of one row: each position reads its own channels. */
function rowView({ rows, columns }: Matrix): GridView {
  return {
    imageHeight: 1,
    imageWidth: rows,
    channels: columns,
    grid: { n: 1, height: 1, width: rows },
    stride: [1, 1],
    taps: [{ row: 0, column: 0, begin: 0 }],
  };
}
