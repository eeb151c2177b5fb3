// What rows in search of others know: planes of numbers of four bytes, one a row. The values
// in float64 fill two planes each. A limit of a row tells which others may be better than the
// best so far. It applies to half the squared norm of the other, less the product of the two in
// float32, and leaves room for the error of that. Comparisons with the limits NaN fail: the rows with
// values that are not finite, and those that fill up the planes, find none and are not found.
//
// planes      | content
// ------------|--------------------------------------------------------
// 0           | labels
// 1           | half the squared norms; 0 for products alone
// 2           | the limit above which farther positives are
// 3           | the limit below which nearer negatives are
// 4           | the limit above which any negative must be
// 5           | the room for errors
// 6, 7        | the positives, then the negatives that were found; -1 is none
// 8, 10, 12   | float64: their distances, then the distance beyond which any negative must be

/**
 * Which of four pairs may improve what one row, or the other, has found: all bits of their lanes.
 *
 * @param one the address of the label of the row of all four pairs
 * @param four the address of the labels of their others
 * @param pitch bytes of a plane
 * @param products of the one row with the four
 */
export function openPairs(one: usize, four: usize, pitch: usize, products: v128): v128 {
  const same = i32x4.eq(v128.load32_splat(one), v128.load(four));
  one += pitch;
  four += pitch;
  const ofOne = f32x4.sub(v128.load(four), products);
  const ofFour = f32x4.sub(v128.load32_splat(one), products);
  one += pitch;
  four += pitch;
  const positives = v128.or(
    f32x4.ge(ofOne, v128.load32_splat(one)),
    f32x4.ge(ofFour, v128.load(four)),
  );
  const beyond = pitch << 1;
  const negatives = v128.or(
    v128.and(
      f32x4.le(ofOne, v128.load32_splat(one + pitch)),
      f32x4.ge(ofOne, v128.load32_splat(one + beyond)),
    ),
    v128.and(
      f32x4.le(ofFour, v128.load(four + pitch)),
      f32x4.ge(ofFour, v128.load(four + beyond)),
    ),
  );
  return v128.bitselect(positives, negatives, same);
}

/**
 * Tells a row the distance of another.
 *
 * @param pitch bytes of a plane
 * @param distance the reference's, to the bit
 * @param scaled the distance in the units of the limits
 */
export function meet(
  seekers: usize,
  pitch: usize,
  row: i32,
  other: i32,
  distance: f64,
  scaled: f64,
): void {
  const own = seekers + (<usize> row << 2);
  const wide = seekers + (<usize> row << 3) + 8 * pitch;
  const isPositive = load<i32>(own) == load<i32>(seekers + (<usize> other << 2));
  const limit = own + (isPositive ? 2 : 3) * pitch;
  const index = own + (isPositive ? 6 : 7) * pitch;
  const best = wide + (isPositive ? 0 : 2) * pitch;
  if (!isPositive && !(distance > load<f64>(wide + 4 * pitch))) return;
  const found = load<i32>(index), before = load<f64>(best);
  const isBetter = isPositive ? distance > before : distance < before;
  if (found >= 0 && !isBetter && (distance != before || other > found)) return;
  store<i32>(index, other);
  store<f64>(best, distance);
  const room = <f64> load<f32>(own + 5 * pitch);
  const rest = scaled - <f64> load<f32>(own + pitch);
  store<f32>(limit, <f32> (isPositive ? rest - room : rest + room));
}
