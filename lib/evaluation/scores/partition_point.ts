/** Where the ascending scores begin that fail a test which low ones alone pass, by bisection. */
export function partitionPoint(
  ascending: Float32Array,
  passes: (score: number) => boolean,
): number {
  let low = 0, high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(ascending[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
