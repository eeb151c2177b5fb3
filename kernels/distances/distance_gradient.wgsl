// The derivative of the distance between two rows with respect to one number of the first, `own`,
// where the second has `other`. Rows that are the same have no Euclidean slope: 0 is taken.
fn distanceGradient(own : f32, other : f32, value : f32) -> f32 {
  if (DISTANCE == COSINE) { return -other; }
  if (DISTANCE == SQUARED) { return 2.0 * (own - other); }
  return select(0.0, (own - other) / value, value > 0.0);
}
