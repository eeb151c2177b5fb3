import { type GridView, viewParameters } from "./grid_view.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** A product of two matrices, of which the left one is gathered from images and transposed. */
export interface FilterGradientGemm {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** `[n, height, width, columns]`, as an address. */
  readonly dy: number;
  readonly columns: number;
  /** The address of the output, `[taps, channels, columns]`. */
  readonly to: number;
}

/** Channels of an item, a multiple of 6: they share cached positions, and leave items for all threads. */
const channelBlock = 18;

/** Runs the kernel of the same name, see `assembly/filter_gradient_gemm.ts`. */
export function filterGradientGemm(program: WasmProgram, product: FilterGradientGemm): void {
  const { images, view, dy, columns, to } = product;
  const { channels, grid, taps } = view;
  program.run("filterGradientGemm", [
    ...viewParameters(program, images, view),
    grid.n,
    dy,
    columns,
    to,
    channelBlock,
  ], taps.length * Math.ceil(channels / channelBlock));
}
