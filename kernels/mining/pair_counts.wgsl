// How often column j is in the list of row i. The thread of a pair searches the row's list.

fn main() {
  let row = i32(globalId.y);
  let column = i32(globalId.x);
  if (row >= uniforms.outShape.x || column >= uniforms.outShape.y) { return; }
  let listed = uniforms.indicesShape.y;
  var count = 0.0;
  for (var e = 0; e < listed; e++) {
    count += select(0.0, 1.0, indices[row * listed + e] == column);
  }
  result[row * uniforms.outShape.y + column] = select(0.0, count, others[column] >= 0);
}
