/** Writes the first `width` of four numbers, or all of them where it is more. */
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
