// Scales each channel of an image by its factor. A thread takes four channels of a position.

fn main() {
  let quads = quadsOf(channels());
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let position = thread / quads;
  let quad = thread % quads;
  let image = position / uniforms.xShape.y;
  if (image >= uniforms.xShape.x) { return; }
  let factor = excitation[firstOf(image) + quads + quad];
  let first = position * channels();
  writeQuad(first, 4 * quad, xQuad(first, 4 * quad) * factor);
}
