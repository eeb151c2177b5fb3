// A share of the gradient of a convolution with respect to its filter, as a matrix product that never
// writes its left side: [taps * channels, places] of what each tap sees, times [places, OUT_CHANNELS].
//
// A workgroup computes a tile of ROWS x COLUMNS over its share of the places, DEPTH of them at a time
// through shared memory; a thread owns a block of 4 x 4 in registers. Rows are counted in quads of
// four input channels, the last of each tap filled up with zeros. Shares are summed by another
// program: result[share, tap, inChannel, outChannel].

const IN_QUADS = (IN_CHANNELS + 3) / 4;
const ROW_QUADS = ROWS / 4;
const COLUMN_QUADS = COLUMNS / 4;

var<workgroup> left : array<vec4<f32>, DEPTH * ROW_QUADS>;
var<workgroup> right : array<vec4<f32>, DEPTH * COLUMN_QUADS>;

fn seen(quad : i32, place : i32, places : i32) -> vec4<f32> {
  let tap = quad / IN_QUADS;
  if (tap >= TAPS || place >= places) { return vec4<f32>(); }
  let outRow = place / OUT_WIDTH;
  let row = outRow % OUT_HEIGHT * STRIDE_HEIGHT - TOP + tap / FILTER_WIDTH;
  let column = place % OUT_WIDTH * STRIDE_WIDTH - LEFT + tap % FILTER_WIDTH;
  if (row < 0 || row >= IN_HEIGHT || column < 0 || column >= IN_WIDTH) { return vec4<f32>(); }
  let inPlace = (outRow / OUT_HEIGHT * IN_HEIGHT + row) * IN_WIDTH + column;
  return xQuad(inPlace * IN_CHANNELS, 4 * (quad % IN_QUADS));
}

fn gradient(channel : i32, place : i32, places : i32) -> vec4<f32> {
  if (channel >= OUT_CHANNELS || place >= places) { return vec4<f32>(); }
  return dyQuad(place * OUT_CHANNELS, channel);
}

fn write(share : i32, quad : i32, component : i32, outChannel : i32, values : vec4<f32>) {
  let tap = quad / IN_QUADS;
  let inChannel = 4 * (quad % IN_QUADS) + component;
  if (tap >= TAPS || inChannel >= IN_CHANNELS) { return; }
  let first = ((share * TAPS + tap) * IN_CHANNELS + inChannel) * OUT_CHANNELS;
  for (var i = 0; i < 4; i++) {
    if (outChannel + i < OUT_CHANNELS) { result[first + outChannel + i] = values[i]; }
  }
}

fn main() {
  let thread = i32(localIndex);
  let places = uniforms.dyShape.x * OUT_HEIGHT * OUT_WIDTH;
  let share = i32(workgroupId.y) / ROW_TILES;
  let firstQuad = i32(workgroupId.y) % ROW_TILES * ROW_QUADS;
  let firstColumn = i32(workgroupId.x) * COLUMNS;
  let ownRow = thread / COLUMN_QUADS;
  let ownColumn = thread % COLUMN_QUADS;
  var sum0 = vec4<f32>();
  var sum1 = vec4<f32>();
  var sum2 = vec4<f32>();
  var sum3 = vec4<f32>();
  for (var step = 0; step < STEPS; step++) {
    let firstPlace = (share * STEPS + step) * DEPTH;
    workgroupBarrier();
    for (var i = thread; i < DEPTH * ROW_QUADS; i += THREADS) {
      left[i] = seen(firstQuad + i % ROW_QUADS, firstPlace + i / ROW_QUADS, places);
    }
    for (var i = thread; i < DEPTH * COLUMN_QUADS; i += THREADS) {
      let channel = firstColumn + 4 * (i % COLUMN_QUADS);
      right[i] = gradient(channel, firstPlace + i / COLUMN_QUADS, places);
    }
    workgroupBarrier();
    for (var depth = 0; depth < DEPTH; depth++) {
      let rows = left[depth * ROW_QUADS + ownRow];
      let columns = right[depth * COLUMN_QUADS + ownColumn];
      sum0 += rows.x * columns;
      sum1 += rows.y * columns;
      sum2 += rows.z * columns;
      sum3 += rows.w * columns;
    }
  }
  let quad = firstQuad + ownRow;
  let outChannel = firstColumn + 4 * ownColumn;
  write(share, quad, 0, outChannel, sum0);
  write(share, quad, 1, outChannel, sum1);
  write(share, quad, 2, outChannel, sum2);
  write(share, quad, 3, outChannel, sum3);
}
