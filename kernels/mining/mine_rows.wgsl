// The hardest positive and one negative of every row, straight from the rows. No distance is
// stored.
//
// A distance serves both of its ends, so half of all tiles suffice. With T tiles on a side, tile i
// meets tile i + s (mod T), for every shift s from 0 to T / 2. A workgroup computes one such pair
// of tiles, finds the best of each of its rows and columns, and writes them to the two slots of its
// shift. No other workgroup of the launch writes there. At most SLOTS shifts share a launch. Later
// launches improve what earlier ones wrote, and the last one picks from the slots. A single tile
// needs no slots. The pairs that meet twice, at s = 0 and s = T / 2, do no harm.
//
// Planes of result[plane, row]: 0 and 1 are the result, the others are the slots. Memory grows with
// n.
//
// SEEK is the goal of the search. The semi-hard negative must be farther than the hardest positive,
// so it takes two rounds. The first writes the bits of the positive's distance to plane 1.

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
