/** The byte indices of four parameters' groups in four groups' values. */
export function groupLanes(groups: v128): v128 {
  return i32x4.add(i32x4.mul(groups, i32x4.splat(0x04040404)), i32x4.splat(0x03020100));
}

/**
 * A field of a step for each of four parameters.
 *
 * @param numbers float32 `[fields, 4 groups]`
 * @param number the index of the field
 * @param lanes of `groupLanes`
 */
export function stepParameter(numbers: usize, number: i32, lanes: v128): v128 {
  return i8x16.swizzle(v128.load(numbers + (<usize> number << 4)), lanes);
}
