// One positive and one negative for each row: result[0, i] and result[1, i], -1 if there is none. A
// thread takes one row. Of equal distances the lowest index wins.

// Where `bound` is a column, positives must be strictly nearer, and negatives strictly farther.
fn best(row : i32, isPositive : bool, farthest : bool, bound : i32) -> i32 {
  let m = uniforms.distancesShape.y;
  let first = row * m;
  var found = -1;
  for (var j = 0; j < m; j++) {
    let value = distances[first + j];
    if (j == row + i32(uniforms.offset) || others[j] < 0 || !isFinite(value)) { continue; }
    if ((labels[row] == others[j]) != isPositive) { continue; }
    if (bound >= 0) {
      let limit = distances[first + bound];
      if (select(value <= limit, value >= limit, isPositive)) { continue; }
    }
    if (found >= 0) {
      let champion = distances[first + found];
      if (select(value >= champion, value <= champion, farthest)) { continue; }
    }
    found = j;
  }
  return found;
}

fn main() {
  let row = i32(globalId.x);
  let n = uniforms.outShape.y;
  if (row >= n) { return; }
  var p = -1;
  var q = -1;
  if (POSITIVE != SEMI_HARD) { p = best(row, true, POSITIVE == HARD, -1); }
  if (NEGATIVE != SEMI_HARD) { q = best(row, false, NEGATIVE == EASY, -1); }
  if (POSITIVE == SEMI_HARD && q >= 0) { p = best(row, true, true, q); }
  if (NEGATIVE == SEMI_HARD && p >= 0) { q = best(row, false, false, p); }
  result[row] = p;
  result[n + row] = q;
}
