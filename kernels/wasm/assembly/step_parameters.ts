/** Where in four groups' numbers each parameter finds its own: the bytes of four parameters. */
export function groupLanes(groups: v128): v128 {
  return i32x4.add(i32x4.mul(groups, i32x4.splat(0x04040404)), i32x4.splat(0x03020100));
}

/**
 * One of a step's numbers for each of four parameters.
 *
 * @param numbers float32 `[of a step, 4 groups]`
 * @param number its place among those of a step
 * @param lanes of `groupLanes`
 */
export function stepParameter(numbers: usize, number: i32, lanes: v128): v128 {
  return i8x16.swizzle(v128.load(numbers + (<usize> number << 4)), lanes);
}
