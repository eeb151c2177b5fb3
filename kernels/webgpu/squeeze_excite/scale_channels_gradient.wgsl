// The gradient of the input, through the product and through the mean of its channel. A thread
// takes four channels of a position.

fn main() {
  let quads = quadsOf(channels());
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let position = thread / quads;
  let quad = thread % quads;
  let image = position / uniforms.dyShape.y;
  if (image >= uniforms.dyShape.x) { return; }
  let at = firstOf(image) + quads + quad;
  let first = position * channels();
  writeQuad(first, 4 * quad, dyQuad(first, 4 * quad) * excitation[at] + gradients[at]);
}
