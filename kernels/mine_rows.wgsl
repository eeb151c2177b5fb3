// Hardest positive and one negative of every row, straight from the rows: result[0, i] and
// result[1, i], -1 where there is none.
//
// A workgroup keeps 64 rows and walks over all columns, a tile of 64 at a time; a thread keeps the
// best of its columns for its 4 rows in registers, and at the end 16 threads agree on each row. No
// distance is ever stored: memory grows with n. Of equal distances the lowest index wins, distances
// that are not finite do not take part.
//
// SEEK says what one pass looks for. The semi-hard negative must lie beyond the hardest positive, so
// that it takes two passes: the first leaves the bits of the positive's distance in result[1, i].


struct Best {
  value : f32,
  index : i32,
}

var<workgroup> bestValues : array<f32, 1024>;
var<workgroup> bestIndices : array<i32, 1024>;

fn rowNumber(row : i32, k : i32) -> f32 {
  if (row >= uniforms.rowsShape.x || k >= uniforms.rowsShape.y) { return 0.0; }
  return rows[row * uniforms.rowsShape.y + k];
}

fn columnNumber(column : i32, k : i32) -> f32 {
  return rowNumber(column, k);
}

// The greater value wins, so that nearness is sought with the sign turned.
fn better(a : Best, b : Best) -> Best {
  if (b.index < 0) { return a; }
  if (a.index < 0 || b.value > a.value) { return b; }
  if (b.value == a.value && b.index < a.index) { return b; }
  return a;
}

// The best of the 16 threads that share a row; threads with x = 0 get the answer for their 4 rows.
fn agree(own : array<Best, 4>) -> array<Best, 4> {
  var best = own;
  let x = i32(localIndex) % 16;
  let firstRow = 4 * (i32(localIndex) / 16);
  workgroupBarrier();
  for (var r = 0; r < 4; r++) {
    bestValues[(firstRow + r) * 16 + x] = best[r].value;
    bestIndices[(firstRow + r) * 16 + x] = best[r].index;
  }
  workgroupBarrier();
  if (x == 0) {
    for (var r = 0; r < 4; r++) {
      for (var other = 1; other < 16; other++) {
        let place = (firstRow + r) * 16 + other;
        best[r] = better(best[r], Best(bestValues[place], bestIndices[place]));
      }
    }
  }
  return best;
}

fn main() {
  let n = uniforms.rowsShape.x;
  let firstRow = i32(workgroupId.x) * TILE;
  let ownRow = firstRow + 4 * (i32(localIndex) / 16);
  var positives : array<Best, 4>;
  var negatives : array<Best, 4>;
  var ownLabels : vec4<i32>;
  var beyond : vec4<f32>;
  var hasPositive : vec4<bool>;
  for (var r = 0; r < 4; r++) {
    positives[r] = Best(0.0, -1);
    negatives[r] = Best(0.0, -1);
    let row = min(ownRow + r, n - 1);
    ownLabels[r] = labels[row];
    if (SEEK == SEMI_HARD) {
      hasPositive[r] = result[row] >= 0;
      beyond[r] = bitcast<f32>(result[n + row]);
    }
  }
  for (var firstColumn = 0; firstColumn < n; firstColumn += TILE) {
    let distances = distanceTile(firstRow, firstColumn, uniforms.rowsShape.y);
    for (var c = 0; c < 4; c++) {
      let column = firstColumn + 4 * (i32(localIndex) % 16) + c;
      if (column >= n) { continue; }
      let label = labels[column];
      for (var r = 0; r < 4; r++) {
        let value = distances[c][r];
        if (!isFinite(value) || column == ownRow + r) { continue; }
        if (label == ownLabels[r]) {
          if (SEEK != SEMI_HARD) {
            positives[r] = better(positives[r], Best(value, column));
          }
        } else if (SEEK == HARDEST
            || (SEEK == SEMI_HARD && hasPositive[r] && value > beyond[r])) {
          negatives[r] = better(negatives[r], Best(-value, column));
        }
      }
    }
  }
  if (SEEK != SEMI_HARD) { positives = agree(positives); }
  if (SEEK != POSITIVE_AND_DISTANCE) { negatives = agree(negatives); }
  if (localIndex % 16u != 0u) { return; }
  for (var r = 0; r < 4; r++) {
    let row = ownRow + r;
    if (row >= n) { continue; }
    if (SEEK != SEMI_HARD) { result[row] = positives[r].index; }
    if (SEEK == POSITIVE_AND_DISTANCE) {
      result[n + row] = bitcast<i32>(positives[r].value);
    } else {
      result[n + row] = negatives[r].index;
    }
  }
}
