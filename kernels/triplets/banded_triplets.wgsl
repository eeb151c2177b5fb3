// All triplets of a row, a column of its label and a column of another label, whose t is in a band.
// The thread of a pair adds up the pair's triplets. Nothing of size n^3 is stored.

fn isKept(a : i32, p : i32, q : i32) -> bool {
  let m = uniforms.distancesShape.y;
  let t = mined[a * m + q] - mined[a * m + p];
  return !(t <= uniforms.above || t > uniforms.upTo);
}

fn isSelf(row : i32, column : i32) -> bool {
  return column == row + i32(uniforms.offset);
}

fn main() {
  let n = uniforms.distancesShape.x;
  let m = uniforms.distancesShape.y;
  let row = i32(globalId.y);
  let column = i32(globalId.x);
  if (row >= n || column >= m) { return; }
  let label = labels[row];
  var slope = 0.0;
  var sums = vec3<f32>();
  if (others[column] >= 0 && !isSelf(row, column)) {
    if (others[column] == label) {
      // Anchor and positive.
      for (var q = 0; q < m; q++) {
        if (others[q] == label || others[q] < 0 || !isKept(row, column, q)) { continue; }
        let x = excess(row, column, q);
        slope += slopeOf(x);
        sums += counted(x);
      }
    } else {
      // Anchor and negative; swapped, positive and negative.
      for (var p = 0; p < m; p++) {
        if (others[p] != label || isSelf(row, p)) { continue; }
        if (isKept(row, p, column) && !isSwapped(row, p, column)) {
          slope -= slopeOf(excess(row, p, column));
        }
        if (SWAP == 1 && isKept(p, row, column) && isSwapped(p, row, column)) {
          slope -= slopeOf(excess(p, row, column));
        }
      }
    }
  }
  write(row, column, slope, sums);
}
