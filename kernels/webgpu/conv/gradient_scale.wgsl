// What a gradient is scaled by in tiles of halves: the power of two that brings its largest magnitude
// to 8 and above, below 16, so that numbers a 2^22nd of it are halves still, and a sum of 16 products
// with numbers up to 255 is one. Infinite or NaN where it is, which the training step looks for.

fn gradientScale() -> f32 {
  let exponent = i32(bitcast<u32>(largest[0]) >> 23u) - 127;
  return bitcast<f32>(u32(clamp(127 + 3 - exponent, 1, 253)) << 23u);
}
