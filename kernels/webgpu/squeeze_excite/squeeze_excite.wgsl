// The factors of an image's channels, by one workgroup: the means of the channels over all
// positions, the inputs of the units, then the factors. Each step reads the results of the one
// before.

fn main() {
  let thread = i32(localIndex);
  let image = i32(workgroupId.x);
  let positions = uniforms.xShape.y;
  let quads = quadsOf(channels());
  let means = firstOf(image);
  let factors = means + quads;
  let taken = factors + quads;

  for (var first = 0; first < quads; first += CHANNELS_ACROSS) {
    let quad = first + thread % CHANNELS_ACROSS;
    var sum = vec4<f32>();
    if (quad < quads) {
      for (var position = thread / CHANNELS_ACROSS; position < positions; position += THREADS / CHANNELS_ACROSS) {
        sum += xQuad((image * positions + position) * channels(), 4 * quad);
      }
    }
    sum = sumOverLanes(sum, CHANNELS_ACROSS);
    if (thread < CHANNELS_ACROSS && quad < quads) { result[means + quad] = sum / f32(positions); }
  }
  storageBarrier();

  for (var first = 0; first < quadsOf(units()); first += UNITS_ACROSS) {
    let quad = first + thread % UNITS_ACROSS;
    var sum = vec4<f32>();
    if (quad < quadsOf(units())) {
      for (var c = thread / UNITS_ACROSS; c < channels(); c += THREADS / UNITS_ACROSS) {
        sum += result[means + c / 4][c % 4] * reduceQuad(c * units(), 4 * quad);
      }
    }
    sum = sumOverLanes(sum, UNITS_ACROSS);
    if (thread < UNITS_ACROSS && quad < quadsOf(units())) {
      result[taken + quad] = sum + reduceBiasQuad(0, 4 * quad);
    }
  }
  storageBarrier();

  for (var quad = thread; quad < quads; quad += THREADS) {
    var sum = expandBiasQuad(0, 4 * quad);
    for (var unit = 0; unit < units(); unit++) {
      let given = activate(result[taken + unit / 4])[unit % 4];
      sum += given * expandQuad(unit * channels(), 4 * quad);
    }
    result[factors + quad] = sigmoid(sum);
  }
}
