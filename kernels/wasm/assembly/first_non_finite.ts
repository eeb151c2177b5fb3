/**
 * The index of the first value of a section that is NaN or infinite; -1 if there is none.
 *
 * @param values `[count]`
 * @param itemCount values of an item, a multiple of 4
 * @param to int32, one per item
 * @param item a section
 */
export function firstNonFinite(
  values: usize,
  count: i32,
  itemCount: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const begin = min(count, item * itemCount), end = min(count, begin + itemCount);
  // A value with all bits of the exponent is not finite.
  const exponent = i32x4.splat(0x7f800000);
  let found = i32x4.splat(0), i = begin;
  for (; i + 4 <= end; i += 4) {
    const bits = v128.and(v128.load(values + (<usize> i << 2)), exponent);
    found = v128.or(found, i32x4.eq(bits, exponent));
  }
  // The rest, or all values if one of them is not finite.
  let position = -1;
  for (let j = v128.any_true(found) ? begin : i; j < end && position < 0; j++) {
    const bits = load<i32>(values + (<usize> j << 2)) & 0x7f800000;
    if (bits == 0x7f800000) position = j;
  }
  store<i32>(to + (<usize> item << 2), position);
}
