// One step of Adam's family over all parameters end to end. State: values, first moments, and where
// there are as many rows second moments, slow values.

fn main() {
  let count = uniforms.gradientShape;
  let rows = uniforms.outShape / count;
  for (var i = i32(globalId.x); i < count; i += i32(numWorkgroups.x) * THREADS) {
    let value = state[i];
    let slope = gradient[i] + uniforms.coupledDecay * decays[i] * value;
    let first = uniforms.keepFirst * state[count + i] + uniforms.addFirst * slope;
    result[count + i] = first;
    var change = uniforms.rate * first;
    if (rows > 2) {
      let second = uniforms.keepSecond * state[2 * count + i] + uniforms.addSecond * (slope * slope);
      result[2 * count + i] = second;
      if (uniforms.adaptive > 0.0) {
        change /= sqrt(second / uniforms.correction) + uniforms.epsilon;
      }
    }
    var moved = value * (1.0 - uniforms.decay * decays[i]) - change;
    if (rows > 3) {
      var slow = state[3 * count + i];
      if (uniforms.pull > 0.0) {
        slow += uniforms.pull * (moved - slow);
        moved = slow;
      }
      result[3 * count + i] = slow;
    }
    result[i] = moved;
  }
}
