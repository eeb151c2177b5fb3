import type * as tf from "@tensorflow/tfjs";
import { scratchBytes, type WasmProgram } from "../runtime/wasm_program.ts";

/** A convolution of 3 x 3 taps and stride 1. */
export interface Winograd {
  /** `[n, imageHeight, imageWidth, channels]`. */
  readonly images: tf.TensorInfo;
  /** `[n, height, width, columns]`. */
  readonly to: tf.TensorInfo;
  /** Row and column of the image that the first tap reads from position 0. */
  readonly first: readonly [row: number, column: number];
  /** Offsets in the filter, in elements: of the first tap, and from each to the next. */
  readonly filter: {
    readonly tensor: tf.TensorInfo;
    readonly begin: number;
    readonly tapStep: number;
    readonly rowStep: number;
    readonly columnStep: number;
  };
}

/**
 * Sizes that pay for the transforms, and that fit a thread's scratch memory. The number of images does
 * not count, so that the result of one does not depend on the others.
 */
const minChannels = 16, minPositions = 64, tilesPerItem = 12;
const maxChannels = Math.floor((scratchBytes - 16_384) / (64 * tilesPerItem));

/** True where `winograd` can compute a convolution, or its gradient by its input, and is faster. */
export function usesWinograd(geometry: tf.backend_util.Conv2DInfo): boolean {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
  return filterHeight === 3 && filterWidth === 3 &&
    strideHeight * strideWidth * dilationHeight * dilationWidth === 1 &&
    Math.min(inChannels, outChannels) >= minChannels &&
    Math.max(inChannels, outChannels) <= maxChannels &&
    geometry.outHeight * geometry.outWidth >= minPositions;
}

/** Runs the kernels `packWinograd` and `winograd`, see `assembly/`. */
export function winograd(program: WasmProgram, { images, to, first, filter }: Winograd): void {
  const [n, imageHeight, imageWidth, channels] = images.shape as [number, number, number, number];
  const [, height, width, columns] = to.shape as [number, number, number, number];
  const panels = Math.ceil(columns / 8);
  const packed = program.output([panels, 16, channels, 8]);
  const panelsAt = program.address(packed);
  program.run("packWinograd", [
    program.address(filter.tensor) + 4 * filter.begin,
    filter.tapStep,
    channels,
    filter.rowStep,
    columns,
    filter.columnStep,
    panelsAt,
  ], panels);
  const tiles = n * Math.ceil(height / 2) * Math.ceil(width / 2);
  program.run("winograd", [
    program.address(images),
    program.zeros,
    imageHeight,
    imageWidth,
    channels,
    height,
    width,
    ...first,
    n,
    panelsAt,
    columns,
    program.address(to),
  ], Math.ceil(tiles / tilesPerItem));
  program.dispose(packed);
}
