/** The position of the first number that is NaN or infinite; -1 where there is none. */
export function firstNonFinite(values: ArrayLike<number>): number {
  // 0 times a number is 0, but for those sought: a sum is faster than a look at each.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * 0;
  if (sum === 0) return -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) return i;
  }
  return -1;
}
