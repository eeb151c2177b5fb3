import type { backend_util } from "@tensorflow/tfjs";
import type { Placement } from "./placement.ts";

/** Where a convolution's output lies. */
export function outputPlacement(geometry: backend_util.Conv2DInfo, address: number): Placement {
  const { outHeight, outWidth, outChannels } = geometry;
  return {
    address,
    image: outHeight * outWidth * outChannels,
    row: outWidth * outChannels,
    place: outChannels,
  };
}
