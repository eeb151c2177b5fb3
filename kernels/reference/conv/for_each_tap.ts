/** The sizes, strides and paddings of a two-dimensional convolution, channels last, no dilation. */
export interface ConvolutionGeometry {
  readonly batchSize: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inChannels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly padInfo: { readonly top: number; readonly left: number };
}

/**
 * Calls `visit` for each position of a convolution's output and each tap of its filter that meets the
 * input there. Positions are counted over the whole batch, taps row by row.
 */
export function forEachTap(
  geometry: ConvolutionGeometry,
  visit: (inPosition: number, outPosition: number, tap: number) => void,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  for (let outPosition = 0; outPosition < batchSize * outHeight * outWidth; outPosition++) {
    const image = Math.floor(outPosition / (outHeight * outWidth));
    const outRow = Math.floor(outPosition / outWidth) % outHeight,
      outColumn = outPosition % outWidth;
    for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
      const row = outRow * strideHeight - padInfo.top + Math.floor(tap / filterWidth);
      const column = outColumn * strideWidth - padInfo.left + tap % filterWidth;
      if (row < 0 || row >= inHeight || column < 0 || column >= inWidth) continue;
      visit((image * inHeight + row) * inWidth + column, outPosition, tap);
    }
  }
}
