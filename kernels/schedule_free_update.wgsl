// One step of a schedule-free optimiser over all parameters end to end. State: values, values without
// average, and where there is a third row second moments.

fn main() {
  let count = uniforms.gradientShape;
  for (var i = i32(globalId.x); i < count; i += i32(numWorkgroups.x) * THREADS) {
    let value = state[i];
    let base = state[count + i];
    var slope = gradient[i];
    if (uniforms.outShape > 2 * count) {
      let second = uniforms.keepSecond * state[2 * count + i] + uniforms.addSecond * (slope * slope);
      result[2 * count + i] = second;
      if (uniforms.adaptive > 0.0) {
        slope /= sqrt(second / uniforms.correction) + uniforms.epsilon;
      }
    }
    slope += uniforms.decay * decays[i] * value;
    result[i] = value + uniforms.share * (base - value) - uniforms.rate * slope;
    result[count + i] = base - uniforms.baseRate * slope;
  }
}
