// weights[a, j]: how often the distance from anchor a to row j stands in a selected triplet whose loss
// is above 0, negative where j is a negative. A thread for each pair walks over the partners that
// make it a triplet, so that no list of triplets is made.

fn main() {
  let n = uniforms.outShape.x;
  let anchor = i32(globalId.y);
  let other = i32(globalId.x);
  if (anchor >= n || other >= n) { return; }
  let first = anchor * n;
  let label = labels[anchor];
  let isPositive = labels[other] == label;
  let own = distances[first + other];
  var count = 0;
  for (var partner = 0; partner < n; partner++) {
    if (partner == anchor || (labels[partner] == label) == isPositive) { continue; }
    let partnerDistance = distances[first + partner];
    let t = select(own - partnerDistance, partnerDistance - own, isPositive);
    if (t > uniforms.above && t <= uniforms.upTo && t < uniforms.margin) { count++; }
  }
  let weight = select(-count, count, isPositive);
  result[first + other] = select(weight, 0, anchor == other);
}
