/**
 * Finds where a test begins to fail, by bisection: O(log n).
 *
 * @param low the first index
 * @param high the index after the last
 * @param passes true for every index before some point, and false from there on
 * @returns that point, from `low` to `high`
 */
export function partitionPoint(
  low: number,
  high: number,
  passes: (index: number) => boolean,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
