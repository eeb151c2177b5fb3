import { type GridView, viewParameters } from "./grid_view.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** A product of a matrix gathered from images, transposed, and another. */
export interface FilterGradientGemm {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** `[n, height, width, columns]`, as an address. */
  readonly dy: number;
  readonly columns: number;
  /** Where `[taps, channels, columns]` go. */
  readonly to: number;
}

/** Channels an item, by sixes: they share the places in the cache, and leave items for all threads. */
const channelBlock = 18;

/** Runs the kernel `filterGradientGemm`, see there. */
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
