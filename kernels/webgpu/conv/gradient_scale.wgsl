// The scale of a gradient in tiles of float16: the power of two that brings its largest magnitude to 8
// or above, below 16, so that values down to a 2^22nd of it stay in range, and a sum of 16 products
// with numbers up to 255 is one. Infinite or NaN where it is, which the training step looks for.

fn gradientScale() -> f32 {
  let exponent = i32(bitcast<u32>(largest[0]) >> 23u) - 127;
  return bitcast<f32>(u32(clamp(127 + 3 - exponent, 1, 253)) << 23u);
}
