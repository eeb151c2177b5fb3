// Distances from 64 rows to 64 columns, by a workgroup of 256 threads.
//
// Both sides pass through shared memory, 16 numbers of each row at a time (2 x 4 KiB), turned so that
// one vec4 holds the same number of four rows. Thread (x, y) of 16 x 16 owns a block of 4 x 4
// distances: rows 4y to 4y + 3 as the components of a vec4, columns 4x to 4x + 3 as its elements.
//
// The program that includes this says `DISTANCE` and how to read a number: `rowNumber(row, k)` and
// `columnNumber(column, k)`, 0 beyond the end.

const TILE = 64;
const DEPTH = 16;

var<workgroup> rowTile : array<vec4<f32>, 256>;
var<workgroup> columnTile : array<vec4<f32>, 256>;

fn term(rows : vec4<f32>, column : f32) -> vec4<f32> {
  if (DISTANCE == COSINE) { return rows * column; }
  // Differences and not |a|^2 + |b|^2 - 2ab, which cancels where rows are near.
  let difference = rows - vec4<f32>(column);
  return difference * difference;
}

fn finish(sum : vec4<f32>) -> vec4<f32> {
  if (DISTANCE == COSINE) { return vec4<f32>(1.0) - sum; }
  if (DISTANCE == EUCLIDEAN) { return sqrt(sum); }
  return sum;
}

fn distanceTile(firstRow : i32, firstColumn : i32, dimension : i32) -> array<vec4<f32>, 4> {
  let thread = i32(localIndex);
  let quad = thread / DEPTH;
  let depth = thread % DEPTH;
  var sum0 = vec4<f32>();
  var sum1 = vec4<f32>();
  var sum2 = vec4<f32>();
  var sum3 = vec4<f32>();
  for (var start = 0; start < dimension; start += DEPTH) {
    let k = start + depth;
    let row = firstRow + 4 * quad;
    let column = firstColumn + 4 * quad;
    workgroupBarrier();
    rowTile[depth * 16 + quad] = vec4<f32>(
      rowNumber(row, k), rowNumber(row + 1, k), rowNumber(row + 2, k), rowNumber(row + 3, k));
    columnTile[depth * 16 + quad] = vec4<f32>(
      columnNumber(column, k), columnNumber(column + 1, k),
      columnNumber(column + 2, k), columnNumber(column + 3, k));
    workgroupBarrier();
    for (var step = 0; step < DEPTH; step++) {
      let rows = rowTile[step * 16 + thread / 16];
      let columns = columnTile[step * 16 + thread % 16];
      sum0 += term(rows, columns.x);
      sum1 += term(rows, columns.y);
      sum2 += term(rows, columns.z);
      sum3 += term(rows, columns.w);
    }
  }
  return array<vec4<f32>, 4>(finish(sum0), finish(sum1), finish(sum2), finish(sum3));
}
