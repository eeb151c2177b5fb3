// The position of the first number that is not finite, -1 where there is none, as result[0].
//
// Two passes: each workgroup of the first walks over the numbers with strides and leaves the first
// position of its own in result[1 + workgroup]; the second, a single workgroup, takes the least of those.

const NOWHERE = 0x7fffffff;

var<workgroup> positions : array<i32, THREADS>;

fn workgroupLeast(position : i32) -> i32 {
  positions[localIndex] = position;
  for (var width = THREADS / 2; width > 0; width /= 2) {
    workgroupBarrier();
    if (i32(localIndex) < width) {
      positions[localIndex] = min(positions[localIndex], positions[i32(localIndex) + width]);
    }
  }
  workgroupBarrier();
  return positions[0];
}

fn main() {
  var least = NOWHERE;
  if (GATHER == 1) {
    for (var i = i32(localIndex); i < WORKGROUPS; i += THREADS) { least = min(least, result[1 + i]); }
    least = workgroupLeast(least);
    if (localIndex == 0u) { result[0] = select(least, -1, least == NOWHERE); }
    return;
  }
  for (
    var i = i32(workgroupId.x) * THREADS + i32(localIndex);
    i < uniforms.valuesShape;
    i += WORKGROUPS * THREADS
  ) {
    if (!isFinite(values[i])) {
      least = i;
      break;
    }
  }
  least = workgroupLeast(least);
  if (localIndex == 0u) { result[1 + i32(workgroupId.x)] = least; }
}
