// The gradients of both layers, one after another: weights and biases of the first, `[channels + 1,
// units]`, then of the second, `[units + 1, channels]`. A thread sums four elements of a row over
// the images. A bias is the weight of an input that is always 1.

fn main() {
  let thread = i32(workgroupId.x) * THREADS + i32(localIndex);
  let quads = quadsOf(channels());
  let unitQuads = quadsOf(units());
  let ofFirst = (channels() + 1) * unitQuads;
  let isSecond = thread >= ofFirst;
  let across = select(unitQuads, quads, isSecond);
  let row = select(thread, thread - ofFirst, isSecond) / across;
  let quad = select(thread, thread - ofFirst, isSecond) % across;
  let rows = select(channels(), units(), isSecond);
  if (row > rows) { return; }
  // Where an image's quads of these gradients begin, and those of the numbers that the weights meet.
  let right = select(2 * quads, 0, isSecond) + quad;
  let left = select(0, 2 * quads, isSecond) + row / 4;
  var sum = vec4<f32>();
  for (var image = 0; image < uniforms.excitationShape.x; image++) {
    var met = 1.0;
    if (row < rows) {
      let quadMet = excitation[firstOf(image) + left];
      met = select(quadMet, activate(quadMet), isSecond)[row % 4];
    }
    sum += met * gradients[firstOf(image) + right];
  }
  let first = select(row * units(), (channels() + 1) * units() + row * channels(), isSecond);
  let length = select(units(), channels(), isSecond);
  for (var i = 0; i < 4; i++) {
    if (4 * quad + i < length) { result[first + 4 * quad + i] = sum[i]; }
  }
}
