// One step of Adam's family over all parameters, concatenated. The rows of the state are values,
// first moments, then optionally second moments and slow values. The step of a parameter is its
// group's.

fn main() {
  let count = uniforms.gradientShape;
  let rows = uniforms.outShape / count;
  for (var i = i32(globalId.x); i < count; i += i32(numWorkgroups.x) * THREADS) {
    let value = state[i];
    let group = groups[i];
    let slope = gradient[i] + uniforms.coupledDecay[group] * value;
    let first = uniforms.keepFirst[group] * state[count + i] + uniforms.addFirst[group] * slope;
    result[count + i] = first;
    var change = uniforms.rate[group] * first;
    if (rows > 2) {
      let second = uniforms.keepSecond[group] * state[2 * count + i] +
        uniforms.addSecond[group] * (slope * slope);
      result[2 * count + i] = second;
      if (uniforms.adaptive[group] > 0.0) {
        change /= sqrt(second / uniforms.correction[group]) + uniforms.epsilon[group];
      }
    }
    var moved = value * (1.0 - uniforms.decay[group]) - change;
    if (rows > 3) {
      var slow = state[3 * count + i];
      if (uniforms.pull[group] > 0.0) {
        slow += uniforms.pull[group] * (moved - slow);
        moved = slow;
      }
      result[3 * count + i] = slow;
    }
    result[i] = moved;
  }
}
