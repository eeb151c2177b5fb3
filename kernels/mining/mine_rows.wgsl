// Hardest positive and one negative of every row, straight from the rows. No distance is ever stored.
//
// A distance is looked at from both of its ends, so that half of all tiles suffice: of T tiles a side,
// tile i meets tile i + s (mod T), for every shift s from 0 to T / 2. A workgroup computes one such
// meeting, finds the best of it for each of its rows and of its columns, and leaves them in the two
// slots of its shift, where no other workgroup of the launch writes. SLOTS shifts at most share a
// launch; later launches better what earlier ones left, and the last picks from the slots. With a
// single tile nothing is left to pick. What meets twice, at s = 0 and s = T / 2, does no harm.
//
// Planes of result[plane, row]: 0 and 1 are what was found, then come the slots: memory grows with n.
//
// SEEK says what is looked for. The semi-hard negative must lie beyond the hardest positive, so that
// it takes two rounds: the first leaves the bits of the positive's distance in plane 1.

fn rowQuad(row : i32, k : i32) -> vec4<f32> {
  if (k >= DIMENSION) { return vec4<f32>(); }
  // Rows that are none do not take part.
  if (row >= uniforms.rowsShape.x) { return vec4<f32>(uniforms.NAN); }
  return rowsQuad(row * DIMENSION, k);
}

fn columnQuad(column : i32, k : i32) -> vec4<f32> {
  return rowQuad(column, k);
}

fn look(kind : i32, firstRow : i32, firstColumn : i32, squares : array<mat4x4<f32>, 4>) {
  let x = i32(localIndex) % SIDE;
  let y = i32(localIndex) / SIDE;
  let rows = seekersFrom(firstRow + 4 * y);
  let columns = seekersFrom(firstColumn + 4 * x);
  let scores = score(kind, rows, columns, squares[0]);
  var ofRows = array<Best, 2>(meetFour(nothing(), rows, columns, scores), nothing());
  var ofColumns = array<Best, 2>(meetFour(nothing(), columns, rows, transpose(scores)), nothing());
  if (BLOCK == 8) {
    let otherRows = seekersFrom(rows.first + 4 * SIDE);
    let otherColumns = seekersFrom(columns.first + 4 * SIDE);
    let scores01 = score(kind, rows, otherColumns, squares[1]);
    let scores10 = score(kind, otherRows, columns, squares[2]);
    let scores11 = score(kind, otherRows, otherColumns, squares[3]);
    ofRows[0] = meetFour(ofRows[0], rows, otherColumns, scores01);
    ofRows[1] = meetFour(ofRows[1], otherRows, columns, scores10);
    ofRows[1] = meetFour(ofRows[1], otherRows, otherColumns, scores11);
    ofColumns[0] = meetFour(ofColumns[0], columns, otherRows, transpose(scores10));
    ofColumns[1] = meetFour(ofColumns[1], otherColumns, rows, transpose(scores01));
    ofColumns[1] = meetFour(ofColumns[1], otherColumns, otherRows, transpose(scores11));
  }
  let ofRow = agree(y, x, ofRows);
  let ofColumn = agree(x, y, ofColumns);
  if (i32(localIndex) >= QUADS) { return; }
  let ownRow = firstRow + 4 * i32(localIndex);
  let ownColumn = firstColumn + 4 * i32(localIndex);
  let slot = i32(workgroupId.y);
  if (SLOTS == 0) {
    settle(kind, ownRow, ofRow);
  } else {
    intoSlot(slot, kind, ownRow, ofRow);
    intoSlot(SLOTS + slot, kind, ownColumn, ofColumn);
  }
}

fn main() {
  if (PICKS == 1) {
    let first = 4 * i32(globalId.x);
    if (SEEK != SEMI_HARD) { pick(POSITIVE, first); }
    if (SEEK != FARTHEST) { pick(NEGATIVE, first); }
    return;
  }
  let tiles = (uniforms.rowsShape.x + TILE - 1) / TILE;
  let shift = i32(uniforms.firstShift) + i32(workgroupId.y);
  let firstRow = i32(workgroupId.x) * TILE;
  let firstColumn = (i32(workgroupId.x) + shift) % tiles * TILE;
  let squares = distanceTile(firstRow, firstColumn);
  if (SEEK != SEMI_HARD) { look(POSITIVE, firstRow, firstColumn, squares); }
  if (SEEK != FARTHEST) { look(NEGATIVE, firstRow, firstColumn, squares); }
}
