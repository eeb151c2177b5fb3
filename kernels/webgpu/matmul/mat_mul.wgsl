// A part of a matrix product: [rows, depth] by [depth, columns], either of which may be transposed.
// Workgroups split the depth, and another program adds up the parts: result[part, row, column]. One
// program serves matrices of many sizes.

const ROWS_IN_DEPTH = TRANSPOSED_A == 0;
const COLUMNS_IN_DEPTH = TRANSPOSED_B == 1;

fn rowScale() -> f32 { return 1.0; }
fn columnScale() -> f32 { return 1.0; }

// Four numbers that lie side by side in a line of the matrix, 0 beyond its end.
fn aLine(line : i32, first : i32) -> vec4<f32> {
  if (line >= uniforms.aShape.x || first >= uniforms.aShape.y) { return vec4<f32>(); }
  return aQuad(line * uniforms.aShape.y, first);
}

fn bLine(line : i32, first : i32) -> vec4<f32> {
  if (line >= uniforms.bShape.x || first >= uniforms.bShape.y) { return vec4<f32>(); }
  return bQuad(line * uniforms.bShape.y, first);
}

fn rowSquare(row : i32, depth : i32) -> mat4x4<f32> {
  if (ROWS_IN_DEPTH) {
    return transpose(mat4x4<f32>(
      aLine(row, depth), aLine(row + 1, depth), aLine(row + 2, depth), aLine(row + 3, depth)));
  }
  return mat4x4<f32>(
    aLine(depth, row), aLine(depth + 1, row), aLine(depth + 2, row), aLine(depth + 3, row));
}

fn columnSquare(column : i32, depth : i32) -> mat4x4<f32> {
  if (COLUMNS_IN_DEPTH) {
    return transpose(mat4x4<f32>(
      bLine(column, depth), bLine(column + 1, depth),
      bLine(column + 2, depth), bLine(column + 3, depth)));
  }
  return mat4x4<f32>(
    bLine(depth, column), bLine(depth + 1, column),
    bLine(depth + 2, column), bLine(depth + 3, column));
}

fn rowTiles() -> i32 {
  return (uniforms.outShape.y + ROWS - 1) / ROWS;
}

fn writeOutput(row : i32, column : i32, values : vec4<f32>) {
  let rows = uniforms.outShape.y;
  let columns = uniforms.outShape.z;
  if (row >= rows || column >= columns) { return; }
  let part = i32(workgroupId.y) / rowTiles();
  writeQuad((part * rows + row) * columns, column, values);
}

fn main() {
  let part = i32(workgroupId.y) / rowTiles();
  let firstRow = i32(workgroupId.y) % rowTiles() * ROWS;
  let firstColumn = i32(workgroupId.x) * COLUMNS;
  let depth = select(uniforms.aShape.y, uniforms.aShape.x, TRANSPOSED_A == 1);
  let steps = (depth + DEPTH - 1) / DEPTH;
  let stepsOfPart = (steps + uniforms.outShape.x - 1) / uniforms.outShape.x;
  let depthOfPart = stepsOfPart * DEPTH;
  writeTile(firstRow, firstColumn,
    matMulTile(firstRow, firstColumn, part * depthOfPart, depthOfPart));
}
