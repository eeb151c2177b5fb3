// Normalizes by the batch, scales, shifts and activates. A thread takes four channels of a row.

fn main() {
  let width = channels();
  let quads = (width + 3) / 4;
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let row = thread / quads;
  let channel = 4 * (thread % quads);
  if (row >= uniforms.xShape.x) { return; }
  let inverse = inverseSqrt(statisticsQuad(width, channel) + uniforms.epsilon);
  let centered = xQuad(row * width, channel) - statisticsQuad(0, channel);
  let y = activate(centered * (inverse * scaleQuad(0, channel)) + shiftQuad(0, channel));
  for (var i = 0; i < 4; i++) {
    if (channel + i < width) { result[row * width + channel + i] = y[i]; }
  }
}
