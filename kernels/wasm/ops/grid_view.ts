import type { WasmProgram } from "../runtime/wasm_program.ts";

/** One tap of a filter. */
export interface Tap {
  /** Row and column of the image that position 0 of the grid reads. */
  readonly row: number;
  readonly column: number;
  /** Offset of the tap's values in the filter. */
  readonly begin: number;
}

/** Images `[n, imageHeight, imageWidth, channels]`, as the positions of a grid read them by taps. */
export interface GridView {
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly channels: number;
  /** Of each image: rows, and positions in a row. */
  readonly grid: { readonly n: number; readonly height: number; readonly width: number };
  /** Rows, and columns, of the image from one position to the next. */
  readonly stride: readonly [rows: number, columns: number];
  readonly taps: readonly Tap[];
}

/** The parameters of a view for kernels, see `tapAddresses`: its taps are in the program's table. */
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
