import type * as tf from "@tensorflow/tfjs";
import { roomBytes, type WasmProgram } from "./wasm_program.ts";

/** One tap of a filter. */
export interface Tap {
  /** Row and column of the image that place 0 of the grid sees. */
  readonly row: number;
  readonly column: number;
  /** Where the tap's own rows begin in the right matrix. */
  readonly begin: number;
}

/** A product of a matrix gathered from images and another. */
export interface GatheredProduct {
  /** `[n, imageHeight, imageWidth, channels]`, as an address. */
  readonly images: number;
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly channels: number;
  /** Over each image: rows, and places in a row. */
  readonly grid: { readonly n: number; readonly height: number; readonly width: number };
  /** Rows and columns of the image from one place to the next. */
  readonly stride: number;
  readonly taps: readonly Tap[];
  /** The right matrix: where its numbers lie, a tap's `channels` rows after its `begin`. */
  readonly right: {
    readonly tensor: tf.TensorInfo;
    readonly columns: number;
    readonly rowStep: number;
    readonly columnStep: number;
  };
  /** Where the product of place 0 goes, and how many numbers lie between the next ones. */
  readonly to: {
    readonly address: number;
    readonly image: number;
    readonly row: number;
    readonly place: number;
  };
}

/** Items that keep all threads at work to the end. */
const enoughItems = 16;

/** Runs the kernels `packPanels` and `gatheredProduct`, see there. */
export function gatheredProduct(program: WasmProgram, product: GatheredProduct): void {
  const { images, imageHeight, imageWidth, channels, grid, stride, taps, right, to } = product;
  const { tensor, columns, rowStep, columnStep } = right;
  const panels = Math.ceil(columns / 8), rows = grid.n * grid.height * grid.width;
  if (rows === 0 || columns === 0) return;
  const packed = program.output([panels, Math.max(1, taps.length * channels), 8]);
  const panelsAt = program.address(packed);
  program.run("packPanels", [
    program.address(tensor),
    program.table(taps.map(({ begin }) => begin)),
    taps.length,
    channels,
    rowStep,
    columns,
    columnStep,
    panelsAt,
  ], panels);
  const mostRows = 4 * Math.floor(roomBytes / (16 * (taps.length + 1)));
  const rowBlock = Math.min(64, mostRows);
  const rowBlocks = Math.ceil(rows / rowBlock);
  const panelBlock = Math.ceil(panels / Math.ceil(enoughItems / rowBlocks));
  program.run("gatheredProduct", [
    images,
    program.zeros,
    imageHeight,
    imageWidth,
    channels,
    grid.height,
    grid.width,
    rows,
    stride,
    program.table(taps.flatMap(({ row, column }) => [row, column])),
    taps.length,
    panelsAt,
    columns,
    to.address,
    to.image,
    to.row,
    to.place,
    rowBlock,
    panelBlock,
  ], rowBlocks * Math.ceil(panels / panelBlock));
  program.dispose(packed);
}
