// Linear interpolation from values towards a row of others. A thread takes one value.

fn main() {
  let i = i32(workgroupId.x) * THREADS + i32(localIndex);
  let length = uniforms.outShape;
  if (i >= length) { return; }
  result[i] = origin[i] * (1.0 - uniforms.weight) + goal[ROW * length + i] * uniforms.factor * uniforms.weight;
}
