// Listed triplets. The thread of a pair adds up the triplets of its row that have the pair. With
// swap, it searches the lists of all rows.

fn isTriplet(position : i32) -> bool {
  return positives[position] >= 0 && negatives[position] >= 0;
}

fn main() {
  let n = uniforms.distancesShape.x;
  let m = uniforms.distancesShape.y;
  let k = uniforms.positivesShape.y;
  let row = i32(globalId.y);
  let column = i32(globalId.x);
  if (row >= n || column >= m) { return; }
  var slope = 0.0;
  for (var e = 0; e < k; e++) {
    let position = row * k + e;
    if (!isTriplet(position)) { continue; }
    let p = positives[position];
    let q = negatives[position];
    if (p == column) { slope += slopeOf(excess(row, p, q)); }
    if (q == column && !isSwapped(row, p, q)) { slope -= slopeOf(excess(row, p, q)); }
  }
  if (SWAP == 1) {
    for (var position = 0; position < n * k; position++) {
      let a = position / k;
      if (positives[position] != row || negatives[position] != column) { continue; }
      if (isSwapped(a, row, column)) { slope -= slopeOf(excess(a, row, column)); }
    }
  }
  var sums = vec3<f32>();
  if (column < k) {
    let position = row * k + column;
    if (isTriplet(position)) { sums = counted(excess(row, positives[position], negatives[position])); }
  }
  write(row, column, slope, sums);
}
