import type { backend_util } from "@tensorflow/tfjs";
import type { OutputStrides } from "./output_strides.ts";

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
