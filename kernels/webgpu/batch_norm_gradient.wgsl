// Gradient of what was normalised by the batch, a thread four channels of a row.

const QUADS = (CHANNELS + 3) / 4;

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let row = thread / QUADS;
  let channel = 4 * (thread % QUADS);
  if (row >= uniforms.xShape.x) { return; }
  let inverse = inverseSqrt(statisticsQuad(CHANNELS, channel) + uniforms.epsilon);
  let scale = scaleQuad(0, channel);
  let normalised = (xQuad(row * CHANNELS, channel) - statisticsQuad(0, channel)) * inverse;
  let gradient = dyQuad(row * CHANNELS, channel) * slope(normalised * scale + shiftQuad(0, channel));
  let explained = sumsQuad(0, channel) + normalised * sumsQuad(CHANNELS, channel);
  let dx = scale * inverse * (gradient - explained / f32(uniforms.xShape.x));
  for (var i = 0; i < 4; i++) {
    if (channel + i < CHANNELS) { result[row * CHANNELS + channel + i] = dx[i]; }
  }
}
