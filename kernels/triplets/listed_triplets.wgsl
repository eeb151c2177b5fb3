// Listed triplets; a thread a pair adds up the triplets of its row in which it stands, and, swapped,
// looks through the lists of all rows.

fn isTriplet(place : i32) -> bool {
  return positives[place] >= 0 && negatives[place] >= 0;
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
    let place = row * k + e;
    if (!isTriplet(place)) { continue; }
    let p = positives[place];
    let q = negatives[place];
    if (p == column) { slope += slopeOf(excess(row, p, q)); }
    if (q == column && !isSwapped(row, p, q)) { slope -= slopeOf(excess(row, p, q)); }
  }
  if (SWAP == 1) {
    for (var place = 0; place < n * k; place++) {
      let a = place / k;
      if (positives[place] != row || negatives[place] != column) { continue; }
      if (isSwapped(a, row, column)) { slope -= slopeOf(excess(a, row, column)); }
    }
  }
  var sums = vec3<f32>();
  if (column < k) {
    let place = row * k + column;
    if (isTriplet(place)) { sums = counted(excess(row, positives[place], negatives[place])); }
  }
  write(row, column, slope, sums);
}
