// The gradient of a convolution by its input as implicit GEMMs, which never store their left
// matrix. Input positions at the same offset from the stride's grid, a phase, meet the same taps.
// For each phase: [positions, taps * OUT_CHANNELS] of the gradients that reach a position, times
// [taps * OUT_CHANNELS, IN_CHANNELS] of the filter. No product has a zero between the positions of
// dy.
//
// A workgroup computes a tile of one phase. Depth counts quads of output channels; zeros fill up
// the last quad of each tap.

const PHASES = STRIDE_HEIGHT * STRIDE_WIDTH;
// Some phases have one row or column less.
const PHASE_HEIGHT = (IN_HEIGHT + STRIDE_HEIGHT - 1) / STRIDE_HEIGHT;
const PHASE_WIDTH = (IN_WIDTH + STRIDE_WIDTH - 1) / STRIDE_WIDTH;
const PHASE_PLACES = PHASE_HEIGHT * PHASE_WIDTH;
const MOST_TAP_COLUMNS = (FILTER_WIDTH + STRIDE_WIDTH - 1) / STRIDE_WIDTH;
const OUT_QUADS = (OUT_CHANNELS + 3) / 4;
const ROWS_IN_DEPTH = true;
const COLUMNS_IN_DEPTH = true;

fn rowScale() -> f32 { return gradientScale(); }
fn columnScale() -> f32 { return 1.0; }

struct Phase {
  // First tap, and how many there are, a stride apart.
  tap : vec2<i32>,
  taps : vec2<i32>,
  // First position of the input, and the position of the output that reaches it through the first tap.
  inPosition : vec2<i32>,
  outPosition : vec2<i32>,
}

var<workgroup> quadsOfPhase : i32;
// The workgroup's.
var<private> phase : Phase;

fn phaseAt(index : i32) -> Phase {
  let stride = vec2<i32>(STRIDE_HEIGHT, STRIDE_WIDTH);
  let padding = vec2<i32>(TOP, LEFT);
  var found : Phase;
  found.tap = vec2<i32>(index / STRIDE_WIDTH, index % STRIDE_WIDTH);
  found.taps = (vec2<i32>(FILTER_HEIGHT, FILTER_WIDTH) - found.tap + stride - 1) / stride;
  found.inPosition = ((found.tap - padding) % stride + stride) % stride;
  found.outPosition = (found.inPosition + padding - found.tap) / stride;
  return found;
}

// Row and column of a tap among those of its phase. Divides by constants only.
fn tapAt(tap : i32) -> vec2<i32> {
  const fewer = max(1, MOST_TAP_COLUMNS - 1);
  let row = select(tap / fewer, tap / MOST_TAP_COLUMNS, phase.taps.y == MOST_TAP_COLUMNS);
  return vec2<i32>(row, tap - row * phase.taps.y);
}

fn reaching(position : i32, quad : i32) -> vec4<f32> {
  let tap = quad / OUT_QUADS;
  let image = position / PHASE_PLACES;
  if (tap >= phase.taps.x * phase.taps.y || image >= uniforms.dyShape.x) { return vec4<f32>(); }
  let inPosition = vec2<i32>(position % PHASE_PLACES / PHASE_WIDTH, position % PHASE_WIDTH);
  let at = phase.outPosition + inPosition - tapAt(tap);
  if (any(at < vec2<i32>()) || any(at >= vec2<i32>(OUT_HEIGHT, OUT_WIDTH))) { return vec4<f32>(); }
  let outPosition = (image * OUT_HEIGHT + at.x) * OUT_WIDTH + at.y;
  return dyQuad(outPosition * OUT_CHANNELS, 4 * (quad % OUT_QUADS));
}

fn transposed(inChannel : i32, quad : i32) -> vec4<f32> {
  let tap = quad / OUT_QUADS;
  if (tap >= phase.taps.x * phase.taps.y || inChannel >= IN_CHANNELS) { return vec4<f32>(); }
  let at = phase.tap + tapAt(tap) * vec2<i32>(STRIDE_HEIGHT, STRIDE_WIDTH);
  let first = ((at.x * FILTER_WIDTH + at.y) * IN_CHANNELS + inChannel) * OUT_CHANNELS;
  return weightsQuad(first, 4 * (quad % OUT_QUADS));
}

fn rowSquare(position : i32, depth : i32) -> mat4x4<f32> {
  let quad = depth / 4;
  return transpose(mat4x4<f32>(
    reaching(position, quad), reaching(position + 1, quad),
    reaching(position + 2, quad), reaching(position + 3, quad)));
}

fn columnSquare(channel : i32, depth : i32) -> mat4x4<f32> {
  let quad = depth / 4;
  return transpose(mat4x4<f32>(
    transposed(channel, quad), transposed(channel + 1, quad),
    transposed(channel + 2, quad), transposed(channel + 3, quad)));
}

fn writeOutput(position : i32, inChannel : i32, values : vec4<f32>) {
  let image = position / PHASE_PLACES;
  let row = phase.inPosition.x + position % PHASE_PLACES / PHASE_WIDTH * STRIDE_HEIGHT;
  let column = phase.inPosition.y + position % PHASE_WIDTH * STRIDE_WIDTH;
  if (image >= uniforms.dyShape.x || row >= IN_HEIGHT || column >= IN_WIDTH) { return; }
  if (inChannel >= IN_CHANNELS) { return; }
  writeQuad(((image * IN_HEIGHT + row) * IN_WIDTH + column) * IN_CHANNELS, inChannel, values);
}

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  phase = phaseAt(group % PHASES);
  let firstColumn = group / PHASES % COLUMN_TILES * COLUMNS;
  let firstRow = group / PHASES / COLUMN_TILES * ROWS;
  if (localIndex == 0) { quadsOfPhase = phase.taps.x * phase.taps.y * OUT_QUADS; }
  // Barriers want the same number of rounds of all threads, for all to see.
  let quads = workgroupUniformLoad(&quadsOfPhase);
  writeTile(firstRow, firstColumn, matMulTile(firstRow, firstColumn, 0, 4 * quads));
}
