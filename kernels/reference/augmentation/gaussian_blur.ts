/**
 * Blurs an image with a Gaussian, as torchvision's `gaussian_blur` does with a kernel that reaches
 * three standard deviations far: weights add up to 1, and the image is mirrored at its edges.
 *
 * @param pixels `[side, side, 3]`
 * @param sigma standard deviation in pixels, above 0
 * @returns `[side, side, 3]`, not rounded
 */
export function gaussianBlur(
  pixels: ArrayLike<number>,
  side: number,
  sigma: number,
): Float32Array {
  const weights = gaussianWeights(side, sigma);
  const rows = blurLines(pixels, side, weights, { step: 3, line: side * 3 });
  return blurLines(rows, side, weights, { step: side * 3, line: 3 });
}

/** Weights from the middle outward, no farther than the image can be mirrored. */
function gaussianWeights(side: number, sigma: number): Float64Array {
  const reach = Math.min(Math.ceil(3 * sigma), side - 1);
  const weights = Float64Array.from(
    { length: reach + 1 },
    (_, k) => Math.exp(-0.5 * (k / sigma) ** 2),
  );
  const sum = weights.reduce((sum, weight) => sum + 2 * weight, -1);
  return weights.map((weight) => weight / sum);
}

/** Blurs along lines of pixels that are `step` apart, in lines that are `line` apart. */
function blurLines(
  pixels: ArrayLike<number>,
  side: number,
  weights: Float64Array,
  { step, line }: { step: number; line: number },
): Float32Array {
  const out = new Float32Array(side * side * 3);
  const last = side - 1;
  for (let at = 0; at < side; at++) {
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      const before = Math.abs(at - k) * step;
      const after = (last - Math.abs(last - at - k)) * step;
      for (let other = 0; other < side; other++) {
        const target = at * step + other * line;
        const left = before + other * line, right = after + other * line;
        for (let channel = 0; channel < 3; channel++) {
          const value = k === 0
            ? pixels[left + channel]!
            : pixels[left + channel]! + pixels[right + channel]!;
          out[target + channel]! += weight * value;
        }
      }
    }
  }
  return out;
}
