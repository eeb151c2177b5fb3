/**
 * Pearson's correlation of the greys of two pictures, which neither brightness nor contrast changes.
 *
 * @returns -1 to 1; NaN where a picture is all of one grey
 */
export function correlation(a: Uint8Array, b: Uint8Array): number {
  const n = a.length;
  let sumA = 0, sumB = 0, squaresA = 0, squaresB = 0, products = 0;
  for (let i = 0; i < n; i++) {
    const x = a[i]!, y = b[i]!;
    sumA += x, sumB += y, squaresA += x * x, squaresB += y * y, products += x * y;
  }
  const variances = (n * squaresA - sumA * sumA) * (n * squaresB - sumB * sumB);
  return (n * products - sumA * sumB) / Math.sqrt(variances);
}
