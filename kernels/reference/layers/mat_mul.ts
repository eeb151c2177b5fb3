/** The sizes of a matrix product. */
export interface MatMulShape {
  /** Of the result. */
  readonly rows: number;
  /** Products that each element of the result adds up. */
  readonly depth: number;
  /** Of the result. */
  readonly columns: number;
  /** True where a matrix is stored transposed: `[depth, rows]`, `[columns, depth]`. */
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
