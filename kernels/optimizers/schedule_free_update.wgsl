// One step of a schedule-free optimizer over all parameters, concatenated. The rows of the state
// are values, values without average, then optionally second moments. The step of a parameter is
// its group's.

fn main() {
  let count = uniforms.gradientShape;
  for (var i = i32(globalId.x); i < count; i += i32(numWorkgroups.x) * THREADS) {
    let group = groups[i];
    let value = state[i];
    let base = state[count + i];
    var slope = gradient[i];
    if (uniforms.outShape > 2 * count) {
      let second = uniforms.keepSecond[group] * state[2 * count + i] +
        uniforms.addSecond[group] * (slope * slope);
      result[2 * count + i] = second;
      if (uniforms.adaptive[group] > 0.0) {
        slope /= sqrt(second / uniforms.correction[group]) + uniforms.epsilon[group];
      }
    }
    slope += uniforms.decay[group] * value;
    result[i] = value + uniforms.averageWeight[group] * (base - value) - uniforms.rate[group] * slope;
    result[count + i] = base - uniforms.baseRate[group] * slope;
  }
}
