import type { WasmProgram } from "./wasm_program.ts";

/** A product of a matrix gathered from images, transposed, and another. */
export interface ScatteredProduct {
  /** `[n, imageHeight, imageWidth, channels]`, as an address. */
  readonly images: number;
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly channels: number;
  /** Over each image: rows, and places in a row. */
  readonly grid: { readonly n: number; readonly height: number; readonly width: number };
  /** Rows and columns of the image from one place to the next. */
  readonly stride: number;
  /** For each tap the row and the column of the image that place 0 of the grid sees. */
  readonly taps: readonly (readonly [row: number, column: number])[];
  /** `[n, height, width, columns]`, as an address. */
  readonly places: number;
  readonly columns: number;
  /** Where `[taps, channels, columns]` go. */
  readonly to: number;
}

/** Channels an item: a few of them share the places that lie in the cache. */
const channelBlock = 32;

/** Runs the kernel `scatteredProduct`, see there. */
export function scatteredProduct(program: WasmProgram, product: ScatteredProduct): void {
  const { images, imageHeight, imageWidth, channels, grid, stride, taps } = product;
  program.run("scatteredProduct", [
    images,
    grid.n,
    imageHeight,
    imageWidth,
    channels,
    grid.height,
    grid.width,
    stride,
    program.table(taps.flat()),
    product.places,
    product.columns,
    product.to,
    channelBlock,
  ], taps.length * Math.ceil(channels / channelBlock));
}
