// A part of the gradient of a depthwise convolution by its filter. A workgroup goes over its part
// of the positions, LANES at a time. A thread keeps the sums of all taps for four channels in
// registers, and reads the gradient of a position once for all taps. At the end, the lanes are
// added up in shared memory, and another program adds up the parts: result[part, tap, channel].

const QUADS = (IN_CHANNELS + 3) / 4;
const LANES = THREADS / GROUP_QUADS;

var<workgroup> lanes : array<vec4<f32>, THREADS>;

fn main() {
  let thread = i32(localIndex);
  let lane = thread / GROUP_QUADS;
  let channel = 4 * (i32(workgroupId.x) * GROUP_QUADS + thread % GROUP_QUADS);
  let part = i32(workgroupId.y);
  let positions = uniforms.dyShape.x * OUT_HEIGHT * OUT_WIDTH;
  let rounds = (positions + LANES - 1) / LANES;
  let steps = (rounds + i32(numWorkgroups.y) - 1) / i32(numWorkgroups.y);
  var sums : array<vec4<f32>, TAPS>;
  if (channel < IN_CHANNELS) {
    for (var step = 0; step < steps; step++) {
      let position = (part * steps + step) * LANES + lane;
      if (position >= positions) { break; }
      let gradient = dyQuad(position * IN_CHANNELS, channel);
      let image = position / (OUT_HEIGHT * OUT_WIDTH);
      let row = position / OUT_WIDTH % OUT_HEIGHT * STRIDE_HEIGHT - TOP;
      let column = position % OUT_WIDTH * STRIDE_WIDTH - LEFT;
      for (var tap = 0; tap < TAPS; tap++) {
        let at = vec2<i32>(row + tap / FILTER_WIDTH, column + tap % FILTER_WIDTH);
        if (any(at < vec2<i32>()) || any(at >= vec2<i32>(IN_HEIGHT, IN_WIDTH))) { continue; }
        let inPosition = (image * IN_HEIGHT + at.x) * IN_WIDTH + at.y;
        sums[tap] += gradient * xQuad(inPosition * IN_CHANNELS, channel);
      }
    }
  }
  for (var tap = 0; tap < TAPS; tap++) {
    workgroupBarrier();
    lanes[thread] = sums[tap];
    workgroupBarrier();
    // No `continue`: every thread is to meet the next barrier.
    if (lane == 0) {
      var sum = vec4<f32>();
      for (var other = thread; other < THREADS; other += GROUP_QUADS) { sum += lanes[other]; }
      let first = (part * TAPS + tap) * IN_CHANNELS + channel;
      for (var i = 0; i < 4; i++) {
        if (channel + i < IN_CHANNELS) { result[first + i] = sum[i]; }
      }
    }
  }
}
