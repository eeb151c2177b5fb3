// Sums over a part of the rows: of the gradient before the activation, and of that gradient times
// the normalized value. result[part, 2, channel] are the gradients of shift and scale.

const LANES = THREADS / GROUP_QUADS;

var<workgroup> sums : array<vec4<f32>, THREADS>;
var<workgroup> products : array<vec4<f32>, THREADS>;

fn main() {
  let thread = i32(localIndex);
  let lane = thread / GROUP_QUADS;
  let channel = 4 * (i32(workgroupId.x) * GROUP_QUADS + thread % GROUP_QUADS);
  let part = i32(workgroupId.y);
  let width = channels();
  let rounds = (uniforms.xShape.x + LANES - 1) / LANES;
  let steps = (rounds + i32(numWorkgroups.y) - 1) / i32(numWorkgroups.y);
  var sum = vec4<f32>();
  var product = vec4<f32>();
  if (channel < width) {
    let mean = statisticsQuad(0, channel);
    let inverse = inverseSqrt(statisticsQuad(width, channel) + uniforms.epsilon);
    let scale = scaleQuad(0, channel);
    let shift = shiftQuad(0, channel);
    for (var step = 0; step < steps; step++) {
      let row = (part * steps + step) * LANES + lane;
      if (row >= uniforms.xShape.x) { break; }
      let normalized = (xQuad(row * width, channel) - mean) * inverse;
      let gradient = dyQuad(row * width, channel) * slope(normalized * scale + shift);
      sum += gradient;
      product += gradient * normalized;
    }
  }
  sums[thread] = sum;
  products[thread] = product;
  workgroupBarrier();
  if (lane > 0) { return; }
  for (var other = thread + GROUP_QUADS; other < THREADS; other += GROUP_QUADS) {
    sum += sums[other];
    product += products[other];
  }
  let first = part * 2 * width + channel;
  for (var i = 0; i < 4; i++) {
    if (channel + i >= width) { return; }
    result[first + i] = sum[i];
    result[first + width + i] = product[i];
  }
}
