// The sum of one value per thread over a workgroup of THREADS, a power of two. Every thread gets
// it.

var<workgroup> partialSums : array<f32, THREADS>;

fn workgroupSum(value : f32) -> f32 {
  workgroupBarrier();
  partialSums[localIndex] = value;
  for (var width = THREADS / 2; width > 0; width /= 2) {
    workgroupBarrier();
    if (i32(localIndex) < width) {
      partialSums[localIndex] += partialSums[i32(localIndex) + width];
    }
  }
  workgroupBarrier();
  return partialSums[0];
}
