import { type PackedRows, PANEL_ROWS } from "./packed_rows.ts";

/** The columns of a block are padded to a multiple of this, which the kernels take at a time. */
const COLUMNS = 8;

/**
 * Cosine similarities of some rows with others, in plain JavaScript: what the WebAssembly kernel is
 * compared with, for few rows, and where there is no such kernel.
 *
 * Every sum runs in the order of `cosineSimilarity`, so that the results are the same to the bit.
 *
 * @param a rows from `a.first`, a multiple of 4, to before `a.end`
 * @param b all rows from `b.first` on, a multiple of 4
 * @param out takes `[rows of a, blockStride(rows of b)]`, row by row; its rows are filled by fours
 */
export function similarityBlock(
  a: { readonly packed: PackedRows; readonly first: number; readonly end: number },
  b: { readonly packed: PackedRows; readonly first: number },
  out: Float32Array,
): void {
  const { dimension } = a.packed, stride = blockStride(b.packed.rows - b.first);
  // A panel of columns stays in the first-level cache, the panels of rows in the second-level one.
  for (let column = b.first; column < b.packed.rows; column += PANEL_ROWS) {
    for (let row = a.first; row < a.end; row += PANEL_ROWS) {
      const start = (row - a.first) * stride + column - b.first;
      multiplyPanels(
        a.packed.panels,
        row * dimension,
        b.packed.panels,
        column * dimension,
        dimension,
        out,
        start,
        stride,
      );
    }
  }
}

/** From one row of a block to the next, where it has so many columns. */
export function blockStride(columns: number): number {
  return Math.ceil(columns / COLUMNS) * COLUMNS;
}

function multiplyPanels(
  a: Float64Array<ArrayBufferLike>,
  aStart: number,
  b: Float64Array<ArrayBufferLike>,
  bStart: number,
  dimension: number,
  out: Float32Array,
  start: number,
  stride: number,
): void {
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0, s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (let k = 0, i = aStart, j = bStart; k < dimension; k++, i += PANEL_ROWS, j += PANEL_ROWS) {
    const b0 = b[j]!, b1 = b[j + 1]!, b2 = b[j + 2]!, b3 = b[j + 3]!;
    const a0 = a[i]!, a1 = a[i + 1]!;
    s00 += a0 * b0, s01 += a0 * b1, s02 += a0 * b2, s03 += a0 * b3;
    s10 += a1 * b0, s11 += a1 * b1, s12 += a1 * b2, s13 += a1 * b3;
    const a2 = a[i + 2]!, a3 = a[i + 3]!;
    s20 += a2 * b0, s21 += a2 * b1, s22 += a2 * b2, s23 += a2 * b3;
    s30 += a3 * b0, s31 += a3 * b1, s32 += a3 * b2, s33 += a3 * b3;
  }
  const row1 = start + stride, row2 = row1 + stride, row3 = row2 + stride;
  out[start] = cosine(s00), out[start + 1] = cosine(s01);
  out[start + 2] = cosine(s02), out[start + 3] = cosine(s03);
  out[row1] = cosine(s10), out[row1 + 1] = cosine(s11);
  out[row1 + 2] = cosine(s12), out[row1 + 3] = cosine(s13);
  out[row2] = cosine(s20), out[row2 + 1] = cosine(s21);
  out[row2 + 2] = cosine(s22), out[row2 + 3] = cosine(s23);
  out[row3] = cosine(s30), out[row3 + 1] = cosine(s31);
  out[row3 + 2] = cosine(s32), out[row3 + 3] = cosine(s33);
}

/** Rounding may carry a product of unit vectors past one. */
function cosine(sum: number): number {
  return Math.min(1, Math.max(-1, sum));
}
