// Gradient with respect to the rows; a thread for each number walks over the triplets and adds up
// those in which its row stands. All NaN where the loss is.

fn main() {
  let dimension = uniforms.outShape.y;
  let row = i32(globalId.y);
  let k = i32(globalId.x);
  if (row >= uniforms.outShape.x || k >= dimension) { return; }
  let own = rows[row * dimension + k];
  let count = uniforms.distancesShape.y;
  var sum = 0.0;
  for (var t = 0; t < count; t++) {
    let isAnchor = anchors[t] == row;
    let isPositive = positives[t] == row;
    let isNegative = negatives[t] == row;
    if (!(isAnchor || isPositive || isNegative) || !isTriplet(t)) { continue; }
    let positive = distances[t];
    let negative = distances[count + t];
    if (positive - negative + uniforms.margin <= 0.0) { continue; }
    if (isAnchor) {
      sum += distanceGradient(own, rows[positives[t] * dimension + k], positive);
      sum -= distanceGradient(own, rows[negatives[t] * dimension + k], negative);
    }
    let anchor = rows[anchors[t] * dimension + k];
    if (isPositive) { sum += distanceGradient(own, anchor, positive); }
    if (isNegative) { sum -= distanceGradient(own, anchor, negative); }
  }
  let gradient = sum * upstream[0] / max(summary[1], 1.0);
  result[row * dimension + k] = select(uniforms.NAN, gradient, isFinite(summary[0]));
}
