// Samples a column by the weights of row i for every positive pair (i, j); -1 for all other pairs. The
// thread of a pair hashes its index with the seed into a fraction of the row's sum.

fn hash(bits : u32) -> u32 {
  let state = bits * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

fn main() {
  let n = uniforms.outShape.x;
  let m = uniforms.outShape.y;
  let row = i32(globalId.y);
  let column = i32(globalId.x);
  if (row >= n || column >= m) { return; }
  let first = row * m;
  var sampled = -1;
  if (column != row + i32(uniforms.offset) && others[column] == labels[row]) {
    var total = 0.0;
    for (var q = 0; q < m; q++) { total += weights[first + q]; }
    let stream = hash(hash(u32(uniforms.seed)) + u32(uniforms.sample));
    let bits = hash(stream + u32(first + column));
    var left = f32(bits >> 8u) / 16777216.0 * total;
    for (var q = 0; q < m && total > 0.0; q++) {
      let weight = weights[first + q];
      if (weight <= 0.0) { continue; }
      sampled = q;
      left -= weight;
      if (left < 0.0) { break; }
    }
  }
  result[first + column] = sampled;
}
