import { type GridView, viewParameters } from "./grid_view.ts";
import type { OutputStrides } from "./output_strides.ts";
import { positionsPerItem } from "./positions_per_item.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** A depthwise convolution, as sums over taps, channel by channel. */
export interface DepthwiseDirect {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** An address. */
  readonly filter: number;
  readonly to: OutputStrides;
}

/** Runs the kernel of the same name, see `assembly/depthwise_direct.ts`. */
export function depthwiseDirect(
  program: WasmProgram,
  { images, view, filter, to }: DepthwiseDirect,
): void {
  const { grid, taps } = view;
  const rows = grid.n * grid.height * grid.width, rowBlock = positionsPerItem(taps.length + 1);
  program.run("depthwiseDirect", [
    ...viewParameters(program, images, view),
    rows,
    filter,
    to.address,
    to.image,
    to.row,
    to.position,
    rowBlock,
  ], Math.ceil(rows / rowBlock));
}
