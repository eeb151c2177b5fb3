// distances[i, j] = distance between row i of a and row j of b; a workgroup makes a tile of 64 x 64.

fn rowNumber(row : i32, k : i32) -> f32 {
  if (row >= uniforms.aShape.x || k >= uniforms.aShape.y) { return 0.0; }
  return a[row * uniforms.aShape.y + k];
}

fn columnNumber(column : i32, k : i32) -> f32 {
  if (column >= uniforms.bShape.x || k >= uniforms.bShape.y) { return 0.0; }
  return b[column * uniforms.bShape.y + k];
}

fn main() {
  let firstRow = i32(workgroupId.y) * TILE;
  let firstColumn = i32(workgroupId.x) * TILE;
  let distances = distanceTile(firstRow, firstColumn, uniforms.aShape.y);
  let ownRow = firstRow + 4 * (i32(localIndex) / 16);
  let ownColumn = firstColumn + 4 * (i32(localIndex) % 16);
  for (var r = 0; r < 4; r++) {
    for (var c = 0; c < 4; c++) {
      let row = ownRow + r;
      let column = ownColumn + c;
      if (row < uniforms.outShape.x && column < uniforms.outShape.y) {
        result[row * uniforms.outShape.y + column] = distances[c][r];
      }
    }
  }
}
