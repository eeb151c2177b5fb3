import type { backend_util } from "@tensorflow/tfjs";

/** Where what is computed of the places of a grid goes, counted in numbers. */
export interface OutputStrides {
  /** The address of place 0's. */
  readonly address: number;
  /** From an image's to the next one's. */
  readonly image: number;
  /** From a row of places to the next. */
  readonly row: number;
  /** From a place to the next. */
  readonly position: number;
}

/** Where a convolution's output lies. */
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
