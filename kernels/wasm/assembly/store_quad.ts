/** Writes the first `width` of four values, or all where it is more. */
export function storeQuad(to: usize, quad: v128, width: i32): void {
  if (width >= 4) {
    v128.store(to, quad);
    return;
  }
  if (width & 2) {
    v128.store64_lane(to, quad, 0);
    quad = i8x16.shuffle(quad, quad, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
    to += 8;
  }
  if (width & 1) v128.store32_lane(to, quad, 0);
}

/** Writes the first `width` of 8 values. */
export function storeRow(to: usize, low: v128, high: v128, width: i32): void {
  storeQuad(to, low, width);
  if (width > 4) storeQuad(to + 16, high, width - 4);
}
