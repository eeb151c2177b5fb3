// Divides every row by its length. A workgroup takes one row.

const SHORTEST = 1e-12;

fn main() {
  let row = i32(workgroupId.y * numWorkgroups.x + workgroupId.x);
  let dimension = uniforms.outShape.y;
  let exists = row < uniforms.outShape.x;
  let first = select(0, row * dimension, exists);
  var squares = 0.0;
  for (var k = i32(localIndex); k < dimension; k += THREADS) {
    squares += rows[first + k] * rows[first + k];
  }
  let rowLength = sqrt(workgroupSum(squares));
  // Not `max`, which may drop a NaN.
  let divisor = select(rowLength, SHORTEST, rowLength < SHORTEST);
  for (var k = i32(localIndex); k < dimension && exists; k += THREADS) {
    result[first + k] = rows[first + k] / divisor;
  }
}
