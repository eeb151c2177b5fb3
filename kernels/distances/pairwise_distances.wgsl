// result[i, j] is the distance between row i of a and row j of b. A workgroup computes one tile.

fn rowQuad(row : i32, k : i32) -> vec4<f32> {
  if (row >= uniforms.aShape.x || k >= DIMENSION) { return vec4<f32>(); }
  return aQuad(row * DIMENSION, k);
}

fn columnQuad(column : i32, k : i32) -> vec4<f32> {
  if (column >= uniforms.bShape.x || k >= DIMENSION) { return vec4<f32>(); }
  return bQuad(column * DIMENSION, k);
}

fn write(row : i32, column : i32, square : mat4x4<f32>) {
  if (column >= uniforms.outShape.y) { return; }
  let lines = transpose(square);
  let width = uniforms.outShape.y;
  if (row < uniforms.outShape.x) { writeQuad(row * width, column, lines[0]); }
  if (row + 1 < uniforms.outShape.x) { writeQuad((row + 1) * width, column, lines[1]); }
  if (row + 2 < uniforms.outShape.x) { writeQuad((row + 2) * width, column, lines[2]); }
  if (row + 3 < uniforms.outShape.x) { writeQuad((row + 3) * width, column, lines[3]); }
}

fn main() {
  let firstRow = i32(workgroupId.y) * TILE;
  let firstColumn = i32(workgroupId.x) * TILE;
  let squares = distanceTile(firstRow, firstColumn);
  let row = firstRow + 4 * (i32(localIndex) / SIDE);
  let column = firstColumn + 4 * (i32(localIndex) % SIDE);
  write(row, column, squares[0]);
  if (BLOCK == 8) {
    write(row, column + 4 * SIDE, squares[1]);
    write(row + 4 * SIDE, column, squares[2]);
    write(row + 4 * SIDE, column + 4 * SIDE, squares[3]);
  }
}
