// What a triplet adds to a loss, by x = d(a, p) - d(a, n) + margin, and the derivative by x.

fn termOf(x : f32) -> f32 {
  if (TERM == HINGE) { return max(x, 0.0); }
  if (TERM == SOFTPLUS) { return max(x, 0.0) + log(1.0 + exp(-abs(x))); }
  return 0.0;
}

fn slopeOf(x : f32) -> f32 {
  if (TERM == HINGE) { return select(0.0, 1.0, x > 0.0); }
  if (TERM == SOFTPLUS) { return 1.0 / (1.0 + exp(-x)); }
  return 1.0;
}

fn distanceAt(row : i32, column : i32) -> f32 {
  return distances[row * uniforms.distancesShape.y + column];
}

// True where the positive is nearer to the negative than the anchor is.
fn isSwapped(a : i32, p : i32, q : i32) -> bool {
  return SWAP == 1 && distanceAt(p, q) < distanceAt(a, q);
}

fn excess(a : i32, p : i32, q : i32) -> f32 {
  var negative = distanceAt(a, q);
  if (isSwapped(a, p, q)) { negative = distanceAt(p, q); }
  return distanceAt(a, p) - negative + uniforms.margin;
}

// Writes [0, i, j] the derivative of the sum of losses by a distance; and of triplets counted at
// (i, j) [1, i, j] the sum of losses, [2, i, j] how many have one above 0, [3, i, j] how many.
fn write(row : i32, column : i32, slope : f32, counted : vec3<f32>) {
  let m = uniforms.distancesShape.y;
  let size = uniforms.distancesShape.x * m;
  let position = row * m + column;
  result[position] = slope;
  result[size + position] = counted.x;
  result[2 * size + position] = counted.y;
  result[3 * size + position] = counted.z;
}

fn counted(x : f32) -> vec3<f32> {
  let loss = termOf(x);
  return vec3<f32>(select(uniforms.NAN, loss, isFinite(x)), select(0.0, 1.0, loss > 0.0), 1.0);
}
