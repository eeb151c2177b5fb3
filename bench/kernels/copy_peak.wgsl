// Copies quads: threads side by side read and write side by side.

fn main() {
  let first = i32(workgroupId.x) * THREADS * QUADS_PER_THREAD + i32(localIndex);
  if (first >= uniforms.outShape / 4) { return; }
  for (var i = 0; i < QUADS_PER_THREAD; i++) { result[first + i * THREADS] = x[first + i * THREADS]; }
}
