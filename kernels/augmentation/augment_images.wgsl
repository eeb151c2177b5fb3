// Pictures changed as the table says, and normalised; a workgroup a stretch of one picture.
//
// All threads first add up the grey of the whole picture, since contrast is about its mean: a few
// workgroups a picture do it again, which costs less than another launch. Then each thread makes
// PIXELS_A_THREAD pixels, THREADS apart. Blur and bilinear sampling are one: a pixel is a sum over
// 2 reach + 2 columns and rows of the source, whose weights are the Gaussian's, interpolated.

const LUMA = vec3<f32>(0.299, 0.587, 0.114);
// Three times the largest standard deviation.
const LONGEST_REACH = 6;

fn parameter(picture : i32, column : i32) -> f32 {
  return table[picture * COLUMNS + column];
}

// Three bytes, which may stand in two words.
fn sourcePixel(firstWord : i32, place : i32) -> vec3<f32> {
  let first = u32(3 * place);
  let shift = 8u * (first & 3u);
  let low = u32(pixels[firstWord + i32(first >> 2u)]) >> shift;
  let high = u32(pixels[firstWord + i32((first + 2u) >> 2u)]) << ((32u - shift) & 31u);
  let bits = select(low | high, low, shift == 0u);
  return vec3<f32>(vec3<u32>(bits, bits >> 8u, bits >> 16u) & vec3<u32>(255u));
}

// The picture is mirrored at its edges.
fn mirrored(place : i32, last : i32) -> i32 {
  return max(last - abs(last - abs(place)), 0);
}

struct Gaussian {
  reach : i32,
  weights : array<f32, 7>,
}

fn gaussian(sigma : f32, last : i32) -> Gaussian {
  var blur : Gaussian;
  blur.weights[0] = 1.0;
  if (sigma > 0.0) { blur.reach = min(min(i32(ceil(3.0 * sigma)), last), LONGEST_REACH); }
  var sum = 1.0;
  for (var k = 1; k <= blur.reach; k++) {
    let distance = f32(k) / sigma;
    blur.weights[k] = exp(-0.5 * distance * distance);
    sum += 2.0 * blur.weights[k];
  }
  for (var k = 0; k <= blur.reach; k++) { blur.weights[k] /= sum; }
  return blur;
}

// The weight of the pixel k beyond the one at or before a position that lies `share` beyond that one.
fn tapWeight(blur : ptr<function, Gaussian>, k : i32, share : f32) -> f32 {
  var weight = 0.0;
  if (abs(k) <= (*blur).reach) { weight = (1.0 - share) * (*blur).weights[abs(k)]; }
  if (abs(k - 1) <= (*blur).reach) { weight += share * (*blur).weights[abs(k - 1)]; }
  return weight;
}

fn sampled(
    firstWord : i32, side : i32, position : vec2<f32>, blur : ptr<function, Gaussian>) -> vec3<f32> {
  let last = side - 1;
  let inside = clamp(position, vec2<f32>(), vec2<f32>(f32(last)));
  let first = vec2<i32>(inside);
  let share = inside - vec2<f32>(first);
  let reach = (*blur).reach;
  var sum = vec3<f32>();
  for (var dy = -reach; dy <= reach + 1; dy++) {
    let row = mirrored(first.y + dy, last) * side;
    var line = vec3<f32>();
    for (var dx = -reach; dx <= reach + 1; dx++) {
      line += tapWeight(blur, dx, share.x)
          * sourcePixel(firstWord, row + mirrored(first.x + dx, last));
    }
    sum += tapWeight(blur, dy, share.y) * line;
  }
  return sum;
}

// A channel falls from `value` by the chroma over a sextant, stays for two, and rises again.
fn shiftedHue(colour : vec3<f32>, turns : f32) -> vec3<f32> {
  let value = max(colour.x, max(colour.y, colour.z));
  let chroma = value - min(colour.x, min(colour.y, colour.z));
  if (turns == 0.0 || chroma == 0.0) { return colour; }
  var sextant = (colour.x - colour.y) / chroma + 4.0;
  if (value == colour.x) {
    sextant = (colour.y - colour.z) / chroma;
  } else if (value == colour.y) {
    sextant = (colour.z - colour.x) / chroma + 2.0;
  }
  let place = vec3<f32>(sextant + 6.0 * turns) + vec3<f32>(5.0, 3.0, 1.0);
  let k = place - 6.0 * floor(place / 6.0);
  return value - chroma * clamp(min(k, 4.0 - k), vec3<f32>(), vec3<f32>(1.0));
}

fn main() {
  let side = uniforms.outShape.y;
  let count = side * side;
  let picture = i32(workgroupId.y);
  let firstWord = picture * uniforms.pixelsShape.y;
  var sum = 0.0;
  for (var place = i32(localIndex); place < count; place += THREADS) {
    sum += dot(LUMA, sourcePixel(firstWord, place));
  }
  let grey = workgroupSum(sum) / f32(count);

  let brightness = parameter(picture, BRIGHTNESS);
  let contrast = parameter(picture, CONTRAST);
  let saturation = parameter(picture, SATURATION);
  let mean = vec3<f32>(uniforms.meanRed, uniforms.meanGreen, uniforms.meanBlue);
  let channelStd =
      vec3<f32>(uniforms.stdRed, uniforms.stdGreen, uniforms.stdBlue);
  var blur = gaussian(parameter(picture, SIGMA), side - 1);
  let firstPlace = i32(workgroupId.x) * PIXELS_A_THREAD * THREADS + i32(localIndex);
  for (var i = 0; i < PIXELS_A_THREAD; i++) {
    let place = firstPlace + i * THREADS;
    if (place >= count) { break; }
    let at = vec2<f32>(f32(place % side), f32(place / side));
    let position = vec2<f32>(
      parameter(picture, XX) * at.x + parameter(picture, XY) * at.y + parameter(picture, X0),
      parameter(picture, YX) * at.x + parameter(picture, YY) * at.y + parameter(picture, Y0));
    var colour = sampled(firstWord, side, position, &blur);
    colour = brightness * (contrast * colour + vec3<f32>((1.0 - contrast) * grey));
    colour = saturation * colour + vec3<f32>((1.0 - saturation) * dot(LUMA, colour));
    colour = shiftedHue(clamp(colour, vec3<f32>(), vec3<f32>(255.0)), parameter(picture, HUE));
    var normal = (colour / 255.0 - mean) / channelStd;
    if (at.x >= parameter(picture, LEFT) && at.x < parameter(picture, RIGHT)
        && at.y >= parameter(picture, TOP) && at.y < parameter(picture, BOTTOM)) {
      normal = vec3<f32>();
    }
    let out = (picture * count + place) * 3;
    result[out] = normal.x;
    result[out + 1] = normal.y;
    result[out + 2] = normal.z;
  }
}
