// result[0] is the index of the first value that is not finite, -1 if there is none.
//
// There are two passes. In the first, each workgroup searches the values with strides and writes
// its first index to result[1 + workgroup]. In the second, one workgroup takes the least of those.

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
