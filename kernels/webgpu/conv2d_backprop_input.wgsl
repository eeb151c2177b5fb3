// Gradient of a convolution with respect to its input, as matrix products that never write their left
// side. Places of the input at the same offset from the stride's grid, a phase, meet the same taps:
// for each phase [places, taps * OUT_CHANNELS] of the gradients that reach a place, times
// [taps * OUT_CHANNELS, IN_CHANNELS] of the filter. No product meets a zero between the places of dy.
//
// A workgroup computes a tile of ROWS x COLUMNS of one phase, DEPTH numbers of each row at a time
// through shared memory, in quads of output channels, the last of each tap filled up with zeros; a
// thread owns 4 x 4 numbers. Its columns lie apart, and rows in shared memory are one quad longer than
// they need be, so that threads side by side read different banks and write side by side.

const PHASES = STRIDE_HEIGHT * STRIDE_WIDTH;
// Some phases have one row or column less.
const PHASE_HEIGHT = (IN_HEIGHT + STRIDE_HEIGHT - 1) / STRIDE_HEIGHT;
const PHASE_WIDTH = (IN_WIDTH + STRIDE_WIDTH - 1) / STRIDE_WIDTH;
const PHASE_PLACES = PHASE_HEIGHT * PHASE_WIDTH;
const MOST_TAP_COLUMNS = (FILTER_WIDTH + STRIDE_WIDTH - 1) / STRIDE_WIDTH;
const OUT_QUADS = (OUT_CHANNELS + 3) / 4;
const DEPTH_QUADS = DEPTH / 4;
const ROW_STRIDE = DEPTH_QUADS + 1;
const COLUMN_THREADS = COLUMNS / 4;

struct Phase {
  // First tap, and how many there are, a stride apart.
  tap : vec2<i32>,
  taps : vec2<i32>,
  // First place of the input, and the place of the output that reaches it through the first tap.
  inPlace : vec2<i32>,
  outPlace : vec2<i32>,
}

var<workgroup> left : array<vec4<f32>, ROWS * ROW_STRIDE>;
var<workgroup> right : array<vec4<f32>, COLUMNS * ROW_STRIDE>;
var<workgroup> quadsOfPhase : i32;

fn phaseAt(index : i32) -> Phase {
  let stride = vec2<i32>(STRIDE_HEIGHT, STRIDE_WIDTH);
  let padding = vec2<i32>(TOP, LEFT);
  var phase : Phase;
  phase.tap = vec2<i32>(index / STRIDE_WIDTH, index % STRIDE_WIDTH);
  phase.taps = (vec2<i32>(FILTER_HEIGHT, FILTER_WIDTH) - phase.tap + stride - 1) / stride;
  phase.inPlace = ((phase.tap - padding) % stride + stride) % stride;
  phase.outPlace = (phase.inPlace + padding - phase.tap) / stride;
  return phase;
}

// Row and column of a tap among those of its phase. Divides by constants only.
fn tapAt(tap : i32, phase : Phase) -> vec2<i32> {
  const fewer = max(1, MOST_TAP_COLUMNS - 1);
  let row = select(tap / fewer, tap / MOST_TAP_COLUMNS, phase.taps.y == MOST_TAP_COLUMNS);
  return vec2<i32>(row, tap - row * phase.taps.y);
}

fn reaching(place : i32, quad : i32, phase : Phase) -> vec4<f32> {
  let tap = quad / OUT_QUADS;
  let image = place / PHASE_PLACES;
  if (tap >= phase.taps.x * phase.taps.y || image >= uniforms.dyShape.x) { return vec4<f32>(); }
  let inPlace = vec2<i32>(place % PHASE_PLACES / PHASE_WIDTH, place % PHASE_WIDTH);
  let at = phase.outPlace + inPlace - tapAt(tap, phase);
  if (any(at < vec2<i32>()) || any(at >= vec2<i32>(OUT_HEIGHT, OUT_WIDTH))) { return vec4<f32>(); }
  let outPlace = (image * OUT_HEIGHT + at.x) * OUT_WIDTH + at.y;
  return dyQuad(outPlace * OUT_CHANNELS, 4 * (quad % OUT_QUADS));
}

fn turned(inChannel : i32, quad : i32, phase : Phase) -> vec4<f32> {
  let tap = quad / OUT_QUADS;
  if (tap >= phase.taps.x * phase.taps.y || inChannel >= IN_CHANNELS) { return vec4<f32>(); }
  let at = phase.tap + tapAt(tap, phase) * vec2<i32>(STRIDE_HEIGHT, STRIDE_WIDTH);
  let first = ((at.x * FILTER_WIDTH + at.y) * IN_CHANNELS + inChannel) * OUT_CHANNELS;
  return weightsQuad(first, 4 * (quad % OUT_QUADS));
}

fn write(place : i32, inChannel : i32, values : vec4<f32>, phase : Phase) {
  let image = place / PHASE_PLACES;
  let row = phase.inPlace.x + place % PHASE_PLACES / PHASE_WIDTH * STRIDE_HEIGHT;
  let column = phase.inPlace.y + place % PHASE_WIDTH * STRIDE_WIDTH;
  if (image >= uniforms.dyShape.x || row >= IN_HEIGHT || column >= IN_WIDTH) { return; }
  let first = ((image * IN_HEIGHT + row) * IN_WIDTH + column) * IN_CHANNELS;
  for (var i = 0; i < 4; i++) {
    let channel = inChannel + i * COLUMN_THREADS;
    if (channel < IN_CHANNELS) { result[first + channel] = values[i]; }
  }
}

fn main() {
  let thread = i32(localIndex);
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let phase = phaseAt(group % PHASES);
  let firstColumn = group / PHASES % COLUMN_TILES * COLUMNS;
  let firstRow = group / PHASES / COLUMN_TILES * ROWS;
  let ownRow = 4 * (thread / COLUMN_THREADS);
  let ownColumn = thread % COLUMN_THREADS;
  var sum0 = vec4<f32>();
  var sum1 = vec4<f32>();
  var sum2 = vec4<f32>();
  var sum3 = vec4<f32>();
  if (thread == 0) { quadsOfPhase = phase.taps.x * phase.taps.y * OUT_QUADS; }
  // Barriers want the same number of rounds of all threads, for all to see.
  let quads = workgroupUniformLoad(&quadsOfPhase);
  for (var firstQuad = 0; firstQuad < quads; firstQuad += DEPTH_QUADS) {
    workgroupBarrier();
    for (var i = thread; i < ROWS * DEPTH_QUADS; i += THREADS) {
      let quad = i % DEPTH_QUADS;
      let row = i / DEPTH_QUADS;
      left[row * ROW_STRIDE + quad] = reaching(firstRow + row, firstQuad + quad, phase);
    }
    for (var i = thread; i < COLUMNS * DEPTH_QUADS; i += THREADS) {
      let quad = i % DEPTH_QUADS;
      let column = i / DEPTH_QUADS;
      right[column * ROW_STRIDE + quad] = turned(firstColumn + column, firstQuad + quad, phase);
    }
    workgroupBarrier();
    for (var quad = 0; quad < DEPTH_QUADS; quad++) {
      let columns = transpose(mat4x4<f32>(
        right[ownColumn * ROW_STRIDE + quad],
        right[(ownColumn + COLUMN_THREADS) * ROW_STRIDE + quad],
        right[(ownColumn + 2 * COLUMN_THREADS) * ROW_STRIDE + quad],
        right[(ownColumn + 3 * COLUMN_THREADS) * ROW_STRIDE + quad]));
      sum0 += columns * left[ownRow * ROW_STRIDE + quad];
      sum1 += columns * left[(ownRow + 1) * ROW_STRIDE + quad];
      sum2 += columns * left[(ownRow + 2) * ROW_STRIDE + quad];
      sum3 += columns * left[(ownRow + 3) * ROW_STRIDE + quad];
    }
  }
  write(firstRow + ownRow, firstColumn + ownColumn, sum0, phase);
  write(firstRow + ownRow + 1, firstColumn + ownColumn, sum1, phase);
  write(firstRow + ownRow + 2, firstColumn + ownColumn, sum2, phase);
  write(firstRow + ownRow + 3, firstColumn + ownColumn, sum3, phase);
}
