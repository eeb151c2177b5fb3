// [loss, active, valid, mean positive distance, mean negative distance] of listed triplets, by one
// workgroup, a thread for every THREADSth triplet. The loss is NaN where a distance is not finite;
// such a triplet stays out of the means.

fn main() {
  let count = uniforms.distancesShape.y;
  var loss = 0.0;
  var activeCount = 0.0;
  var valid = 0.0;
  var finite = 0.0;
  var sums = vec2<f32>();
  for (var t = i32(localIndex); t < count; t += THREADS) {
    if (!isTriplet(t)) { continue; }
    valid += 1.0;
    let pair = vec2<f32>(distances[t], distances[count + t]);
    if (!isFinite(pair.x) || !isFinite(pair.y)) { continue; }
    finite += 1.0;
    sums += pair;
    let own = pair.x - pair.y + uniforms.margin;
    if (own > 0.0) {
      activeCount += 1.0;
      loss += own;
    }
  }
  loss = workgroupSum(loss);
  activeCount = workgroupSum(activeCount);
  valid = workgroupSum(valid);
  finite = workgroupSum(finite);
  sums = vec2<f32>(workgroupSum(sums.x), workgroupSum(sums.y));
  if (localIndex == 0u) {
    result[0] = select(uniforms.NAN, loss / max(activeCount, 1.0), finite == valid);
    result[1] = activeCount;
    result[2] = valid;
    result[3] = sums.x / max(finite, 1.0);
    result[4] = sums.y / max(finite, 1.0);
  }
}
