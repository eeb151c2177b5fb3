// result[0] is the largest magnitude of all values.
//
// There are two passes. In the first, each workgroup goes over the values with strides and writes
// its largest magnitude to result[1 + workgroup]. In the second, one workgroup takes the largest of
// those.

var<workgroup> magnitudes : array<f32, THREADS>;

fn main() {
  let thread = i32(localIndex);
  var largest = 0.0;
  if (GATHER == 1) {
    for (var i = thread; i < WORKGROUPS; i += THREADS) { largest = max(largest, result[1 + i]); }
  } else {
    let first = i32(workgroupId.x) * THREADS + thread;
    for (var i = first; i < uniforms.valuesShape; i += WORKGROUPS * THREADS) {
      largest = max(largest, abs(values[i]));
    }
  }
  magnitudes[thread] = largest;
  for (var width = THREADS / 2; width > 0; width /= 2) {
    workgroupBarrier();
    if (thread < width) { magnitudes[thread] = max(magnitudes[thread], magnitudes[thread + width]); }
  }
  if (thread == 0) { result[select(1 + i32(workgroupId.x), 0, GATHER == 1)] = magnitudes[0]; }
}
