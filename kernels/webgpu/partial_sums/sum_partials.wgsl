// Adds up partial sums. A thread takes one element.

fn main() {
  let size = uniforms.partialsShape.y;
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let i = group * THREADS + i32(localIndex);
  if (i >= size) { return; }
  var sum = 0.0;
  for (var part = 0; part < uniforms.partialsShape.x; part++) { sum += partials[part * size + i]; }
  result[i] = sum;
}
