import { storeQuad } from "./store_quad";

/** Writes the first `width` of 8 numbers. */
export function storeRow(to: usize, low: v128, high: v128, width: i32): void {
  storeQuad(to, low, width);
  if (width > 4) storeQuad(to + 16, high, width - 4);
}
