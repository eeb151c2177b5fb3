// Normalises by the batch, scales, shifts, and activates: a thread four channels of a row.

const QUADS = (CHANNELS + 3) / 4;

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let row = thread / QUADS;
  let channel = 4 * (thread % QUADS);
  if (row >= uniforms.xShape.x) { return; }
  let inverse = inverseSqrt(statisticsQuad(CHANNELS, channel) + uniforms.epsilon);
  let centred = xQuad(row * CHANNELS, channel) - statisticsQuad(0, channel);
  let y = activate(centred * (inverse * scaleQuad(0, channel)) + shiftQuad(0, channel));
  for (var i = 0; i < 4; i++) {
    if (channel + i < CHANNELS) { result[row * CHANNELS + channel + i] = y[i]; }
  }
}
