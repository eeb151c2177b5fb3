// Sums shares that lie one after another: a thread a number.

fn main() {
  let size = uniforms.sharesShape.y;
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let i = group * THREADS + i32(localIndex);
  if (i >= size) { return; }
  var sum = 0.0;
  for (var share = 0; share < uniforms.sharesShape.x; share++) { sum += shares[share * size + i]; }
  result[i] = sum;
}
