// [0, i, j] is 1 where row i and column j have one label, [1, i, j] is 1 where they have two. A
// thread takes one pair. Row i and column self + i are no pair. Columns with a label below 0 have
// no pairs.

fn main() {
  let n = uniforms.outShape.y;
  let m = uniforms.outShape.z;
  let row = i32(globalId.y);
  let column = i32(globalId.x);
  if (row >= n || column >= m) { return; }
  let isPair = column != row + i32(uniforms.offset) && others[column] >= 0;
  let isPositive = labels[row] == others[column];
  let position = row * m + column;
  result[position] = select(0.0, 1.0, isPair && isPositive);
  result[n * m + position] = select(0.0, 1.0, isPair && !isPositive);
}
