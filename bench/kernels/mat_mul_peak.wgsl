// Products and sums that wait for nothing but each other: three chains of quads keep a core's units
// busy, and fit its registers. The factor is read, so that nothing can be computed beforehand.

fn main() {
  let thread = i32(workgroupId.x) * THREADS + i32(localIndex);
  let factor = vec4<f32>(half[0]);
  let one = vec4<f32>(1.0);
  // No two numbers are alike, or one would be computed for both.
  var a = f32(localIndex) + vec4<f32>(0.0, 1.0, 2.0, 3.0);
  var b = 5.0 * a + one;
  var c = 7.0 * b + one;
  let repeats = 8 * i32(uniforms.rounds);
  for (var repeat = 0; repeat < repeats; repeat++) {
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
    a = fma(a, factor, one); b = fma(b, factor, one); c = fma(c, factor, one);
  }
  result[thread] = dot(a + b + c, one);
}
