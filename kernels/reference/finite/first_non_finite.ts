/** The index of the first value that is NaN or infinite; -1 if there is none. */
export function firstNonFinite(values: ArrayLike<number>): number {
  // 0 times any finite value is 0, and a sum is faster than a test of each.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * 0;
  if (sum === 0) return -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) return i;
  }
  return -1;
}
