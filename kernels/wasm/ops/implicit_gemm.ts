import type * as tf from "@tensorflow/tfjs";
import { type GridView, viewParameters } from "./grid_view.ts";
import type { OutputStrides } from "./output_strides.ts";
import { positionsPerItem } from "./positions_per_item.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** A product of two matrices, of which the left one is gathered from images. */
export interface ImplicitGemm {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** The right matrix; the `channels` rows of a tap start at its `begin`. */
  readonly right: {
    readonly tensor: tf.TensorInfo;
    readonly columns: number;
    readonly rowStep: number;
    readonly columnStep: number;
  };
  readonly to: OutputStrides;
}

/** Enough items to keep all threads busy to the end. */
const minItems = 16;

/** Runs the kernels `packPanels` and `implicitGemm`, see `assembly/`. */
export function implicitGemm(program: WasmProgram, product: ImplicitGemm): void {
  const { images, view, right, to } = product;
  const { channels, grid, taps } = view;
  const { tensor, columns, rowStep, columnStep } = right;
  const panels = Math.ceil(columns / 8), rows = grid.n * grid.height * grid.width;
  if (rows === 0 || columns === 0) return;
  const packed = program.output([panels, Math.max(1, taps.length * channels), 8]);
  const panelsAt = program.address(packed);
  const seen = viewParameters(program, images, view);
  const table = seen[9]!;
  program.run("packPanels", [
    program.address(tensor),
    table,
    taps.length,
    channels,
    rowStep,
    columns,
    columnStep,
    panelsAt,
  ], panels);
  const rowBlock = positionsPerItem(taps.length + 1);
  const rowBlocks = Math.ceil(rows / rowBlock);
  const panelBlock = Math.ceil(panels / Math.ceil(minItems / rowBlocks));
  program.run("implicitGemm", [
    ...seen,
    rows,
    panelsAt,
    columns,
    to.address,
    to.image,
    to.row,
    to.position,
    rowBlock,
    panelBlock,
  ], rowBlocks * Math.ceil(panels / panelBlock));
  program.dispose(packed);
}
