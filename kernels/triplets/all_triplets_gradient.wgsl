// The gradient by the rows. A thread takes one element. Row i takes part in the distances of anchor
// i, and in those of every other anchor to row i. All elements are NaN where the loss is.

fn main() {
  let n = uniforms.outShape.x;
  let dimension = uniforms.outShape.y;
  let row = i32(globalId.y);
  let k = i32(globalId.x);
  if (row >= n || k >= dimension) { return; }
  let own = rows[row * dimension + k];
  var sum = 0.0;
  for (var other = 0; other < n; other++) {
    let weight = weights[row * n + other] + weights[other * n + row];
    if (weight == 0) { continue; }
    let value = distances[row * n + other];
    sum += f32(weight) * distanceGradient(own, rows[other * dimension + k], value);
  }
  let gradient = sum * upstream[0] / max(summary[1], 1.0);
  result[row * dimension + k] = select(uniforms.NAN, gradient, isFinite(summary[0]));
}
