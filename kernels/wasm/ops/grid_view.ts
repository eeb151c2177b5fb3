import type { WasmProgram } from "../runtime/wasm_program.ts";

/** One tap of a filter. */
export interface Tap {
  /** Row and column of the image that place 0 of the grid sees. */
  readonly row: number;
  readonly column: number;
  /** Where the tap's own numbers begin in the filter. */
  readonly begin: number;
}

/** Images, `[n, imageHeight, imageWidth, channels]`, as the places of a grid see them through taps. */
export interface GridView {
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly channels: number;
  /** Over each image: rows, and places in a row. */
  readonly grid: { readonly n: number; readonly height: number; readonly width: number };
  /** Rows, and columns, of the image from one place to the next. */
  readonly stride: readonly [rows: number, columns: number];
  readonly taps: readonly Tap[];
}

/** What kernels are given of a view, see `tapAddresses`: its taps stand in the program's table. */
export function viewParameters(program: WasmProgram, images: number, view: GridView): number[] {
  const { imageHeight, imageWidth, channels, grid, stride, taps } = view;
  return [
    images,
    program.zeros,
    imageHeight,
    imageWidth,
    channels,
    grid.height,
    grid.width,
    ...stride,
    program.table(taps.flatMap(({ row, column, begin }) => [row, column, begin])),
    taps.length,
  ];
}
