// Distances from TILE rows to TILE columns, by one workgroup of THREADS threads.
//
// A thread keeps BLOCK x BLOCK distances in registers, as 4 x 4 squares: matrices whose columns are
// four columns, and whose components are four rows. The squares of a thread are SIDE quads apart,
// so that neighboring threads read neighboring memory. Both sides pass through shared memory, DEPTH
// elements of each row at a time (4 or 16 KiB in all), transposed so that a vec4 holds the same
// element of four rows. A thread reads and transposes one square of them: a tile of 2 BLOCK^2 rows
// has as many squares as threads.
//
// The program that includes this defines DISTANCE, and how to read four elements of a row from k
// on, 0 beyond the end: `rowQuad(row, k)` and `columnQuad(column, k)`.

const TILE = 2 * BLOCK * BLOCK;
const QUADS = TILE / 4;
const SIDE = 2 * BLOCK;
const DEPTH = 16;

// The rows' numbers, then the columns'.
var<workgroup> tile : array<vec4<f32>, 2 * DEPTH * QUADS>;

fn term(rows : vec4<f32>, column : f32) -> vec4<f32> {
  if (DISTANCE == COSINE) { return rows * column; }
  // Differences and not |a|^2 + |b|^2 - 2ab, which cancels where rows are near.
  let difference = rows - vec4<f32>(column);
  return difference * difference;
}

fn terms(rows : vec4<f32>, columns : vec4<f32>) -> mat4x4<f32> {
  return mat4x4<f32>(
    term(rows, columns.x), term(rows, columns.y), term(rows, columns.z), term(rows, columns.w));
}

fn finishColumn(sum : vec4<f32>) -> vec4<f32> {
  if (DISTANCE == COSINE) { return vec4<f32>(1.0) - sum; }
  if (DISTANCE == EUCLIDEAN) { return sqrt(sum); }
  return sum;
}

fn finish(sum : mat4x4<f32>) -> mat4x4<f32> {
  return mat4x4<f32>(
    finishColumn(sum[0]), finishColumn(sum[1]), finishColumn(sum[2]), finishColumn(sum[3]));
}

// The thread's squares: its first quad of rows by its first and its second quad of columns, then its
// second by both. With a BLOCK of 4 the first is the only one.
fn distanceTile(firstRow : i32, firstColumn : i32) -> array<mat4x4<f32>, 4> {
  let thread = i32(localIndex);
  let isRow = thread < THREADS / 2;
  let quad = thread % (THREADS / 2) / 4;
  let depth = 4 * (thread % 4);
  let position = select(DEPTH * QUADS, 0, isRow) + depth * QUADS + quad;
  let rowPlace = thread / SIDE;
  let columnPlace = DEPTH * QUADS + thread % SIDE;
  var sum00 = mat4x4<f32>();
  var sum01 = mat4x4<f32>();
  var sum10 = mat4x4<f32>();
  var sum11 = mat4x4<f32>();
  for (var start = 0; start < DIMENSION; start += DEPTH) {
    let k = start + depth;
    var read : mat4x4<f32>;
    if (isRow) {
      let row = firstRow + 4 * quad;
      read = mat4x4<f32>(
        rowQuad(row, k), rowQuad(row + 1, k), rowQuad(row + 2, k), rowQuad(row + 3, k));
    } else {
      let column = firstColumn + 4 * quad;
      read = mat4x4<f32>(
        columnQuad(column, k), columnQuad(column + 1, k),
        columnQuad(column + 2, k), columnQuad(column + 3, k));
    }
    let transposed = transpose(read);
    workgroupBarrier();
    tile[position] = transposed[0];
    tile[position + QUADS] = transposed[1];
    tile[position + 2 * QUADS] = transposed[2];
    tile[position + 3 * QUADS] = transposed[3];
    workgroupBarrier();
    for (var step = 0; step < DEPTH * QUADS; step += QUADS) {
      let rows = tile[rowPlace + step];
      let columns = tile[columnPlace + step];
      sum00 += terms(rows, columns);
      if (BLOCK == 8) {
        let otherRows = tile[rowPlace + step + SIDE];
        let otherColumns = tile[columnPlace + step + SIDE];
        sum01 += terms(rows, otherColumns);
        sum10 += terms(otherRows, columns);
        sum11 += terms(otherRows, otherColumns);
      }
    }
  }
  return array<mat4x4<f32>, 4>(finish(sum00), finish(sum01), finish(sum10), finish(sum11));
}
