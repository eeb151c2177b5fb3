// The scale of a gradient in tiles of float16: the power of two that brings its largest magnitude
// to at least 8 and below 16. Values down to a 2^22nd of it stay in range, and so does a sum of 16
// products with values up to 255. It is infinite or NaN where the magnitude is, which the training
// step checks.

fn gradientScale() -> f32 {
  let exponent = i32(bitcast<u32>(largest[0]) >> 23u) - 127;
  return bitcast<f32>(u32(clamp(127 + 3 - exponent, 1, 253)) << 23u);
}
