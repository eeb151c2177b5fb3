// The sum of a workgroup's values over its lanes. A lane is `across` neighboring threads, a power
// of two. The first `across` threads get the sums.

var<workgroup> lanes : array<vec4<f32>, THREADS>;

fn sumOverLanes(value : vec4<f32>, across : i32) -> vec4<f32> {
  let thread = i32(localIndex);
  workgroupBarrier();
  lanes[thread] = value;
  for (var width = THREADS / 2; width >= across; width /= 2) {
    workgroupBarrier();
    if (thread < width) { lanes[thread] += lanes[thread + width]; }
  }
  return lanes[thread];
}
