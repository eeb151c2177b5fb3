// (upstream - unit (unit . upstream)) / length, and 0 for a row without length. A workgroup takes
// one row.

const SHORTEST = 1e-12;

fn main() {
  let row = i32(workgroupId.y * numWorkgroups.x + workgroupId.x);
  let dimension = uniforms.outShape.y;
  let exists = row < uniforms.outShape.x;
  let first = select(0, row * dimension, exists);
  var squares = 0.0;
  var products = 0.0;
  for (var k = i32(localIndex); k < dimension; k += THREADS) {
    squares += rows[first + k] * rows[first + k];
    products += rows[first + k] * upstream[first + k];
  }
  let rowLength = sqrt(workgroupSum(squares));
  let divisor = select(rowLength, SHORTEST, rowLength < SHORTEST);
  let along = workgroupSum(products) / divisor;
  for (var k = i32(localIndex); k < dimension && exists; k += THREADS) {
    let across = (upstream[first + k] - rows[first + k] / divisor * along) / divisor;
    result[first + k] = select(across, 0.0, rowLength < SHORTEST);
  }
}
