// Changes images as the table says, and normalizes them. A workgroup computes a section of one image.
//
// First, all threads add up the gray of the whole image, because contrast is about its mean. The few
// workgroups of an image repeat this, which costs less than another launch. Then each thread computes
// PIXELS_PER_THREAD pixels, THREADS apart. Blur and bilinear sampling are one step: a pixel is a sum
// over 2 reach + 2 columns and rows of the source, weighted by the interpolated Gaussian.

const LUMA = vec3<f32>(0.299, 0.587, 0.114);
// Three times the largest standard deviation.
const LONGEST_REACH = 6;

fn parameter(image : i32, column : i32) -> f32 {
  return table[image * COLUMNS + column];
}

// Three bytes, which may be in two words.
fn sourcePixel(firstWord : i32, pixel : i32) -> vec3<f32> {
  let first = u32(3 * pixel);
  let shift = 8u * (first & 3u);
  let low = u32(pixels[firstWord + i32(first >> 2u)]) >> shift;
  let high = u32(pixels[firstWord + i32((first + 2u) >> 2u)]) << ((32u - shift) & 31u);
  let bits = select(low | high, low, shift == 0u);
  return vec3<f32>(vec3<u32>(bits, bits >> 8u, bits >> 16u) & vec3<u32>(255u));
}

// Mirrors the image at its edges.
fn mirrored(position : i32, last : i32) -> i32 {
  return max(last - abs(last - abs(position)), 0);
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

// The weight of the pixel k beyond the one at or before a position that lies `fraction` beyond that one.
fn tapWeight(blur : ptr<function, Gaussian>, k : i32, fraction : f32) -> f32 {
  var weight = 0.0;
  if (abs(k) <= (*blur).reach) { weight = (1.0 - fraction) * (*blur).weights[abs(k)]; }
  if (abs(k - 1) <= (*blur).reach) { weight += fraction * (*blur).weights[abs(k - 1)]; }
  return weight;
}

fn sampled(
    firstWord : i32, side : i32, position : vec2<f32>, blur : ptr<function, Gaussian>) -> vec3<f32> {
  let last = side - 1;
  let inside = clamp(position, vec2<f32>(), vec2<f32>(f32(last)));
  let first = vec2<i32>(inside);
  let fraction = inside - vec2<f32>(first);
  let reach = (*blur).reach;
  var sum = vec3<f32>();
  for (var dy = -reach; dy <= reach + 1; dy++) {
    let row = mirrored(first.y + dy, last) * side;
    var line = vec3<f32>();
    for (var dx = -reach; dx <= reach + 1; dx++) {
      line += tapWeight(blur, dx, fraction.x)
          * sourcePixel(firstWord, row + mirrored(first.x + dx, last));
    }
    sum += tapWeight(blur, dy, fraction.y) * line;
  }
  return sum;
}

// A channel falls from `value` by the chroma over a sextant, stays for two, and rises again.
fn shiftHue(color : vec3<f32>, turns : f32) -> vec3<f32> {
  let value = max(color.x, max(color.y, color.z));
  let chroma = value - min(color.x, min(color.y, color.z));
  if (turns == 0.0 || chroma == 0.0) { return color; }
  var sextant = (color.x - color.y) / chroma + 4.0;
  if (value == color.x) {
    sextant = (color.y - color.z) / chroma;
  } else if (value == color.y) {
    sextant = (color.z - color.x) / chroma + 2.0;
  }
  let offset = vec3<f32>(sextant + 6.0 * turns) + vec3<f32>(5.0, 3.0, 1.0);
  let k = offset - 6.0 * floor(offset / 6.0);
  return value - chroma * clamp(min(k, 4.0 - k), vec3<f32>(), vec3<f32>(1.0));
}

fn main() {
  let side = uniforms.outShape.y;
  let count = side * side;
  let image = i32(workgroupId.y);
  let firstWord = image * uniforms.pixelsShape.y;
  var sum = 0.0;
  for (var pixel = i32(localIndex); pixel < count; pixel += THREADS) {
    sum += dot(LUMA, sourcePixel(firstWord, pixel));
  }
  let gray = workgroupSum(sum) / f32(count);

  let brightness = parameter(image, BRIGHTNESS);
  let contrast = parameter(image, CONTRAST);
  let saturation = parameter(image, SATURATION);
  let mean = vec3<f32>(uniforms.meanRed, uniforms.meanGreen, uniforms.meanBlue);
  let channelStd = vec3<f32>(uniforms.stdRed, uniforms.stdGreen, uniforms.stdBlue);
  var blur = gaussian(parameter(image, SIGMA), side - 1);
  let firstPixel = i32(workgroupId.x) * PIXELS_PER_THREAD * THREADS + i32(localIndex);
  for (var i = 0; i < PIXELS_PER_THREAD; i++) {
    let pixel = firstPixel + i * THREADS;
    if (pixel >= count) { break; }
    let at = vec2<f32>(f32(pixel % side), f32(pixel / side));
    let position = vec2<f32>(
      parameter(image, XX) * at.x + parameter(image, XY) * at.y + parameter(image, X0),
      parameter(image, YX) * at.x + parameter(image, YY) * at.y + parameter(image, Y0));
    var color = sampled(firstWord, side, position, &blur);
    color = brightness * (contrast * color + vec3<f32>((1.0 - contrast) * gray));
    color = saturation * color + vec3<f32>((1.0 - saturation) * dot(LUMA, color));
    color = shiftHue(clamp(color, vec3<f32>(), vec3<f32>(255.0)), parameter(image, HUE));
    var normal = (color / 255.0 - mean) / channelStd;
    if (at.x >= parameter(image, LEFT) && at.x < parameter(image, RIGHT)
        && at.y >= parameter(image, TOP) && at.y < parameter(image, BOTTOM)) {
      normal = vec3<f32>();
    }
    let out = (image * count + pixel) * 3;
    result[out] = normal.x;
    result[out + 1] = normal.y;
    result[out + 2] = normal.z;
  }
}
