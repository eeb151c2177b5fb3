// The derivative of the distance between two rows by one element of the first, `own`, where the
// second has `other`. The Euclidean distance of equal rows has no slope: it is 0 here.
fn distanceGradient(own : f32, other : f32, value : f32) -> f32 {
  if (DISTANCE == COSINE) { return -other; }
  if (DISTANCE == SQUARED) { return 2.0 * (own - other); }
  return select(0.0, (own - other) / value, value > 0.0);
}
