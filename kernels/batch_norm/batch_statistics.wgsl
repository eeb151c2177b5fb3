// Mean and biased variance of each channel, from the moments of all parts: result[2, channel].

fn main() {
  let width = channels();
  let channel = 4 * (i32(workgroupId.x) * THREADS + i32(localIndex));
  if (channel >= width) { return; }
  var moments = Moments(vec4<f32>(), vec4<f32>(), 0.0);
  for (var part = 0; part < uniforms.partialsShape.x; part++) {
    let first = part * 3 * width;
    moments = merged(moments, Moments(
      partialsQuad(first, channel),
      partialsQuad(first + width, channel),
      partialsQuad(first + 2 * width, channel).x));
  }
  for (var i = 0; i < 4; i++) {
    if (channel + i >= width) { return; }
    result[channel + i] = moments.mean[i];
    result[width + channel + i] = moments.squares[i] / moments.count;
  }
}
