/** Which numbers of a product of matrices there are, and how its sides lie. */
export interface MatMulShape {
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  /** True where a side's lines are the result's columns, or depths: `[depth, rows]`, `[columns, depth]`. */
  readonly transposed: { readonly a: boolean; readonly b: boolean };
}

/**
 * Product of two matrices, added up in float64.
 *
 * @param a `[rows, depth]`, transposed or not
 * @param b `[depth, columns]`, transposed or not
 * @returns `[rows, columns]`
 */
export function matMul(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { rows, depth, columns, transposed }: MatMulShape,
): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns), column = i % columns;
    let sum = 0;
    for (let k = 0; k < depth; k++) {
      sum += a[transposed.a ? k * rows + row : row * depth + k]! *
        b[transposed.b ? column * depth + k : k * columns + column]!;
    }
    return sum;
  });
}
