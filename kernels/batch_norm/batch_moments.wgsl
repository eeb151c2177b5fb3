// Mean, sum of squared deviations and number of rows of each channel, over a part of the rows:
// result[part, 3, channel]. A thread takes four channels, row by row (Welford, 1962), so that
// nothing cancels where the mean is far from 0. Then the lanes of the workgroup are merged.

const LANES = THREADS / GROUP_QUADS;

var<workgroup> means : array<vec4<f32>, THREADS>;
var<workgroup> squares : array<vec4<f32>, THREADS>;
var<workgroup> counts : array<f32, THREADS>;

fn main() {
  let thread = i32(localIndex);
  let lane = thread / GROUP_QUADS;
  let channel = 4 * (i32(workgroupId.x) * GROUP_QUADS + thread % GROUP_QUADS);
  let part = i32(workgroupId.y);
  let width = channels();
  let rounds = (uniforms.xShape.x + LANES - 1) / LANES;
  let steps = (rounds + i32(numWorkgroups.y) - 1) / i32(numWorkgroups.y);
  var moments = Moments(vec4<f32>(), vec4<f32>(), 0.0);
  if (channel < width) {
    for (var step = 0; step < steps; step++) {
      let row = (part * steps + step) * LANES + lane;
      if (row >= uniforms.xShape.x) { break; }
      let value = xQuad(row * width, channel);
      let difference = value - moments.mean;
      moments.count += 1.0;
      moments.mean += difference / moments.count;
      moments.squares += difference * (value - moments.mean);
    }
  }
  means[thread] = moments.mean;
  squares[thread] = moments.squares;
  counts[thread] = moments.count;
  workgroupBarrier();
  if (lane > 0) { return; }
  for (var other = thread + GROUP_QUADS; other < THREADS; other += GROUP_QUADS) {
    moments = merged(moments, Moments(means[other], squares[other], counts[other]));
  }
  let first = part * 3 * width + channel;
  for (var i = 0; i < 4; i++) {
    if (channel + i >= width) { return; }
    result[first + i] = moments.mean[i];
    result[first + width + i] = moments.squares[i];
    result[first + 2 * width + i] = moments.count;
  }
}
