// [loss, active, valid, mean positive distance, mean negative distance] of the triplets of a batch.
// There is one workgroup; a thread takes every THREADSth anchor.
//
// The losses of the active triplets add up to margin x active + sum of weights x distances. The
// loss is NaN if a distance in a triplet is not finite. Such a distance does not count in the
// means.

fn main() {
  let n = uniforms.distancesShape.x;
  var loss = 0.0;
  var activeCount = 0.0;
  var valid = 0.0;
  var broken = 0.0;
  var sums = vec2<f32>();
  var counts = vec2<f32>();
  for (var anchor = i32(localIndex); anchor < n; anchor += THREADS) {
    var others = vec2<f32>();
    var finite = vec2<f32>();
    for (var other = 0; other < n; other++) {
      if (other == anchor) { continue; }
      let value = distances[anchor * n + other];
      let weight = f32(weights[anchor * n + other]);
      let isPositive = labels[other] == labels[anchor];
      let kind = select(vec2<f32>(0.0, 1.0), vec2<f32>(1.0, 0.0), isPositive);
      others += kind;
      if (!isFinite(value)) { continue; }
      finite += kind;
      sums += kind * value;
      loss += weight * value;
      if (isPositive) {
        loss += weight * uniforms.margin;
        activeCount += weight;
      }
    }
    counts += finite;
    let triplets = others.x * others.y;
    valid += triplets;
    if (triplets > 0.0 && any(finite != others)) { broken = 1.0; }
  }
  loss = workgroupSum(loss);
  activeCount = workgroupSum(activeCount);
  valid = workgroupSum(valid);
  broken = workgroupSum(broken);
  sums = vec2<f32>(workgroupSum(sums.x), workgroupSum(sums.y));
  counts = vec2<f32>(workgroupSum(counts.x), workgroupSum(counts.y));
  if (localIndex == 0u) {
    result[0] = select(loss / max(activeCount, 1.0), uniforms.NAN, broken > 0.0);
    result[1] = activeCount;
    result[2] = valid;
    result[3] = sums.x / max(counts.x, 1.0);
    result[4] = sums.y / max(counts.y, 1.0);
  }
}
