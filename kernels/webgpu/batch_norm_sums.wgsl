// Sums over a share of the rows of the gradient of what is activated, and of that gradient times what
// is normalised: result[share, 2, channel], the gradients of shift and of scale.

const LANES = THREADS / GROUP_QUADS;

var<workgroup> sums : array<vec4<f32>, THREADS>;
var<workgroup> products : array<vec4<f32>, THREADS>;

fn main() {
  let thread = i32(localIndex);
  let lane = thread / GROUP_QUADS;
  let channel = 4 * (i32(workgroupId.x) * GROUP_QUADS + thread % GROUP_QUADS);
  let share = i32(workgroupId.y);
  var sum = vec4<f32>();
  var product = vec4<f32>();
  if (channel < CHANNELS) {
    let mean = statisticsQuad(0, channel);
    let inverse = inverseSqrt(statisticsQuad(CHANNELS, channel) + uniforms.epsilon);
    let scale = scaleQuad(0, channel);
    let shift = shiftQuad(0, channel);
    for (var step = 0; step < STEPS; step++) {
      let row = (share * STEPS + step) * LANES + lane;
      if (row >= uniforms.xShape.x) { break; }
      let normalised = (xQuad(row * CHANNELS, channel) - mean) * inverse;
      let gradient = dyQuad(row * CHANNELS, channel) * slope(normalised * scale + shift);
      sum += gradient;
      product += gradient * normalised;
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
  let first = share * 2 * CHANNELS + channel;
  for (var i = 0; i < 4; i++) {
    if (channel + i >= CHANNELS) { return; }
    result[first + i] = sum[i];
    result[first + CHANNELS + i] = product[i];
  }
}
