// A tile of ROWS x COLUMNS of a matrix product, by one workgroup.
//
// DEPTH elements of each row and column pass through shared memory at a time. A vec4 there holds
// the same element of four rows, or of four columns. A thread keeps 8 rows by 4 or 8 columns in
// registers, as 4 x 4 matrices whose columns are four columns of one row. They are apart, so that
// neighboring threads read neighboring memory.
//
// The program that includes this defines how to read 4 x 4 elements, as a matrix whose columns are
// four rows, or four columns, at one depth: `rowSquare(row, depth)` and `columnSquare(column,
// depth)`, 0 beyond the end; whether elements are contiguous in depth, ROWS_IN_DEPTH and
// COLUMNS_IN_DEPTH; and the scales in tiles of float16, `rowScale()` and `columnScale()`. In
// float16, DEPTH products are summed in float16, and these sums in float32.

const ROW_QUADS = ROWS / 4;
const COLUMN_QUADS = COLUMNS / 4;
const DEPTH_QUADS = DEPTH / 4;
const ROW_SIDE = ROWS / 8;
const COLUMN_SIDE = THREADS / ROW_SIDE;
const IS_WIDE = COLUMN_QUADS > COLUMN_SIDE;

var<workgroup> rowQuads : array<vec4<Element>, DEPTH * ROW_QUADS>;
var<workgroup> columnQuads : array<vec4<Element>, DEPTH * COLUMN_QUADS>;

// Of square i: which quad of rows or columns, and which quad in depth.
fn squareAt(i : i32, quads : i32, inDepth : bool) -> vec2<i32> {
  if (inDepth) { return vec2<i32>(i / DEPTH_QUADS, i % DEPTH_QUADS); }
  return vec2<i32>(i % quads, i / quads);
}

fn outerProduct(rows : vec4<Element>, columns : vec4<Element>) -> mat4x4<Element> {
  return mat4x4<Element>(rows.x * columns, rows.y * columns, rows.z * columns, rows.w * columns);
}

fn toFloat32(sum : mat4x4<Element>) -> mat4x4<f32> {
  return mat4x4<f32>(
    vec4<f32>(sum[0]), vec4<f32>(sum[1]), vec4<f32>(sum[2]), vec4<f32>(sum[3]));
}

// The thread's first quad of rows by its first and second quad of columns, then its second by both.
//
// The number of elements in depth must be uniform for compilers to see, from constants, uniforms or
// `workgroupUniformLoad`: there are barriers between them. What comes from `workgroupId` is not,
// because TensorFlow.js copies that to a private variable.
fn matMulTile(firstRow : i32, firstColumn : i32, firstDepth : i32, depthCount : i32) -> array<mat4x4<f32>, 4> {
  let thread = i32(localIndex);
  let ownRow = thread / COLUMN_SIDE;
  let ownColumn = thread % COLUMN_SIDE;
  let scaleOfRows = rowScale();
  let scaleOfColumns = columnScale();
  var sum00 = mat4x4<Element>();
  var sum01 = mat4x4<Element>();
  var sum10 = mat4x4<Element>();
  var sum11 = mat4x4<Element>();
  var all00 = mat4x4<f32>();
  var all01 = mat4x4<f32>();
  var all10 = mat4x4<f32>();
  var all11 = mat4x4<f32>();
  // Not a constant, or the loop would be unrolled, which takes compilers long.
  let depths = min(DEPTH, depthCount);
  for (var done = 0; done < depthCount; done += DEPTH) {
    let start = firstDepth + done;
    workgroupBarrier();
    for (var i = thread; i < ROW_QUADS * DEPTH_QUADS; i += THREADS) {
      let at = squareAt(i, ROW_QUADS, ROWS_IN_DEPTH);
      let square = rowSquare(firstRow + 4 * at.x, start + 4 * at.y);
      let position = 4 * at.y * ROW_QUADS + at.x;
      rowQuads[position] = toTile(square[0], scaleOfRows);
      rowQuads[position + ROW_QUADS] = toTile(square[1], scaleOfRows);
      rowQuads[position + 2 * ROW_QUADS] = toTile(square[2], scaleOfRows);
      rowQuads[position + 3 * ROW_QUADS] = toTile(square[3], scaleOfRows);
    }
    for (var i = thread; i < COLUMN_QUADS * DEPTH_QUADS; i += THREADS) {
      let at = squareAt(i, COLUMN_QUADS, COLUMNS_IN_DEPTH);
      let square = columnSquare(firstColumn + 4 * at.x, start + 4 * at.y);
      let position = 4 * at.y * COLUMN_QUADS + at.x;
      columnQuads[position] = toTile(square[0], scaleOfColumns);
      columnQuads[position + COLUMN_QUADS] = toTile(square[1], scaleOfColumns);
      columnQuads[position + 2 * COLUMN_QUADS] = toTile(square[2], scaleOfColumns);
      columnQuads[position + 3 * COLUMN_QUADS] = toTile(square[3], scaleOfColumns);
    }
    workgroupBarrier();
    for (var depth = 0; depth < depths; depth++) {
      let rows = rowQuads[depth * ROW_QUADS + ownRow];
      let otherRows = rowQuads[depth * ROW_QUADS + ownRow + ROW_SIDE];
      let columns = columnQuads[depth * COLUMN_QUADS + ownColumn];
      sum00 += outerProduct(rows, columns);
      sum10 += outerProduct(otherRows, columns);
      if (IS_WIDE) {
        let otherColumns = columnQuads[depth * COLUMN_QUADS + ownColumn + COLUMN_SIDE];
        sum01 += outerProduct(rows, otherColumns);
        sum11 += outerProduct(otherRows, otherColumns);
      }
    }
    if (FLOAT16 == 1) {
      all00 += toFloat32(sum00);
      all01 += toFloat32(sum01);
      all10 += toFloat32(sum10);
      all11 += toFloat32(sum11);
      sum00 = mat4x4<Element>();
      sum01 = mat4x4<Element>();
      sum10 = mat4x4<Element>();
      sum11 = mat4x4<Element>();
    }
  }
  if (FLOAT16 == 1) {
    let unscale = 1.0 / (scaleOfRows * scaleOfColumns);
    return array<mat4x4<f32>, 4>(unscale * all00, unscale * all01, unscale * all10, unscale * all11);
  }
  return array<mat4x4<f32>, 4>(toFloat32(sum00), toFloat32(sum01), toFloat32(sum10), toFloat32(sum11));
}

// Gives the thread's numbers to `writeOutput(row, column, four columns)`.
fn writeTile(firstRow : i32, firstColumn : i32, tile : array<mat4x4<f32>, 4>) {
  let row = firstRow + 4 * (i32(localIndex) / COLUMN_SIDE);
  let column = firstColumn + 4 * (i32(localIndex) % COLUMN_SIDE);
  writeSquare(row, column, tile[0]);
  writeSquare(row + 4 * ROW_SIDE, column, tile[2]);
  if (IS_WIDE) {
    writeSquare(row, column + 4 * COLUMN_SIDE, tile[1]);
    writeSquare(row + 4 * ROW_SIDE, column + 4 * COLUMN_SIDE, tile[3]);
  }
}

fn writeSquare(row : i32, column : i32, square : mat4x4<f32>) {
  writeOutput(row, column, square[0]);
  writeOutput(row + 1, column, square[1]);
  writeOutput(row + 2, column, square[2]);
  writeOutput(row + 3, column, square[3]);
}
