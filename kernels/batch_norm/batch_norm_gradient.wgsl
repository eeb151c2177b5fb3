// The gradient of the input of batch norm. A thread takes four channels of a row.

fn main() {
  let width = channels();
  let quads = (width + 3) / 4;
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let row = thread / quads;
  let channel = 4 * (thread % quads);
  if (row >= uniforms.xShape.x) { return; }
  let inverse = inverseSqrt(statisticsQuad(width, channel) + uniforms.epsilon);
  let scale = scaleQuad(0, channel);
  let normalized = (xQuad(row * width, channel) - statisticsQuad(0, channel)) * inverse;
  let gradient = dyQuad(row * width, channel) * slope(normalized * scale + shiftQuad(0, channel));
  let explained = sumsQuad(0, channel) + normalized * sumsQuad(width, channel);
  let dx = scale * inverse * (gradient - explained / f32(uniforms.xShape.x));
  for (var i = 0; i < 4; i++) {
    if (channel + i < width) { result[row * width + channel + i] = dx[i]; }
  }
}
