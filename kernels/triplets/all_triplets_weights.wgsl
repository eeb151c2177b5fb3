// weights[a, j] counts the selected triplets with a loss above 0 that have the distance from anchor
// a to row j. It is negative where j is a negative. The thread of a pair goes over the partners
// that make it a triplet, so there is no list of triplets.

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
