/**
 * The largest difference between two lists, relative to the larger of 1 and the expected value. NaN
 * agrees only with NaN, an infinity only with itself.
 *
 * @returns `Infinity` where the lengths differ, or a value is not finite that should be
 */
export function largestDifference(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
): number {
  if (found.length !== expected.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [found[i]!, expected[i]!];
    if (Object.is(a, e)) continue;
    const difference = Math.abs(a - e) / Math.max(1, Math.abs(e));
    // NaN compares with nothing.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
