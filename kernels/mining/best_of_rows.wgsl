// The search of four rows, or columns, of a tile for their best other: the greatest score, which is
// the distance to a positive, and minus the distance to a negative. Of equal scores the lowest
// index wins. Distances that are not finite do not take part.

// The lowest f32, exactly: a compiler may refuse a decimal literal that is a little beyond.
const LOWEST = -0x1.fffffep+127;
const POSITIVE = 0;
const NEGATIVE = 1;

// Of four rows, or columns, in search of others.
struct Best {
  scores : vec4<f32>,
  indices : vec4<i32>,
}

struct Seekers {
  first : i32,
  labels : vec4<i32>,
  // The distance beyond which a semi-hard negative lies.
  beyond : vec4<f32>,
}

fn seekersFrom(first : i32) -> Seekers {
  let n = uniforms.rowsShape.x;
  var seekers : Seekers;
  seekers.first = first;
  for (var i = 0; i < 4; i++) {
    let row = min(first + i, n - 1);
    seekers.labels[i] = labels[row];
    if (SEEK == SEMI_HARD) {
      seekers.beyond[i] = select(-LOWEST, bitcast<f32>(result[n + row]), result[row] >= 0);
    }
  }
  return seekers;
}

fn scoreColumn(kind : i32, rows : Seekers, column : i32, label : i32, values : vec4<f32>) -> vec4<f32> {
  let exponent = vec4<u32>(0x7f800000u);
  let isFinite = (bitcast<vec4<u32>>(values) & exponent) != exponent;
  let isOther = rows.first + vec4<i32>(0, 1, 2, 3) != vec4<i32>(column);
  let isPositive = rows.labels == vec4<i32>(label);
  if (kind == POSITIVE) {
    return select(vec4<f32>(LOWEST), values, isFinite & isOther & isPositive);
  }
  return select(vec4<f32>(LOWEST), -values, isFinite & isOther & !isPositive);
}

fn score(kind : i32, rows : Seekers, columns : Seekers, square : mat4x4<f32>) -> mat4x4<f32> {
  return mat4x4<f32>(
    scoreColumn(kind, rows, columns.first, columns.labels.x, square[0]),
    scoreColumn(kind, rows, columns.first + 1, columns.labels.y, square[1]),
    scoreColumn(kind, rows, columns.first + 2, columns.labels.z, square[2]),
    scoreColumn(kind, rows, columns.first + 3, columns.labels.w, square[3]));
}

// Others come in the order of their indices.
fn meet(best : Best, own : Seekers, other : i32, scores : vec4<f32>) -> Best {
  var wins = scores > best.scores;
  if (SEEK == SEMI_HARD) { wins = wins & (-scores > own.beyond); }
  return Best(
    select(best.scores, scores, wins), select(best.indices, vec4<i32>(other), wins));
}

fn meetFour(best : Best, own : Seekers, others : Seekers, scores : mat4x4<f32>) -> Best {
  let first = meet(best, own, others.first, scores[0]);
  let second = meet(first, own, others.first + 1, scores[1]);
  let third = meet(second, own, others.first + 2, scores[2]);
  return meet(third, own, others.first + 3, scores[3]);
}

fn better(a : Best, b : Best) -> Best {
  let wins = (b.scores > a.scores) | ((b.scores == a.scores) & (b.indices < a.indices));
  return Best(select(a.scores, b.scores, wins), select(a.indices, b.indices, wins));
}

fn nothing() -> Best {
  return Best(vec4<f32>(LOWEST), vec4<i32>(-1));
}

// What the threads that share quads of seekers found together; thread q gets that of quad q.
fn agree(quad : i32, sharer : i32, own : array<Best, 2>) -> Best {
  let indices = SIDE * QUADS;
  workgroupBarrier();
  for (var i = 0; i < BLOCK / 4; i++) {
    let position = sharer * QUADS + quad + i * SIDE;
    tile[position] = own[i].scores;
    tile[indices + position] = vec4<f32>(own[i].indices);
  }
  workgroupBarrier();
  var best = nothing();
  if (i32(localIndex) < QUADS) {
    for (var position = i32(localIndex); position < indices; position += QUADS) {
      best = better(best, Best(tile[position], vec4<i32>(tile[indices + position])));
    }
  }
  return best;
}
