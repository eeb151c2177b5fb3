import type { backend_util } from "@tensorflow/tfjs";

/** Where the results of a grid's positions go, in elements. */
export interface OutputStrides {
  /** The address of the result of position 0. */
  readonly address: number;
  /** From an image to the next. */
  readonly image: number;
  /** From a row of positions to the next. */
  readonly row: number;
  /** From a position to the next. */
  readonly position: number;
}

/** The strides of a convolution's output. */
export function convOutputStrides(
  geometry: backend_util.Conv2DInfo,
  address: number,
): OutputStrides {
  const { outHeight, outWidth, outChannels } = geometry;
  return {
    address,
    image: outHeight * outWidth * outChannels,
    row: outWidth * outChannels,
    position: outChannels,
  };
}
