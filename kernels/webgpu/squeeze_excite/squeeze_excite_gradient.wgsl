// The gradients between an image and its factors, by one workgroup: of the arguments of the
// sigmoids, of the inputs of the units, then of the means.

fn main() {
  let thread = i32(localIndex);
  let image = i32(workgroupId.x);
  let positions = uniforms.xShape.y;
  let quads = quadsOf(channels());
  let ofGiven = firstOf(image);
  let ofMeans = ofGiven + quads;
  let ofTaken = ofMeans + quads;

  for (var first = 0; first < quads; first += CHANNELS_ACROSS) {
    let quad = first + thread % CHANNELS_ACROSS;
    var sum = vec4<f32>();
    if (quad < quads) {
      for (var position = thread / CHANNELS_ACROSS; position < positions; position += THREADS / CHANNELS_ACROSS) {
        let at = (image * positions + position) * channels();
        sum += xQuad(at, 4 * quad) * dyQuad(at, 4 * quad);
      }
    }
    sum = sumOverLanes(sum, CHANNELS_ACROSS);
    if (thread < CHANNELS_ACROSS && quad < quads) {
      let factor = excitation[ofMeans + quad];
      result[ofGiven + quad] = sum * factor * (1.0 - factor);
    }
  }
  storageBarrier();

  for (var first = 0; first < quadsOf(units()); first += UNITS_ACROSS) {
    let quad = first + thread % UNITS_ACROSS;
    var sum = vec4<f32>();
    for (var other = thread / UNITS_ACROSS; other < quads; other += THREADS / UNITS_ACROSS) {
      let gradient = result[ofGiven + other];
      for (var i = 0; i < 4; i++) {
        let unit = 4 * quad + i;
        if (unit < units()) { sum[i] += dot(gradient, expandQuad(unit * channels(), 4 * other)); }
      }
    }
    sum = sumOverLanes(sum, UNITS_ACROSS);
    if (thread < UNITS_ACROSS && quad < quadsOf(units())) {
      result[ofTaken + quad] = sum * slope(excitation[ofTaken + quad]);
    }
  }
  storageBarrier();

  for (var quad = thread; quad < quads; quad += THREADS) {
    var sum = vec4<f32>();
    for (var other = 0; other < quadsOf(units()); other++) {
      let gradient = result[ofTaken + other];
      for (var i = 0; i < 4; i++) {
        let c = 4 * quad + i;
        if (c < channels()) { sum[i] += dot(gradient, reduceQuad(c * units(), 4 * other)); }
      }
    }
    result[ofMeans + quad] = sum / f32(positions);
  }
}
